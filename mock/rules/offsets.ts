/** Money that is to come back. `since`: when that was decided; `leftFen`: what nothing has spoken for yet. */
export interface OpenRecovery {
  claimId: string
  claimNo: string
  since: string
  leftFen: number
}

/**
 * What a benefit of `dueFen` gives up for what is to come back (A: 从以后的互助金中抵扣, claim-states.json RECOVERING): the oldest first, never
 * more than is owed or than is due. Integer fen.
 */
export function offsetsFrom(dueFen: number, recoveries: readonly OpenRecovery[]): { claimId: string; claimNo: string; amountFen: number }[] {
  let left = dueFen
  return [...recoveries]
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
    .flatMap(({ claimId, claimNo, leftFen }) => {
      const amountFen = Math.max(0, Math.min(left, leftFen))
      left -= amountFen
      return amountFen > 0 ? [{ claimId, claimNo, amountFen }] : []
    })
}
