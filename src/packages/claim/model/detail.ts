import { useState } from 'react'
import { isLost, messageOf } from '@/api/api-error'
import { useDiscardClaim, useWithdrawClaim } from '@/api/claims'
import { useIntention } from '@/api/keys'
import { forgetUploads } from '@/api/uploads'
import type { Claim } from '@/contract/schemas/claim'
import { confirm } from '@/platform/dialogs'
import { replace, switchTab } from '@/platform/navigation'
import { routes } from '@/routes'
import { texts } from '../texts'
import { isForOther } from './addresses'
import { useSingleFlight } from './single-flight'
import { forgetTyped } from './step-form'

const t = texts.detail

/** The two ways out of a claim, each asked for once more; a refusal stays on the page, the claim as it was. */
export function useClaimExits(claim: Claim | undefined, refetch: () => unknown) {
  const withdrawal = useWithdrawClaim()
  const discarding = useDiscardClaim()
  const intention = useIntention()
  const once = useSingleFlight()
  const [refusedZh, setRefused] = useState<string | null>(null)
  const [doneZh, setDone] = useState<string | undefined>()

  async function attempt(act: (claim: Claim) => Promise<void>): Promise<void> {
    if (!claim) return
    setRefused(null)
    try {
      await act(claim)
    } catch (error) {
      setRefused(messageOf(error))
      if (isLost(error)) return
      intention.renew()
      void refetch()
    }
  }

  const withdraw = () =>
    attempt(async ({ claimId, version }) => {
      if (!(await confirm(t.withdrawAsk))) return
      await withdrawal.mutateAsync({ claimId, version, key: intention.key() })
      intention.renew()
      setDone(t.withdrawn)
    })

  const discard = () =>
    attempt(async (draft) => {
      const { claimId, version } = draft
      if (!(await confirm(t.discardAsk))) return
      await discarding.mutateAsync({ claimId, version })
      forgetTyped(claimId)
      await forgetUploads(claimId)
      await (isForOther(draft) ? replace(routes.claimOthers) : switchTab(routes.claims))
    })

  return { refusedZh, doneZh, withdrawing: withdrawal.isPending, discarding: discarding.isPending, withdraw: () => once(withdraw), discard: () => once(discard) }
}
export type ClaimExits = ReturnType<typeof useClaimExits>
