import type { ClaimSummary } from '@/contract/schemas/claim'

/** Drafts first, since they wait for the member; the rest in the server's order, newest first. */
export const draftsFirst = (claims: readonly ClaimSummary[]): ClaimSummary[] => [
  ...claims.filter(({ status }) => status.state === 'DRAFT'),
  ...claims.filter(({ status }) => status.state !== 'DRAFT'),
]
