import type { BillSplit } from '@/contract/schemas/common'
import { daysBetween, type LocalDate } from '@/domain/dates'
import { formatFen } from '@/domain/money'
import { workOutExpenses } from './benefit-expenses'
import { capLeft, cappedLine, percentGross, refusedLine, timesGross, type Gross } from './benefit-lines'
import type { BenefitEvent, BenefitInput, BenefitItem, BenefitResult, BillEvent } from './benefit-types'
import { add, openPeriod, ownShare, pay, sum, type Work } from './benefit-work'
import { periodsOf, sharesOf } from './coverage'
import { benefitParams, type BenefitParams } from './plans'

/**
 * Works out what every cover pays for the events, in fen (domain section 3: R, I and A as labelled in plans.json).
 * Pure; `params` are those of plans.json unless a test changes them.
 */
export const computeBenefits = (input: BenefitInput, params: BenefitParams = benefitParams): BenefitResult => {
  const work: Work = { periods: periodsOf(input.coverages, params), sex: input.sex, lines: [], reasons: [] }
  const events = [...input.events].sort(byDate)
  for (const event of events) workOut(event, work)

  const perPlanFen: BenefitResult['perPlanFen'] = {}
  for (const { planId } of input.coverages) perPlanFen[planId] = 0
  for (const line of work.lines) perPlanFen[line.planId] = (perPlanFen[line.planId] ?? 0) + line.amountFen
  const expenseFen = sum(work.lines.filter((line) => lowersBill(line.item)).map((line) => line.amountFen))
  const borne = sum(events.filter(isBill).map(ownShare))
  return {
    perPlanFen,
    lines: work.lines,
    reasons: work.reasons,
    totalFen: sum(work.lines.map((line) => line.amountFen)),
    expenseFen,
    memberFinalFen: Math.max(0, borne - expenseFen),
  }
}

/** How one bill splits (fen). Allowances and fixed sums are left out: they do not lower what the member bears. */
export const billSplit = (bill: Pick<BillEvent, 'totalFen' | 'pooledFen' | 'inScopeSelfPayFen' | 'outOfScopeFen' | 'otherPaidFen'>, expenseFen: number): BillSplit => ({
  totalFen: bill.totalFen,
  pooledFen: bill.pooledFen,
  selfPayFen: bill.inScopeSelfPayFen,
  outOfScopeFen: bill.outOfScopeFen,
  mutualAidFen: expenseFen,
  memberFinalFen: Math.max(0, ownShare(bill) - expenseFen),
})

const workOut = (event: BenefitEvent, work: Work): void => {
  switch (event.type) {
    case 'ADMISSION':
    case 'OUTPATIENT':
      return workOutBill(event, work)
    case 'DISABILITY':
    case 'DEATH':
      return (['P4', 'G7'] as const).forEach((planId) => workOutSum(event, planId, work))
    case 'DIAGNOSIS':
      return (event.family === 'P5' ? (['P5A', 'P5B'] as const) : (['P6'] as const)).forEach((planId) => workOutDiagnosis(event, planId, work))
    default:
      return unreachable(event)
  }
}

// waiting -> slot -> gross -> cap, then the indemnity limit over P1 and P2 together, then the allowances, G7 medical last.
const workOutBill = (event: BillEvent, work: Work): void => {
  const accident = event.cause === 'ACCIDENT'
  const accidentOn = event.accidentOn ?? event.admittedOn
  if (event.type === 'ADMISSION') {
    workOutExpenses(event, accident, work)
    workOutDays(event, 'P3', event.admittedOn, accident, work)
    if (accident) workOutDays(event, 'P4', accidentOn, true, work)
  }
  if (accident) workOutMedical(event, accidentOn, work)
}

const workOutDays = (event: BillEvent, planId: 'P3' | 'P4', date: LocalDate, accident: boolean, work: Work): void => {
  const period = openPeriod(event.id, planId, 'ALLOWANCE', date, accident, work)
  if (!period) return
  const { params } = period
  if (params.causes.length > 0 && !params.causes.includes(event.cause)) return
  const stayed = Math.max(1, daysBetween(event.admittedOn, event.dischargedOn))
  const days = Math.max(0, stayed - (params.payFromDay - 1))
  const daysLeft = Math.max(0, params.maxDays - period.daysUsed)
  const limitFen = Math.min(daysLeft * params.dailyFen, capLeft(period))
  const line = cappedLine(event.id, period, 'ALLOWANCE', timesGross(params.dailyFen, days, '天'), limitFen)
  period.daysUsed += Math.min(days, daysLeft)
  pay(line, period, work)
}

const workOutMedical = (event: BillEvent, accidentOn: LocalDate, work: Work): void => {
  const period = openPeriod(event.id, 'G7', 'MEDICAL', accidentOn, true, work)
  if (!period) return
  const paidBefore = sum(work.lines.filter((line) => line.eventId === event.id && line.item === 'EXPENSE').map((line) => line.amountFen))
  const gross = percentGross(Math.max(0, ownShare(event) - paidBefore), period.params.medicalRatePercent)
  const medicalLeft = Math.max(0, period.params.medicalCapFen - period.medicalPaidFen)
  const line = cappedLine(event.id, period, 'MEDICAL', gross, Math.min(medicalLeft, capLeft(period)))
  period.medicalPaidFen += line.amountFen
  pay(line, period, work)
}

const workOutSum = (event: Extract<BenefitEvent, { type: 'DISABILITY' | 'DEATH' }>, planId: 'P4' | 'G7', work: Work): void => {
  const period = openPeriod(event.id, planId, 'SUM', event.accidentOn, true, work)
  if (!period) return
  const { sumFen, sumCapFen, gradePercents } = period.params
  const full = percentGross(sumFen, event.type === 'DEATH' ? 100 : (gradePercents[event.grade - 1] ?? 0))
  const paidBefore = event.type === 'DISABILITY' ? (period.disabilityPaid.get(event.accidentOn) ?? 0) : 0
  const gross: Gross = paidBefore > 0 ? { fen: Math.max(0, full.fen - paidBefore), formulaZh: `${full.formulaZh},减已给付的较低等级${formatFen(paidBefore)}` } : full
  const line = cappedLine(event.id, period, 'SUM', gross, Math.min(sumCapFen - period.sumPaidFen, capLeft(period)))
  period.sumPaidFen += line.amountFen
  if (event.type === 'DISABILITY') period.disabilityPaid.set(event.accidentOn, paidBefore + line.amountFen)
  pay(line, period, work)
}

const workOutDiagnosis = (event: Extract<BenefitEvent, { type: 'DIAGNOSIS' }>, planId: 'P5A' | 'P5B' | 'P6', work: Work): void => {
  const period = openPeriod(event.id, planId, 'SUM', event.diagnosedOn, false, work)
  if (!period) return
  const { params, categories } = period
  if (categories.has('SEVERE')) return add(refusedLine(event.id, period, 'SUM', 'COVER_ENDED'), work)
  if (categories.has(event.category)) return add(refusedLine(event.id, period, 'SUM', 'ONCE_ONLY'), work)
  const unitFen = { SEVERE: params.severeFen, LIGHT: params.lightFen, MALIGNANT: params.malignantFen, IN_SITU: params.inSituFen }[event.category]
  const line = cappedLine(event.id, period, 'SUM', timesGross(unitFen, sharesOf(period.coverage, params), '份'), capLeft(period))
  categories.add(event.category)
  pay(line, period, work)
}

const isBill = (event: BenefitEvent): event is BillEvent => event.type === 'ADMISSION' || event.type === 'OUTPATIENT'
const lowersBill = (item: BenefitItem): boolean => item === 'EXPENSE' || item === 'MEDICAL'

const orderKey = (event: BenefitEvent): string => {
  switch (event.type) {
    case 'ADMISSION':
    case 'OUTPATIENT':
      return `${event.dischargedOn} ${event.admittedOn} ${event.id}`
    case 'DISABILITY':
    case 'DEATH':
      return `${event.accidentOn} ${event.accidentOn} ${event.id}`
    case 'DIAGNOSIS':
      return `${event.diagnosedOn} ${event.diagnosedOn} ${event.id}`
    default:
      return unreachable(event)
  }
}
const byDate = (a: BenefitEvent, b: BenefitEvent): number => (orderKey(a) < orderKey(b) ? -1 : 1)

const unreachable = (value: never): never => {
  throw new Error(`not an event: ${JSON.stringify(value)}`)
}
