import { formatFen } from '@/domain/money'
import type { BenefitLine, PriorUse } from '../../rules/benefit-types'
import { benefitParams, planInfo } from '../../rules/plans'
import type { CoverageRecord } from '../../store/entities'
import { capOf } from '../views/caps'

/**
 * The limit of a cover's period, what other claims have used of it and what is left, with the admissions or days where they are
 * limited too (rule source: plans.json, caps R, the other limits I and A).
 */
export function capZh(cover: CoverageRecord, prior: PriorUse, item: BenefitLine['item']): string {
  const cap = capOf(cover).fen
  const { maxAdmissions, maxDays } = benefitParams[cover.planId]
  const money = `本保障期限额${formatFen(cap)}元，已用${formatFen(prior.paidFen)}元，还可用${formatFen(Math.max(0, cap - prior.paidFen))}元`
  if (item === 'EXPENSE') return `${money}；住院最多${maxAdmissions}次，已用${prior.admissionsUsed ?? 0}次。`
  return item === 'ALLOWANCE' ? `${money}；津贴最多${maxDays}天，已用${prior.daysUsed ?? 0}天。` : `${money}。`
}

/** Clause that a line is paid by (示例条款): plans with two ways of paying have one for each. */
export function lineClauseZh({ planId, item }: Pick<BenefitLine, 'planId' | 'item'>): string | undefined {
  const { clauses } = planInfo(planId)
  const second = (planId === 'P4' && item === 'ALLOWANCE') || (planId === 'G7' && item === 'MEDICAL')
  const clause = clauses[second ? 1 : 0]
  return clause && `示例条款${clause.id}:${clause.zh}`
}
