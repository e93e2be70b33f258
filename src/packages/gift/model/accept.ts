import { useRef, useState } from 'react'
import { ApiError, failureOf, type Failure } from '@/api/api-error'
import { useEnrol } from '@/api/gifts'
import { useIntention } from '@/api/keys'
import type { ConsentId } from '@/contract/schemas/common'
import type { GiftConsent, GiftOfferDetail } from '@/contract/schemas/member'
import { replace } from '@/platform/navigation'
import { addressOf } from '@/routes'
import type { FieldProblem } from '@/ui'
import { offerTexts as t } from '../texts'

export const fieldOf = (consentId: ConsentId): string => `consent-${consentId}`

export interface Accept {
  ticked(consentId: ConsentId): boolean
  tick(consentId: ConsentId, on: boolean): void
  problems: FieldProblem[]
  failure: Failure | null
  submit(detail: GiftOfferDetail): Promise<void>
  busy: boolean
}

const missing = (consents: readonly GiftConsent[], ticks: ReadonlySet<ConsentId>): FieldProblem[] =>
  consents
    .filter(({ required, granted, consentId }) => required && !granted && !ticks.has(consentId))
    .map(({ consentId, titleZh }) => ({ fieldId: fieldOf(consentId), message: t.agreeFirst(titleZh) }))

/** Takes a gift up. One tap, two, or one again after the network came back: one certificate. */
export function useAccept(refetch: () => unknown): Accept {
  const enrol = useEnrol()
  const intention = useIntention()
  const [ticks, setTicks] = useState<ReadonlySet<ConsentId>>(new Set())
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const running = useRef(false)

  async function run({ offer, consents }: GiftOfferDetail): Promise<void> {
    const wrong = missing(consents, ticks)
    setProblems(wrong)
    setFailure(null)
    if (wrong.length > 0 || running.current) return
    running.current = true
    setBusy(true)
    try {
      const given = consents.filter(({ consentId, granted }) => !granted && ticks.has(consentId)).map(({ consentId, version }) => ({ consentId, version }))
      const { enrolmentId } = await enrol.mutateAsync({ campaignId: offer.campaignId, consents: given, key: intention.key() })
      await replace(addressOf({ page: 'certificate', id: enrolmentId }))
    } catch (error) {
      setFailure(failureOf(error, t.refused))
      // After an answer the next tap is a new intention; without one the same key finds out what became of this.
      if (error instanceof ApiError && !error.retryable) {
        intention.renew()
        if (error.code === 'CONSENT_VERSION_STALE') setTicks(new Set())
        void refetch()
      }
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return {
    ticked: (consentId) => ticks.has(consentId),
    tick: (consentId, on) => {
      setTicks(new Set([...[...ticks].filter((id) => id !== consentId), ...(on ? [consentId] : [])]))
      setProblems((now) => now.filter(({ fieldId }) => fieldId !== fieldOf(consentId)))
    },
    problems, failure, busy,
    submit: (detail) => run(detail),
  }
}
