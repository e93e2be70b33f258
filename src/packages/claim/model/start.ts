import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isRefusal, messageOf } from '@/api/api-error'
import { claimOptionsQuery, claimQuery, claimsQuery, useCreateClaim } from '@/api/claims'
import { useIntention } from '@/api/keys'
import { usePageQuery } from '@/api/page-query'
import type { ClaimSummary } from '@/contract/schemas/claim'
import type { Cause } from '@/contract/schemas/common'
import { go, replace } from '@/platform/navigation'
import type { FieldProblem } from '@/ui'
import { texts } from '../texts'
import { addressOfPart, resumePart } from './addresses'
import { useConsentAsk } from './consent-ask'
import { useSingleFlight } from './single-flight'

const t = texts.start

/** 发起申领: choose the cause, agree where that is still needed, and a draft is there. */
export function useStart() {
  const options = usePageQuery(claimOptionsQuery())
  const { known, draft } = useDraftClaim()
  const consent = useConsentAsk(['C3'])
  const create = useCreateClaim()
  const intention = useIntention()
  const once = useSingleFlight()
  const [cause, setCause] = useState<Cause>()
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const [refusedZh, setRefused] = useState<string | null>(null)

  const choose = (chosen: Cause): void => {
    // Another cause is another intention: the same key with another body would be refused.
    intention.renew()
    setCause(chosen)
  }

  async function submit(): Promise<void> {
    setRefused(null)
    const wrong = [...(cause ? [] : [{ fieldId: 'cause', message: t.causeMissing }]), ...consent.problems()]
    setProblems(wrong)
    if (!cause || wrong.length > 0) return
    try {
      await consent.grant()
      const claim = await create.mutateAsync({ cause, key: intention.key() })
      intention.renew()
      await replace(addressOfPart('stay', claim.claimId))
    } catch (error) {
      if (isRefusal(error, 'CONSENT_REQUIRED')) consent.refresh()
      if (!isRefusal(error, 'NETWORK') && !isRefusal(error, 'TIMEOUT')) intention.renew()
      setRefused(messageOf(error))
    }
  }

  // The offer of an old draft must not push the choice away under the member's finger: first it is known, then either is shown.
  const query = known ? options : { ...options, data: undefined, error: null, isPending: true }
  return { query, draft, consent, cause, choose, problems, refusedZh, saving: create.isPending || consent.saving, submit: () => void once(submit) }
}

/** The newest draft that is still there; `known` once the server has been asked, with whatever result. */
export function useDraftClaim(): { known: boolean; draft: ClaimSummary | undefined } {
  const claims = useQuery(claimsQuery())
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
