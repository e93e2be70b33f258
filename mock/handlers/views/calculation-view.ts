import type { BenefitLine, Calculation } from '@/contract/schemas/claim'
import type { Instant } from '@/domain/dates'
import type { BenefitLine as RuleLine } from '../../rules/benefit-types'
import { planInfo, planParam } from '../../rules/plans'
import { reasonTitle } from '../../rules/reasons'
import type { ClaimRecord, CoverageRecord } from '../../store/entities'
import { objectionFor, type ClaimBenefit } from '../flow/claim-benefit'
import { clauseAbout, matchedNoteZh, noteZh, reasonAbout } from '../words/benefit-words'

/** An estimate: what the rules would pay for what is filled in; where it is nothing, why. */
export function estimateView(claim: ClaimRecord, benefit: ClaimBenefit): Calculation {
  return view(claim, benefit, benefit.totalFen === 0 ? objectionFor(benefit) : null, null)
}

/** What was worked out from settlement data: nobody has filled anything in. */
export const matchedView = (claim: ClaimRecord, benefit: ClaimBenefit): Calculation => ({ ...view(claim, benefit, null, null), noteZh: matchedNoteZh(null) })

/** A decision with its arithmetic. `reasonCode`: why it was refused; null for an approval. */
export function decisionView(claim: ClaimRecord, benefit: ClaimBenefit, reasonCode: string | null, decidedAt: Instant): Calculation {
  return view(claim, reasonCode === null ? benefit : nothing(benefit), reasonCode, decidedAt)
}

function view(claim: ClaimRecord, benefit: ClaimBenefit, reasonCode: string | null, decidedAt: Instant | null): Calculation {
  const cover = coverAbout(benefit, reasonCode)
  return {
    amountFen: benefit.totalFen,
    lines: benefit.lines.map((line) => lineView(claim, line, benefit.covers)),
    split: benefit.split,
    noteZh: noteZh(decidedAt),
    reasonZh: reasonCode === null ? null : `${reasonTitle(reasonCode)}:${reasonAbout(reasonCode, claim, cover)}`,
    clauseZh: reasonCode === null ? null : clauseAbout(reasonCode, claim, cover),
  }
}

function lineView(claim: ClaimRecord, line: RuleLine, covers: readonly CoverageRecord[]): BenefitLine {
  const cover = covers.find(({ planId }) => planId === line.planId)
  const reasons = line.reasonCodes.map((code) => reasonAbout(code, claim, cover, line))
  return { planId: line.planId, planNameZh: planInfo(line.planId).nameZh, formulaZh: line.formulaZh, amountFen: line.amountFen, reasonZh: reasons.length > 0 ? reasons.join('') : null, sample: planParam(line.planId, decidingParam[line.planId])?.sample ?? true }
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
