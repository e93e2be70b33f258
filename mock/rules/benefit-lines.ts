import { formatFen, percentOf } from '@/domain/money'
import type { BenefitItem, BenefitLine, BenefitReason } from './benefit-types'
import type { Period } from './coverage'

/** Amount before caps, with its arithmetic in words. */
export interface Gross {
  fen: number
  formulaZh: string
}

export const percentGross = (baseFen: number, percent: number, deductibleFen = 0): Gross => {
  const base = Math.max(0, baseFen - deductibleFen)
  const fen = percentOf(base, percent)
  const baseZh = deductibleFen > 0 ? `(${formatFen(baseFen)} - ${formatFen(deductibleFen)})` : formatFen(baseFen)
  const roundedZh = (base * percent) % 100 === 0 ? '' : '(四舍五入到分)'
  return { fen, formulaZh: `${baseZh} × ${percent}% = ${formatFen(fen)}${roundedZh}` }
}

export const timesGross = (unitFen: number, count: number, unitZh: string): Gross => ({
  fen: unitFen * count,
  formulaZh: `${formatFen(unitFen)} × ${count}${unitZh} = ${formatFen(unitFen * count)}`,
})

export const capLeft = (period: Period): number => Math.max(0, period.capFen - period.paidFen)

/** Line of a plan for an event, cut to `limitFen` (what is left of the caps that apply). */
export const cappedLine = (eventId: string, period: Period, item: BenefitItem, gross: Gross, limitFen: number): BenefitLine => {
  const line: BenefitLine = {
    eventId,
    planId: period.coverage.planId,
    item,
    grossFen: gross.fen,
    capLeftFen: capLeft(period),
    amountFen: gross.fen,
    formulaZh: gross.formulaZh,
    reasonCodes: [],
  }
  if (gross.fen <= limitFen) return line
  return reduce(line, limitFen, limitFen > 0 ? 'CAP_APPLIED' : 'CAP_EXHAUSTED', `限额剩余${formatFen(limitFen)}`)
}

/** The same line with less money, and why. */
export const reduce = (line: BenefitLine, amountFen: number, code: BenefitReason, whyZh: string): BenefitLine => ({
  ...line,
  amountFen,
  formulaZh: `${line.formulaZh},${whyZh},按${formatFen(amountFen)}给付`,
  reasonCodes: [...line.reasonCodes, code],
})

/** Line of a cover that pays nothing, before any arithmetic. */
export const refusedLine = (eventId: string, period: Period, item: BenefitItem, code: BenefitReason): BenefitLine => ({
  eventId,
  planId: period.coverage.planId,
  item,
  grossFen: 0,
  capLeftFen: capLeft(period),
  amountFen: 0,
  formulaZh: '—',
  reasonCodes: [code],
})
