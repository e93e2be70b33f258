import type { Amounts } from '@/contract/schemas/claim'
import { formatDateZh, type LocalDate } from '@/domain/dates'
import { differenceFen, formatFen } from '@/domain/money'
import { claimWindowEnd } from '@/domain/scheme-dates'
import { claimWindowYears, planInfo } from '../../../rules/plans'
import { Refusal } from '../../../rules/refusal'
import type { ClaimRecord, CoverageRecord } from '../../../store/entities'
import { accidentDayZh } from '../../words/kind-words'
import { goesByAccident, hasBill, hasDay, isDiagnosed, plansFor } from './claim-covers'

type Draft = Pick<ClaimRecord, 'cause' | 'accidentOn' | 'accident' | 'stay' | 'amounts' | 'diagnosis' | 'death'>

/** Last day to claim: two years from the settlement for P1 to P3, from the diagnosis for P5 and P6, from the accident where only P4 or G7 pays (rule source A). */
export function windowEndOf({ cause, stay, accidentOn, diagnosis }: Draft, covers: readonly CoverageRecord[]): LocalDate | null {
  const accidentOnly = covers.length > 0 && covers.every(({ planId }) => goesByAccident(planId))
  const startOn = isDiagnosed(cause) ? diagnosis?.diagnosedOn : accidentOnly ? (accidentOn ?? stay?.dischargedOn) : stay?.dischargedOn
  return startOn === undefined ? null : claimWindowEnd(startOn, claimWindowYears)
}

/** The day that a member reads about, by kind of claim, and the field that it stands in. */
export const dayWords = (cause: ClaimRecord['cause']): { dayZh: string; pointer: string } => {
  if (isDiagnosed(cause)) return { dayZh: '确诊日期', pointer: '/diagnosis/diagnosedOn' }
  return cause === 'ILLNESS' ? { dayZh: '入院日期', pointer: '/stay/admittedOn' } : { dayZh: accidentDayZh(cause), pointer: '/accidentOn' }
}

/**
 * Dates of what happened: in order, not in the future, inside a cover, inside the time to claim.
 * @throws VALIDATION_FAILED by field, CLAIM_NOT_COVERED with the days of the covers, CLAIM_WINDOW_OVER
 */
export function checkEvent(draft: Draft, covers: readonly CoverageRecord[], coverages: readonly CoverageRecord[], { today, windowEndsOn }: { today: LocalDate; windowEndsOn: LocalDate | null }): void {
  const faults = dateFaults(draft, today)
  if (Object.keys(faults).length > 0) throw new Refusal('VALIDATION_FAILED', undefined, faults)

  // An accident may be covered by its own day alone, or by that of the admission: as long as the second is missing nothing is said.
  if (!hasDay(draft) || (draft.cause === 'ACCIDENT' && hasBill(draft) && !draft.stay)) return
  if (covers.length === 0) {
    const { pointer, wordsZh } = notCovered(draft, coverages)
    throw new Refusal('CLAIM_NOT_COVERED', wordsZh, { [pointer]: wordsZh })
  }
  if (windowEndsOn !== null && today > windowEndsOn) {
    throw new Refusal('CLAIM_WINDOW_OVER', `申领时限截至${formatDateZh(windowEndsOn)}，已经超过。如有特殊原因，请拨打职工服务热线12351。`)
  }
}

/** What is wrong with the dates of what happened, by field. */
export function dateFaults({ cause, stay, accidentOn, accident, diagnosis, death }: Draft, today: LocalDate): Record<string, string> {
  const faults: Record<string, string> = {}
  const outpatient = accident?.treatment === 'OUTPATIENT'
  const [from, to] = outpatient ? ['首次就诊日期', '最后就诊日期'] : ['入院日期', '出院日期']
  if (stay && stay.admittedOn > today) faults['/stay/admittedOn'] = `${from}不能晚于今天。`
  if (stay && stay.dischargedOn > today) faults['/stay/dischargedOn'] = outpatient ? `${to}不能晚于今天。` : '出院日期不能晚于今天，请在出院结算后再申领。'
  if (stay && stay.dischargedOn < stay.admittedOn) faults['/stay/dischargedOn'] = `${to}不能早于${from}。`
  if (accidentOn !== null && accidentOn > today) faults['/accidentOn'] = `${accidentDayZh(cause)}不能晚于今天。`
  if (accidentOn !== null && stay && accidentOn > stay.admittedOn) faults['/accidentOn'] = `${accidentDayZh(cause)}不能晚于${from}。`
  if (diagnosis && diagnosis.diagnosedOn > today) faults['/diagnosis/diagnosedOn'] = '确诊日期不能晚于今天。'
  if (diagnosis && (cause === 'CRITICAL') !== (diagnosis.category === 'LIGHT' || diagnosis.category === 'SEVERE')) faults['/diagnosis/category'] = '这一类别不属于这种申领。'
  if (death && death.diedOn > today) faults['/death/diedOn'] = '身故日期不能晚于今天。'
  if (death && accidentOn !== null && death.diedOn < accidentOn) faults['/death/diedOn'] = '身故日期不能早于事故日期。'
  return faults
}

function notCovered(draft: Draft, coverages: readonly CoverageRecord[]): { pointer: string; wordsZh: string } {
  const byAccident = draft.cause === 'ACCIDENT' && !draft.stay
  const { dayZh, pointer } = byAccident || draft.cause !== 'ACCIDENT' ? dayWords(draft.cause) : dayWords('ILLNESS')
  const day = draft.diagnosis?.diagnosedOn ?? (byAccident || draft.cause === 'DEATH' ? draft.accidentOn : draft.stay?.admittedOn) ?? ''
  const days = coverages
    .filter(({ planId }) => plansFor(draft).includes(planId))
    .map(({ planId, effectiveOn, endsOn }) => `${planInfo(planId).nameZh}${formatDateZh(effectiveOn)}至${formatDateZh(endsOn)}`)
  const whose = draft.cause === 'DEATH' ? '会员的' : '您的'
  return { pointer, wordsZh: `${dayZh}${formatDateZh(day)}不在${whose}保障期内。${whose}保障期：${days.length > 0 ? days.join('；') : '暂无'}。请核对${dayZh}。` }
}

/** total = pooled + in-scope self-pay + out of scope. @throws AMOUNTS_MISMATCH, VALIDATION_FAILED */
export function checkAmounts(amounts: Amounts | null): void {
  if (!amounts) return
  if (amounts.totalFen === 0) throw new Refusal('VALIDATION_FAILED', undefined, { '/amounts/totalFen': '总费用应大于0。' })
  const difference = differenceFen(amounts)
  if (difference !== 0) {
    const parts = formatFen(amounts.totalFen - difference)
    const wordsZh = `医保已付、自付、自费相加是${parts}元，总费用是${formatFen(amounts.totalFen)}元，相差${formatFen(Math.abs(difference))}元，请核对。`
    throw new Refusal('AMOUNTS_MISMATCH', wordsZh, { '/amounts/totalFen': wordsZh })
  }
  if (amounts.otherPaidFen > amounts.inScopeSelfPayFen + amounts.outOfScopeFen) {
    throw new Refusal('VALIDATION_FAILED', undefined, { '/amounts/otherPaidFen': '其他报销不能超过自付和自费的合计。' })
  }
}
