import { useRef, useState } from 'react'
import { ApiError, failureOf, type Failure } from '@/api/api-error'
import { useEnrol } from '@/api/gifts'
import { useIntention } from '@/api/keys'
import type { ConsentId } from '@/contract/schemas/common'
import type { GiftConsent, GiftOfferDetail } from '@/contract/schemas/member'
import { replace } from '@/platform/navigation'
import { addressOf } from '@/routes'
import { useTicks } from '@/state/draft-store'
import type { FieldProblem } from '@/ui'
import { offerTexts as t } from '../texts'

export const fieldOf = (consentId: ConsentId): string => `consent-${consentId}`

export interface Accept {
  ticked(consent: GiftConsent): boolean
  tick(consent: GiftConsent, on: boolean): void
  problems: FieldProblem[]
  failure: Failure | null
  submit(detail: GiftOfferDetail): Promise<void>
  busy: boolean
}

const missing = (consents: readonly GiftConsent[], ticked: Accept['ticked']): FieldProblem[] =>
  consents
    .filter((consent) => consent.required && !consent.granted && !ticked(consent))
    .map(({ consentId, titleZh }) => ({ fieldId: fieldOf(consentId), message: t.agreeFirst(titleZh) }))

/** Takes a gift up. One tap, two, or one again after the network came back: one certificate. */
export function useAccept(campaignId: string, refetch: () => unknown): Accept {
  const enrol = useEnrol()
  const intention = useIntention()
  const { ticked, tick, forget } = useTicks(`gift:${campaignId}`)
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const running = useRef(false)

  async function run({ offer, consents }: GiftOfferDetail): Promise<void> {
    const wrong = missing(consents, ticked)
    setProblems(wrong)
    setFailure(null)
    if (wrong.length > 0 || running.current) return
    running.current = true
    setBusy(true)
    try {
      const given = consents.filter((consent) => !consent.granted && ticked(consent)).map(({ consentId, version }) => ({ consentId, version }))
      const { enrolmentId } = await enrol.mutateAsync({ campaignId: offer.campaignId, consents: given, key: intention.key() })
      forget()
      await replace(addressOf({ page: 'certificate', id: enrolmentId }))
    } catch (error) {
      setFailure(failureOf(error, t.refused))
      // After an answer the next tap is a new intention; without one the same key finds out what became of this.
      if (error instanceof ApiError && !error.retryable) {
        intention.renew()
        if (error.code === 'CONSENT_VERSION_STALE') forget()
        void refetch()
      }
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return {
    ticked,
    tick: (consent, on) => {
      tick(consent, on)
      setProblems((now) => now.filter(({ fieldId }) => fieldId !== fieldOf(consent.consentId)))
    },
    problems, failure, busy,
    submit: (detail) => run(detail),
  }
}
