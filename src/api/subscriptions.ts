import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { BodyOf } from '@/contract/endpoints'
import type { Subscription } from '@/contract/schemas/session'
import { askSubscription, canSubscribe, type SubscriptionResult } from '@/platform/subscribe'
import { accountKey } from '@/state/session-store'
import { act } from './act'
import { call } from './call'
import { newKey } from './keys'

type After = 'SUBMIT' | 'GIFT'
type Answers = BodyOf<'answerSubscriptions'>['answers']

/** The server's ledger of subscribe messages; `offered` marks what to ask about now. */
export const subscriptionsQuery = (after: After) =>
  queryOptions({ queryKey: [accountKey(), 'subscriptions', after], queryFn: ({ signal }) => call('listSubscriptions', { signal, query: { after } }) })

export interface SubscribeAsk {
  /** ask: may be put; saved / refused: answered just now; failed: answered, but the server does not know yet. */
  stage: 'none' | 'ask' | 'saved' | 'refused' | 'failed'
  /** Titles of what is asked about. */
  titlesZh: string[]
  busy: boolean
  yes(): Promise<unknown>
  no(): Promise<unknown> | undefined
  /** After `failed`: the same answer once more. */
  again(): Promise<unknown> | undefined
}

/**
 * WeChat's question about subscribe messages, put only where the server offers it and only by the member's own tap. A refusal, here or in
 * WeChat, is told to the server too, so that it is not put again. Nothing on H5.
 */
export function useSubscribeAsk(after: After): SubscribeAsk {
  const client = useQueryClient()
  const query = useQuery({ ...subscriptionsQuery(after), enabled: canSubscribe() })
  // Once asked about, what is offered must not change under the member's thumb.
  const [stage, setStage] = useState<'open' | 'saved' | 'refused' | 'failed'>('open')
  const answered = useRef<{ key: string; answers: Answers } | null>(null)
  const offered = (query.data?.items ?? []).filter((item) => item.offered)
  const save = useMutation({
    mutationFn: ({ key, answers }: { key: string; answers: Answers }) => act('answerSubscriptions', { key, body: { answers } }),
    onSuccess: (_list, { answers }) => setStage(answers.some(({ answer }) => answer === 'accept') ? 'saved' : 'refused'),
    onError: () => setStage('failed'),
    onSettled: () => client.invalidateQueries({ queryKey: [accountKey(), 'subscriptions'], refetchType: 'none' }),
  })
  // What went wrong is said by `stage`.
  const again = (): Promise<unknown> | undefined => (answered.current ? save.mutateAsync(answered.current).catch(() => undefined) : undefined)
  const tell = (answers: Answers): Promise<unknown> | undefined => {
    answered.current = { key: newKey(), answers }
    return again()
  }
  return {
    stage: stage === 'open' ? (offered.length > 0 ? 'ask' : 'none') : stage,
    titlesZh: offered.map(({ titleZh }) => titleZh),
    busy: save.isPending,
    // First of all in the turn of the tap: WeChat takes no question that comes later.
    yes: () => askSubscription(offered.map(({ templateId }) => templateId)).then((result) => tell(answersOf(offered, result)), () => tell(refusing(offered))),
    no: () => tell(refusing(offered)),
    again,
  }
}

const refusing = (offered: readonly Subscription[]): Answers => offered.map(({ template }) => ({ template, answer: 'reject' }))
const answersOf = (offered: readonly Subscription[], result: SubscriptionResult): Answers =>
  offered.map(({ template, templateId }) => ({ template, answer: (result === 'unsupported' ? undefined : result[templateId]) ?? 'reject' }))
