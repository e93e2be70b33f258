import type { LocalDate } from '@/domain/dates'
import { refusedLine } from './benefit-lines'
import type { BenefitItem, BenefitLine, BenefitReason, BenefitResult, BillEvent } from './benefit-types'
import { holds, paysFrom, type Period } from './coverage'
import type { PlanId, Sex } from './plans'

/** What grows while events are worked through in order. */
export interface Work {
  periods: Period[]
  sex: Sex | undefined
  lines: BenefitLine[]
  /** Reasons in order of evaluation: the indemnity cut comes after both expense lines. */
  reasons: BenefitResult['reasons']
}

/** The period that pays on that day; null where none does, after noting why. */
export const openPeriod = (eventId: string, planId: PlanId, item: BenefitItem, date: LocalDate, accident: boolean, work: Work): Period | null => {
  const refuse = (period: Period, code: BenefitReason): null => {
    add(refusedLine(eventId, period, item, code), work)
    return null
  }
  const own = work.periods.filter((period) => period.coverage.planId === planId)
  const [anyPeriod] = own
  if (!anyPeriod) return null
  const period = own.find((candidate) => holds(candidate, date))
  if (!period) return refuse(anyPeriod, 'NOT_COVERED')
  if (period.params.sex && work.sex !== period.params.sex) return refuse(period, 'SEX_LIMIT')
  if (date < paysFrom(period, accident)) return refuse(period, 'WAITING_PERIOD')
  return period
}

export const coverOn = (planId: PlanId, date: LocalDate, periods: readonly Period[]): boolean =>
  periods.some((period) => period.coverage.planId === planId && holds(period, date))

export const note = (line: BenefitLine, work: Work): void => {
  for (const code of line.reasonCodes) work.reasons.push({ event: line.eventId, planId: line.planId, code })
}
export const add = (line: BenefitLine, work: Work): void => {
  note(line, work)
  work.lines.push(line)
}
export const pay = (line: BenefitLine, period: Period, work: Work): void => {
  period.paidFen += line.amountFen
  add(line, work)
}

/** What the member would bear of a bill without mutual aid, fen. */
export const ownShare = (bill: Pick<BillEvent, 'inScopeSelfPayFen' | 'outOfScopeFen' | 'otherPaidFen'>): number =>
  Math.max(0, bill.inScopeSelfPayFen + bill.outOfScopeFen - (bill.otherPaidFen ?? 0))

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
