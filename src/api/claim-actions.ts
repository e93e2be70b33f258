import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Claim } from '@/contract/schemas/claim'
import type { AnswerRecovery, DisputeAuto, GiveFeedback, Resubmit } from '@/contract/schemas/claim-actions'
import { act } from './act'
import { took } from './claims'

/** A step of a claim by its member: based on a version, taken once however often the key comes. */
export interface ClaimStep {
  claimId: string
  version: number
  key: string
}

/** Each step answers with the claim as it is then. */
function useClaimStep<In extends ClaimStep>(mutationFn: (input: In) => Promise<Claim>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSuccess: (claim) => took(client, claim) })
}

export const useResubmitClaim = () =>
  useClaimStep(({ claimId, version, key, ...body }: ClaimStep & Resubmit) => act('resubmitClaim', { params: { claimId }, body, version, key }))
export const useConfirmAutoClaim = () => useClaimStep(({ claimId, version, key }: ClaimStep) => act('confirmAutoClaim', { params: { claimId }, body: {}, version, key }))
export const useDisputeAutoClaim = () =>
  useClaimStep(({ claimId, version, key, ...body }: ClaimStep & DisputeAuto) => act('disputeAutoClaim', { params: { claimId }, body, version, key }))
export const useDeclineAutoClaim = () => useClaimStep(({ claimId, version, key }: ClaimStep) => act('declineAutoClaim', { params: { claimId }, body: {}, version, key }))
export const useAppealClaim = () =>
  useClaimStep(({ claimId, version, key, ...body }: ClaimStep & { reasonZh: string }) => act('appealClaim', { params: { claimId }, body, version, key }))
export const useReopenClaim = () => useClaimStep(({ claimId, version, key }: ClaimStep) => act('reopenClaim', { params: { claimId }, body: {}, version, key }))
export const useAnswerRecovery = () =>
  useClaimStep(({ claimId, version, key, ...body }: ClaimStep & AnswerRecovery) => act('answerRecovery', { params: { claimId }, body, version, key }))
export const useGiveFeedback = () => useClaimStep(({ claimId, version: _version, key, ...body }: ClaimStep & GiveFeedback) => act('giveFeedback', { params: { claimId }, body, key }))
