import type { Amounts } from '@/contract/schemas/claim'
import { formatDateZh, type LocalDate } from '@/domain/dates'
import { differenceFen, formatFen } from '@/domain/money'
import { claimWindowEnd } from '@/domain/scheme-dates'
import { claimWindowYears, planInfo } from '../../rules/plans'
import { Refusal } from '../../rules/refusal'
import type { ClaimRecord, CoverageRecord } from '../../store/entities'
import { plansFor } from './claim-covers'

type Draft = Pick<ClaimRecord, 'cause' | 'accidentOn' | 'stay' | 'amounts'>

/** Last day to claim: two years from the settlement for P1 to P3, from the accident where only P4 or G7 pays (rule source A). */
export function windowEndOf({ stay, accidentOn }: Draft, covers: readonly CoverageRecord[]): LocalDate | null {
  const accidentOnly = covers.length > 0 && covers.every(({ planId }) => planId === 'P4' || planId === 'G7')
  const startOn = accidentOnly ? (accidentOn ?? stay?.dischargedOn) : stay?.dischargedOn
  return startOn === undefined ? null : claimWindowEnd(startOn, claimWindowYears)
}

/**
 * Dates of a stay: in order, not in the future, inside a cover, inside the time to claim.
 * @throws VALIDATION_FAILED by field, CLAIM_NOT_COVERED with the days of the covers, CLAIM_WINDOW_OVER
 */
export function checkStay(draft: Draft, covers: readonly CoverageRecord[], coverages: readonly CoverageRecord[], { today, windowEndsOn }: { today: LocalDate; windowEndsOn: LocalDate | null }): void {
  const { stay, accidentOn } = draft
  const faults: Record<string, string> = {}
  if (stay && stay.admittedOn > today) faults['/stay/admittedOn'] = '入院日期不能晚于今天。'
  if (stay && stay.dischargedOn > today) faults['/stay/dischargedOn'] = '出院日期不能晚于今天,请在出院结算后再申领。'
  if (stay && stay.dischargedOn < stay.admittedOn) faults['/stay/dischargedOn'] = '出院日期不能早于入院日期。'
  if (accidentOn !== null && accidentOn > today) faults['/accidentOn'] = '受伤日期不能晚于今天。'
  if (accidentOn !== null && stay && accidentOn > stay.admittedOn) faults['/accidentOn'] = '受伤日期不能晚于入院日期。'
  if (Object.keys(faults).length > 0) throw new Refusal('VALIDATION_FAILED', undefined, faults)

  if (!stay) return
  if (covers.length === 0) {
    const wordsZh = notCoveredWords(draft, coverages, stay.admittedOn)
    throw new Refusal('CLAIM_NOT_COVERED', wordsZh, { '/stay/admittedOn': wordsZh })
  }
  if (windowEndsOn !== null && today > windowEndsOn) {
    throw new Refusal('CLAIM_WINDOW_OVER', `申领时限截至${formatDateZh(windowEndsOn)},已经超过。如有特殊原因,请拨打职工服务热线12351。`)
  }
}

function notCoveredWords(draft: Draft, coverages: readonly CoverageRecord[], admittedOn: LocalDate): string {
  const days = coverages
    .filter(({ planId }) => plansFor(draft).includes(planId))
    .map(({ planId, effectiveOn, endsOn }) => `${planInfo(planId).nameZh}${formatDateZh(effectiveOn)}至${formatDateZh(endsOn)}`)
  return `入院日期${formatDateZh(admittedOn)}不在您的保障期内。您的保障期:${days.length > 0 ? days.join(';') : '暂无'}。请核对入院日期。`
}

/** total = pooled + in-scope self-pay + out of scope. @throws AMOUNTS_MISMATCH, VALIDATION_FAILED */
export function checkAmounts(amounts: Amounts | null): void {
  if (!amounts) return
  if (amounts.totalFen === 0) throw new Refusal('VALIDATION_FAILED', undefined, { '/amounts/totalFen': '总费用应大于0。' })
  const difference = differenceFen(amounts)
  if (difference !== 0) {
    const parts = formatFen(amounts.totalFen - difference)
    const wordsZh = `医保已付、自付、自费相加是${parts}元,总费用是${formatFen(amounts.totalFen)}元,相差${formatFen(Math.abs(difference))}元,请核对。`
    throw new Refusal('AMOUNTS_MISMATCH', wordsZh, { '/amounts/totalFen': wordsZh })
  }
  if (amounts.otherPaidFen > amounts.inScopeSelfPayFen + amounts.outOfScopeFen) {
    throw new Refusal('VALIDATION_FAILED', undefined, { '/amounts/otherPaidFen': '其他报销不能超过自付和自费的合计。' })
  }
}
