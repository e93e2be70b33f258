import { sha256 } from '@noble/hashes/sha2'
import { autoClaimData } from './claim-table'
import { limits, type PlanId } from './plans'

/** Facts of a settlement that the medical insurance partner sent, for the guards of 免审即享 (A, claim-states.json `autoClaim`). */
export interface AutoClaimFacts {
  c2: boolean
  /** Name and ID number equal in both sources. */
  identityEqual: boolean
  /** A cover period holds the day of admission. */
  covered: boolean
  /** Waiting period over, age and plan rules hold. */
  rulesHold: boolean
  /** Plans that would pay. */
  plans: readonly PlanId[]
  /** Of the whole admission, fen. */
  sumFen: number
  cause: 'ILLNESS' | 'ACCIDENT'
  thirdParty: boolean
  offsiteManual: boolean
  /** Total equals its parts and nothing was reversed. */
  addsUp: boolean
  /** Live or paid claim with the same invoice. */
  duplicateOf: string | null
  /** Hours since the own debit card was verified; null: no usable card. */
  cardVerifiedHours: number | null
  c5: boolean
  openRecovery: boolean
}

/** Plans whose benefit follows from the settlement data alone (domain rule, source A). */
export const isAutoPlan = (plan: PlanId): boolean => plan === 'P1' || plan === 'P3'

/**
 * MATCH: T02. PREFILL: T43 with the code of the first failed guard. NOTHING: nothing is stored and no notice is sent about the stay,
 * except AUTO_DUPLICATE, whose notice leads to the existing claim, and AUTO_DATA_CONFLICT of another person, at which a person looks.
 */
export type AutoClaimVerdict = { kind: 'MATCH' } | { kind: 'PREFILL' | 'NOTHING'; reasonCode: string }

export const autoClaimVerdict = (facts: AutoClaimFacts): AutoClaimVerdict => {
  // In the order of `guards`: the first that fails gives the code.
  const holds = [
    facts.c2,
    facts.identityEqual,
    facts.covered && facts.rulesHold,
    facts.plans.every(isAutoPlan),
    facts.sumFen > 0 && facts.sumFen <= limits.autoClaimMaxFen.value,
    facts.cause === 'ILLNESS' && !facts.thirdParty,
    !facts.offsiteManual,
    facts.addsUp,
    facts.duplicateOf === null,
    facts.cardVerifiedHours !== null && facts.cardVerifiedHours >= 24 && facts.c5,
    !facts.openRecovery,
  ]
  const failed = holds.findIndex((ok) => !ok)
  if (failed === -1) return { kind: 'MATCH' }
  const { reasonCode } = autoClaimData.guards[failed]
  if (!facts.c2 || !facts.identityEqual || !facts.covered) return { kind: 'NOTHING', reasonCode }
  // Whatever failed first, an invoice that is claimed already makes no second draft.
  return facts.duplicateOf !== null ? { kind: 'NOTHING', reasonCode: 'AUTO_DUPLICATE' } : { kind: 'PREFILL', reasonCode }
}

/** Five of a hundred claims go to a person before payment: the first 4 bytes of SHA-256(claimId), big-endian, mod 100 < 5. */
export const isSampled = (claimId: string): boolean => {
  // Ids are ASCII; TextEncoder is missing where the mock runs inside the mini-program.
  const [a, b, c, d] = sha256(Uint8Array.from(claimId, (char) => char.charCodeAt(0)))
  return (((a * 256 + b) * 256 + c) * 256 + d) % 100 < limits.autoSamplePercent.value
}
