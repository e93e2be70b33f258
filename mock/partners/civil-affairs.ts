import { sha256Hex } from '../core/hash'

/**
 * Who stands on the lists of the civil-affairs office: model workers and workers in hardship. The lists hold hashes, and a group is
 * recognised from them only, never from what somebody says of themselves.
 */
export const verifiedGroups = (idNo: string | null): string[] => (idNo === null ? [] : lists.filter(([, hashes]) => hashes.includes(sha256Hex(idNo))).map(([group]) => group))

/** Groups that nobody can have by their own word. */
export const LISTED_GROUPS: readonly string[] = ['MODEL_WORKER', 'HARDSHIP']

const lists: readonly (readonly [group: string, hashes: readonly string[]])[] = [
  ['MODEL_WORKER', ['198dbca874ace727463b0b1e845d897e8bb9ef37f9d2fd30a59be24359500c06']],
  ['HARDSHIP', ['aeb3431d83df53909f6808f5a417f305c1bf4c087e907e3f1ffae114eb58c5e2']],
]
