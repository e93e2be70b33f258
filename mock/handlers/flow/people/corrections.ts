import type { Amounts } from '@/contract/schemas/claim'
import type { Decide } from '@/contract/schemas/tester'
import { daysBetween, type Instant } from '@/domain/dates'
import { formatFen } from '@/domain/money'
import { Refusal } from '../../../rules/refusal'
import type { ClaimRecord, CorrectionRecord } from '../../../store/entities'
import { categoryZh } from '../../words/correction-words'
import { checkAmounts, dateFaults } from '../claims/claim-checks'

/** What a reviewer may put right in a claim (T20, T31): the bill, the days, the grade, the class of the illness. */
export type Corrected = Pick<Decide, 'amounts' | 'stayDays' | 'disabilityGrade' | 'category'>
type Found = Omit<CorrectionRecord, 'at'>

export const isCorrected = ({ amounts, stayDays, disabilityGrade, category }: Corrected): boolean => [amounts, stayDays, disabilityGrade, category].some((value) => value !== undefined)

/**
 * The claim as the reviewer has found it to be; what was filed is kept beside it, for the member to read in the decision.
 * @throws VALIDATION_FAILED for what the claim does not have, AMOUNTS_MISMATCH
 */
export function withCorrections(claim: ClaimRecord, corrected: Corrected, now: Instant): ClaimRecord {
  if (!isCorrected(corrected)) return claim
  const { amounts = claim.amounts, stayDays, disabilityGrade, category } = corrected
  const { accident = null, diagnosis = null } = claim
  const unknown = {
    ...(corrected.amounts && !claim.amounts ? { '/amounts': '这笔申领没有费用。' } : {}),
    ...(stayDays && !claim.stay ? { '/stayDays': '这笔申领没有住院。' } : {}),
    ...(disabilityGrade !== undefined && !accident?.disabilityGrade ? { '/disabilityGrade': '这笔申领没有伤残。' } : {}),
    ...(category !== undefined && !diagnosis ? { '/category': '这笔申领没有确诊的疾病。' } : {}),
  }
  if (Object.keys(unknown).length > 0) throw new Refusal('VALIDATION_FAILED', undefined, unknown)

  const right: ClaimRecord = {
    ...claim,
    amounts,
    stay: claim.stay && { ...claim.stay, ...stayDays },
    accident: accident && { ...accident, disabilityGrade: disabilityGrade ?? accident.disabilityGrade },
    diagnosis: diagnosis && { ...diagnosis, category: category ?? diagnosis.category },
  }
  checkAmounts(right.amounts)
  const faults = dateFaults(right, now.slice(0, 10))
  if (Object.keys(faults).length > 0) throw new Refusal('VALIDATION_FAILED', undefined, faults)
  const found = [...basesChanged(claim.amounts, right.amounts), ...daysChanged(claim, right), ...gradeChanged(claim, right), ...classChanged(claim, right)]
  return { ...right, corrections: [...(claim.corrections ?? []), ...found.map((one) => ({ ...one, at: now }))] }
}

/** Of the decision that is made at this moment. */
export const correctionsAt = ({ corrections = [] }: Pick<ClaimRecord, 'corrections'>, now: Instant): CorrectionRecord[] => corrections.filter(({ at }) => at === now)

const bases = [
  ['inScopeSelfPayFen', '自付'],
  ['outOfScopeFen', '自费'],
  ['otherPaidFen', '其他报销'],
] as const

function basesChanged(before: Amounts | null, after: Amounts | null): Found[] {
  if (!before || !after) return []
  return bases.flatMap(([base, whatZh]) => (before[base] === after[base] ? [] : [{ code: 'BASE_CORRECTED' as const, whatZh, oldZh: formatFen(before[base]), newZh: formatFen(after[base]) }]))
}

function daysChanged(before: ClaimRecord, after: ClaimRecord): Found[] {
  if (!before.stay || !after.stay) return []
  const [oldDays, newDays] = [before.stay, after.stay].map(({ admittedOn, dischargedOn }) => Math.max(1, daysBetween(admittedOn, dischargedOn)))
  return oldDays === newDays ? [] : [{ code: 'DAYS_CORRECTED', whatZh: null, oldZh: String(oldDays), newZh: String(newDays) }]
}

function gradeChanged({ accident: before }: ClaimRecord, { accident: after }: ClaimRecord): Found[] {
  const [oldGrade, newGrade] = [before?.disabilityGrade ?? null, after?.disabilityGrade ?? null]
  return oldGrade === null || newGrade === null || oldGrade === newGrade ? [] : [{ code: 'GRADE_CHANGED', whatZh: null, oldZh: String(oldGrade), newZh: String(newGrade) }]
}

function classChanged({ diagnosis: before }: ClaimRecord, { diagnosis: after }: ClaimRecord): Found[] {
  return !before || !after || before.category === after.category ? [] : [{ code: 'DISEASE_CLASS_CHANGED', whatZh: null, oldZh: categoryZh(before.category), newZh: categoryZh(after.category) }]
}
