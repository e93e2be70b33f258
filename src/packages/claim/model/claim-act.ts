import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { isLost, isRefusal, messageOf } from '@/api/api-error'
import type { ClaimStep } from '@/api/claim-actions'
import { claimQuery } from '@/api/claims'
import { useIntention } from '@/api/keys'
import type { Claim } from '@/contract/schemas/claim'
import { texts } from '../texts'
import { useSingleFlight } from './single-flight'

/**
 * Steps of a claim, one at a time. A tap whose answer got lost is sent again with the same key, so it is done once; what has changed
 * since is another intention. After a refusal the claim is fetched anew, so the page shows what is possible now.
 */
export function useClaimAct(claim: Claim | undefined) {
  const client = useQueryClient()
  const once = useSingleFlight()
  const intention = useIntention()
  const intended = useRef('')
  const [refusedZh, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState<string | null>(null)

  /** @param content what is sent with it, and so what makes it the same step again */
  const act = (name: string, content: string, work: (step: ClaimStep) => Promise<unknown>): Promise<void> =>
    once(async () => {
      if (!claim) return
      const { claimId, version } = claim
      if (intended.current !== `${name} ${content}`) intention.renew()
      intended.current = `${name} ${content}`
      setRefused(null)
      setBusy(name)
      try {
        await work({ claimId, version, key: intention.key() })
        intention.renew()
      } catch (error) {
        if (!isLost(error)) {
          intention.renew()
          void client.invalidateQueries({ queryKey: claimQuery(claimId).queryKey })
        }
        setRefused(isRefusal(error, 'VERSION_STALE') ? texts.movedOn : messageOf(error))
      } finally {
        setBusy(null)
      }
    })
  return { act, refusedZh, busy }
}
