import type { Claim } from '@/contract/schemas/claim'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'

/** Pages on which a draft is filled in; which of them a claim has, and in which order, the server says. */
export type Part = Claim['parts'][number] | 'check'
const pages: Record<Part, string> = { event: routes.claimEvent, stay: routes.claimStay, amounts: routes.claimAmounts, papers: routes.claimPapers, check: routes.claimCheck }

export const waysOf = ({ parts }: Pick<Claim, 'parts'>): Part[] => [...parts, 'check']
export const firstPart = ({ parts }: Pick<Claim, 'parts'>): Part => parts[0] ?? 'check'
export function nextPart(claim: Pick<Claim, 'parts'>, part: Part): Part {
  const ways = waysOf(claim)
  return ways[ways.indexOf(part) + 1] ?? 'check'
}

/** `from` check: the page leads back to 核对 instead of on to the next one. */
export const addressOfPart = (part: Part, claimId: string, from?: 'check'): string => withParams(pages[part], { claimId, from })
export const detailAddress = (claimId: string): string => withParams(routes.claimDetail, { claimId })
export const supplementAddress = (claimId: string, from?: 'detail'): string => withParams(routes.claimSupplement, { claimId, from })
export const appealAddress = (claimId: string, from?: 'detail'): string => withParams(routes.claimAppeal, { claimId, from })
/** To the appeal, with words for who only wants somebody to look. */
export const doubtAddress = (claimId: string): string => withParams(routes.claimAppeal, { claimId, from: 'detail', doubt: 'auto' })
export const receiptAddress = (claimId: string): string => withParams(routes.claimReceipt, { claimId })

/** Where a half-filled draft goes on: at the first page of the way on which the server misses something. */
export const resumePart = ({ parts, missing }: Claim): Part => parts.find((part) => missing.some((one) => one.part === part)) ?? 'check'

/** Filed for the reader's principal: the reader is an agent. A death claim is the beneficiary's own. */
export const isForOther = ({ forMasked, cause }: Pick<Claim, 'forMasked' | 'cause'>): boolean => forMasked !== null && cause !== 'DEATH'

/** Where the claim stands in a list, from the tab on: an agent finds it elsewhere. */
export const listOf = (claim: Pick<Claim, 'forMasked' | 'cause'>): [string, ...string[]] => (isForOther(claim) ? [routes.mine, routes.claimOthers] : [routes.claims])

/** The server alone says whether a claim can still be changed. */
export const canEdit = (claim: Claim): boolean => claim.actions.includes('edit')
