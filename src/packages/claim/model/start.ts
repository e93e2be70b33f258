import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isLost, isRefusal, messageOf } from '@/api/api-error'
import { principalClaimsQuery } from '@/api/authorisations'
import { claimOptionsQuery, claimQuery, claimsQuery, useCreateClaim } from '@/api/claims'
import { useIntention } from '@/api/keys'
import { usePageQuery } from '@/api/page-query'
import type { ClaimSummary } from '@/contract/schemas/claim'
import type { ClaimKind } from '@/contract/schemas/claim-kind'
import { go, replace } from '@/platform/navigation'
import { useDrafts, useTyped } from '@/state/draft-store'
import { withheld, type FieldProblem } from '@/ui'
import { texts } from '../texts'
import { addressOfPart, firstPart, resumePart } from './addresses'
import { useConsentAsk } from './consent-ask'
import { dayField } from './event'
import { useSingleFlight } from './single-flight'
import { dayProblem } from './stay'

const t = texts.start

/** 发起申领, for oneself or (with an authorisation) for somebody else: choose what happened, agree where that is still needed, and a draft is there. */
export function useStart(authorisationId?: string) {
  const options = usePageQuery(claimOptionsQuery(undefined, authorisationId))
  const { known, draft } = useDraftClaim(authorisationId)
  // What an agent uploads rests on the member's consent, which is the member's to give.
  const consent = useConsentAsk(authorisationId ? [] : ['C3'])
  const create = useCreateClaim()
  const intention = useIntention()
  const once = useSingleFlight()
  const typed = useTyped(`start:${authorisationId ?? ''}`)
  const on = typed.value('on')
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const [refusedZh, setRefused] = useState<string | null>(null)
  const dated = useQuery({ ...claimOptionsQuery(on || undefined, authorisationId), enabled: on !== '' && dayProblem('', on) === null, placeholderData: keepPreviousData })

  const chosen = options.data?.options.find(({ cause: kind, available }) => available && kind === typed.value('cause'))?.cause
  const possible = (options.data?.options ?? []).filter(({ available }) => available)
  // The only answer there is needs no tap.
  const cause = chosen ?? (possible.length === 1 && options.data?.options.length === 1 ? possible[0]?.cause : undefined)
  /** What the server says of the chosen kind, on the chosen day where there is one. */
  const option = (on !== '' ? (dated.data ?? options.data) : options.data)?.options.find((one) => one.cause === cause)

  const choose = (kind: ClaimKind): void => {
    // Another cause is another intention: the same key with another body would be refused.
    intention.renew()
    typed.set('cause')(kind)
    typed.set('on')('')
    setProblems([])
  }

  const dayWrong = (): string | null => {
    if (on === '' || !option) return null
    return dayProblem(option.dayZh, on) ?? (option.available ? null : option.reasonZh)
  }

  async function submit(): Promise<void> {
    setRefused(null)
    const day = dayWrong()
    const wrong = [...(cause ? [] : [{ fieldId: 'cause', message: t.causeMissing }]), ...(day === null ? [] : [{ fieldId: 'on', message: day }]), ...consent.problems()]
    setProblems(wrong)
    if (!cause || wrong.length > 0) return
    try {
      await consent.grant()
      const claim = await create.mutateAsync({ cause, ...(authorisationId ? { authorisationId } : {}), key: intention.key() })
      intention.renew()
      typed.forget()
      consent.forget()
      const { form, field } = dayField(cause)
      if (on !== '') useDrafts.getState().set(`${form}:${claim.claimId}`, { [field]: on })
      await replace(addressOfPart(firstPart(claim), claim.claimId))
    } catch (error) {
      if (isRefusal(error, 'CONSENT_REQUIRED')) consent.refresh()
      if (!isLost(error)) intention.renew()
      setRefused(messageOf(error))
    }
  }

  // The offer of an old draft must not push the choice away under the member's finger: first it is known, then either is shown.
  const query = known ? options : { ...withheld(options), error: null, isPending: true }
  return { query, draft, consent, cause, option, on, setOn: typed.set('on'), choose, problems, refusedZh, saving: create.isPending || consent.saving, submit: () => once(submit) }
}

/** The newest draft that is still there; `known` once the server has been asked, with whatever result. */
export function useDraftClaim(authorisationId?: string): { known: boolean; draft: ClaimSummary | undefined } {
  const own = useQuery({ ...claimsQuery(), enabled: !authorisationId })
  const others = useQuery({ ...principalClaimsQuery(authorisationId ?? ''), enabled: Boolean(authorisationId) })
  const claims = authorisationId ? others : own
  return { known: !claims.isPending, draft: claims.data?.items.find(({ status }) => status.state === 'DRAFT') }
}

/** Opens a draft where it is to be gone on with; without a network at the papers, which show what is missing. */
export function useResume(): (claimId: string) => Promise<void> {
  const client = useQueryClient()
  return async (claimId) => {
    const claim = await client.fetchQuery(claimQuery(claimId)).catch(() => null)
    await go(addressOfPart(claim ? resumePart(claim) : 'papers', claimId))
  }
}
