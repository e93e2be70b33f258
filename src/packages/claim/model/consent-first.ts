import { useState } from 'react'
import type { Claim } from '@/contract/schemas/claim'
import { useClaimAct } from './claim-act'
import { useConsentAsk } from './consent-ask'

/** Asks for what a claim needs before papers are added to it, as a step of its own. */
export function useConsentFirst(claim: Claim | undefined) {
  const consent = useConsentAsk(claim?.consentsNeeded ?? [], claim?.claimId)
  const { act, refusedZh, busy } = useClaimAct(claim)
  const [tried, setTried] = useState(false)
  return {
    ...consent,
    problems: tried ? consent.problems() : [],
    refusedZh,
    agreeing: busy !== null || consent.saving,
    agree: () => {
      setTried(true)
      return consent.problems().length > 0 ? undefined : act('consent', '', () => consent.grant().then(consent.forget))
    },
  }
}
export type ConsentFirst = ReturnType<typeof useConsentFirst>
