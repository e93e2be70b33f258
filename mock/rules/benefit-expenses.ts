import { capLeft, cappedLine, percentGross, reduce, refusedLine } from './benefit-lines'
import type { BenefitLine, BillEvent } from './benefit-types'
import { add, coverOn, note, openPeriod, ownShare, type Work } from './benefit-work'
import type { Period } from './coverage'

interface Part {
  line: BenefitLine
  period: Period
}

/** P1 and P2 of a stay: waiting -> slot -> gross -> cap each, then the indemnity limit over both. */
export const workOutExpenses = (event: BillEvent, accident: boolean, work: Work): void => {
  const p1 = expensePart('P1', event.inScopeSelfPayFen, event, accident, work)
  const p2 = expensePart('P2', event.outOfScopeFen, event, accident, work)

  // P2 is cut before P1: P1 takes from the limit first. The reasons read in the order of cutting, the lines in that of the plans.
  const limitFen = ownShare(event)
  const p1Fen = Math.min(p1?.line.amountFen ?? 0, limitFen)
  const p2Fen = Math.min(p2?.line.amountFen ?? 0, limitFen - p1Fen)
  const p2Line = p2 && settle(p2, p2Fen, work)
  const p1Line = p1 && settle(p1, p1Fen, work)
  if (p1Line) work.lines.push(p1Line)
  if (p2Line) work.lines.push(p2Line)
}

const expensePart = (planId: 'P1' | 'P2', baseFen: number, event: BillEvent, accident: boolean, work: Work): Part | null => {
  const period = openPeriod(event.id, planId, 'EXPENSE', event.admittedOn, accident, work)
  if (!period) return null
  const { params } = period
  if (!params.requires.every((other) => coverOn(other, event.admittedOn, work.periods))) {
    add(refusedLine(event.id, period, 'EXPENSE', 'NOT_COVERED'), work)
    return null
  }
  const gross = percentGross(baseFen, params.ratePercent, params.deductibleFen)
  const slotsOver = gross.fen > 0 && period.admissionsUsed >= params.maxAdmissions
  if (gross.fen > 0 && !slotsOver) period.admissionsUsed += 1
  const line = slotsOver
    ? reduce(cappedLine(event.id, period, 'EXPENSE', gross, Infinity), 0, 'ADMISSION_LIMIT', `本保障期已互助${params.maxAdmissions}次住院`)
    : cappedLine(event.id, period, 'EXPENSE', gross, capLeft(period))
  note(line, work)
  return { line, period }
}

const settle = ({ line, period }: Part, amountFen: number, work: Work): BenefitLine => {
  period.paidFen += amountFen
  if (amountFen === line.amountFen) return line
  work.reasons.push({ event: line.eventId, planId: line.planId, code: 'OTHER_PAYER_DEDUCTED' })
  return reduce(line, amountFen, 'OTHER_PAYER_DEDUCTED', '扣除其他渠道已报销部分')
}
