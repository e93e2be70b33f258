import type { BenefitLine, Calculation } from '@/contract/schemas/claim'
import type { Instant } from '@/domain/dates'
import type { BenefitLine as RuleLine } from '../../rules/benefit-types'
import { planInfo, planParam } from '../../rules/plans'
import { reasonTitle } from '../../rules/reasons'
import type { ClaimRecord, CoverageRecord } from '../../store/entities'
import { objectionFor, type ClaimBenefit } from '../flow/claims/claim-benefit'
import { correctionsAt } from '../flow/people/corrections'
import { besideZh, clauseAbout, matchedNoteZh, noteZh, reasonAbout } from '../words/benefit-words'
import { capZh, lineClauseZh } from '../words/cap-words'
import { capOf } from './caps'
import { adjustmentOf } from '../words/correction-words'

/** An estimate: what the rules would pay for what is filled in; where it is nothing, why. */
export function estimateView(claim: ClaimRecord, benefit: ClaimBenefit): Calculation {
  return view(claim, benefit, benefit.totalFen === 0 ? objectionFor(benefit) : null, null)
}

/** What was worked out from settlement data: nobody has filled anything in. */
export const matchedView = (claim: ClaimRecord, benefit: ClaimBenefit): Calculation => ({ ...view(claim, benefit, null, null), noteZh: matchedNoteZh(null) })

/** A decision with its arithmetic. `reasonCode`: why it was refused; null for an approval. `filedFen`: what the claim as filed would have paid. */
export function decisionView(claim: ClaimRecord, benefit: ClaimBenefit, reasonCode: string | null, decidedAt: Instant, filedFen?: number): Calculation {
  const decided = view(claim, reasonCode === null ? benefit : nothing(benefit), reasonCode, decidedAt)
  const corrections = correctionsAt(claim, decidedAt)
  if (corrections.length === 0) return decided
  const plans = benefit.covers.map(({ planId }) => planId.replace(/^(P5).$/, '$1'))
  return { ...decided, adjustments: corrections.map((correction) => adjustmentOf(correction, plans)), ...(filedFen === undefined ? {} : { filedFen }) }
}

function view(claim: ClaimRecord, benefit: ClaimBenefit, reasonCode: string | null, decidedAt: Instant | null): Calculation {
  const cover = coverAbout(benefit, reasonCode)
  return {
    amountFen: benefit.totalFen,
    lines: benefit.lines.map((line) => lineView(claim, line, benefit)),
    split: splitView(benefit),
    noteZh: noteZh(decidedAt),
    reasonZh: reasonCode === null ? null : `${reasonTitle(reasonCode)}：${reasonAbout(reasonCode, claim, cover)}`,
    clauseZh: reasonCode === null ? null : clauseAbout(reasonCode, claim, cover),
  }
}

/** Allowances and fixed sums do not lower the bill: without a word about them the picture of the bill contradicts the amount above it. */
function splitView({ lines, split, totalFen }: ClaimBenefit): Calculation['split'] {
  const besideFen = totalFen - split.mutualAidFen
  if (split.totalFen === 0 || besideFen <= 0) return split
  return { ...split, besideZh: besideZh(totalFen, split.mutualAidFen, besideFen, lines.filter(({ amountFen }) => amountFen > 0).map(({ item }) => item)) }
}

function lineView(claim: ClaimRecord, line: RuleLine, { covers, priors }: Pick<ClaimBenefit, 'covers' | 'priors'>): BenefitLine {
  const { planId, formulaZh, amountFen } = line
  const cover = covers.find((one) => one.planId === planId)
  const prior = cover && priors[cover.id]
  const reasons = line.reasonCodes.map((code) => reasonAbout(code, claim, cover, line))
  return {
    planId,
    planNameZh: planInfo(planId).nameZh,
    formulaZh,
    amountFen,
    reasonZh: reasons.length > 0 ? reasons.join('') : null,
    clauseZh: lineClauseZh(line),
    capZh: cover && prior && capZh(cover, prior, line.item),
    // The limit that stands beside the amount may be an assumed one where the rate is not.
    sample: (planParam(planId, decidingParam[planId])?.sample ?? true) || (cover !== undefined && capOf(cover).sample),
  }
}

/** The number of a plan that its arithmetic rests on: its source decides whether the line says 示例数据. */
const decidingParam: Readonly<Record<RuleLine['planId'], string>> = {
  P1: 'ratePercent',
  P2: 'ratePercent',
  P3: 'dailyFen',
  P4: 'dailyFen',
  P5A: 'severeFen',
  P5B: 'severeFen',
  P6: 'malignantFen',
  G7: 'medicalRatePercent',
}

/** A refused claim pays nothing, whatever the arithmetic would have given. */
const nothing = (benefit: ClaimBenefit): ClaimBenefit => ({
  ...benefit,
  totalFen: 0,
  lines: [],
  split: { ...benefit.split, mutualAidFen: 0, memberFinalFen: benefit.split.memberFinalFen + benefit.split.mutualAidFen },
})

/** The cover that a reason is about: the first whose line names it, otherwise the first of the claim. */
const coverAbout = ({ covers, reasons }: ClaimBenefit, code: string | null): CoverageRecord | undefined =>
  covers.find(({ planId }) => reasons.some((reason) => reason.planId === planId && reason.code === code)) ?? covers[0]
