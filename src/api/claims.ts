import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { Claim, UpdateClaim } from '@/contract/schemas/claim'
import type { ClaimKind } from '@/contract/schemas/claim-kind'
import type { Signature } from '@/contract/schemas/drawn'
import { accountKey } from '@/state/session-store'
import { act } from './act'
import { call } from './call'

/** `on`: the day that decides about covers, where it is known. */
export const claimOptionsQuery = (on?: string, authorisationId?: string) =>
  queryOptions({ queryKey: [accountKey(), 'claim-options', on ?? '', authorisationId ?? ''], queryFn: ({ signal }) => call('getClaimOptions', { signal, query: { ...(on === undefined ? {} : { on }), ...(authorisationId ? { authorisationId } : {}) } }) })
export const claimsQuery = () => queryOptions({ queryKey: [accountKey(), 'claims'], queryFn: ({ signal }) => call('listClaims', { signal, query: { limit: '50' } }) })
export const claimQuery = (claimId: string) =>
  queryOptions({ queryKey: [accountKey(), 'claim', claimId], queryFn: ({ signal }) => call('getClaim', { signal, params: { claimId } }) })
export const receiptQuery = (claimId: string) =>
  queryOptions({ queryKey: [accountKey(), 'receipt', claimId], queryFn: ({ signal }) => call('getClaimReceipt', { signal, params: { claimId } }) })

/** Puts a claim that the server just answered with where pages look for it; lists are asked for again. */
export function took(client: QueryClient, claim: Claim): void {
  client.setQueryData(claimQuery(claim.claimId).queryKey, claim)
  refreshLists(client)
}
export function refreshLists(client: QueryClient): void {
  for (const name of ['claims', 'principal-claims', 'home', 'payouts']) void client.invalidateQueries({ queryKey: [accountKey(), name] })
}

export function useCreateClaim() {
  const client = useQueryClient()
  return useMutation({ mutationFn: ({ key, ...body }: { cause: ClaimKind; authorisationId?: string; key: string }) => act('createClaim', { body, key }), onSuccess: (claim) => took(client, claim) })
}

export function useUpdateClaim() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ claimId, version, change }: { claimId: string; version: number; change: UpdateClaim }) => act('updateClaim', { params: { claimId }, body: change, version }),
    onSuccess: (claim) => took(client, claim),
  })
}

export function useDiscardClaim() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ claimId, version }: { claimId: string; version: number }) => act('discardClaim', { params: { claimId }, version }),
    onSuccess: (_nothing, { claimId }) => {
      client.removeQueries({ queryKey: claimQuery(claimId).queryKey })
      refreshLists(client)
    },
  })
}

export function useSubmitClaim() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ claimId, version, signature, key }: { claimId: string; version: number; signature: Signature; key: string }) =>
      act('submitClaim', { params: { claimId }, body: { declaredTrue: true, signature }, version, key }),
    onSuccess: (receipt) => {
      client.setQueryData(receiptQuery(receipt.claimId).queryKey, receipt)
      void client.invalidateQueries({ queryKey: claimQuery(receipt.claimId).queryKey })
      refreshLists(client)
    },
  })
}

export function useWithdrawClaim() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ claimId, version, key }: { claimId: string; version: number; key: string }) => act('withdrawClaim', { params: { claimId }, body: {}, version, key }),
    onSuccess: (claim) => took(client, claim),
  })
}
