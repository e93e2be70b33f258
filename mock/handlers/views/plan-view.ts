import type { PlanId } from '@/contract/schemas/common'
import type { Plan } from '@/contract/schemas/member'
import { localDateOf, type Instant } from '@/domain/dates'
import { benefitParams, clauseZh, planInfo } from '../../rules/plans'
import type { Account, CoverageRecord } from '../../store/entities'
import { planFigures } from '../words/plan-figures'
import { planWords, waitingWords } from '../words/plan-words'
import { payMethods } from '../../partners/pay'
import { holdsOn } from '../flow/claims/claim-covers'
import { choiceOf } from '../flow/gifts/plan-facts'

/** Clauses that hold for every plan (示例条款). */
const COMMON_CLAUSES = ['C-1', 'C-2', 'C-3', 'C-4', 'C-5', 'C-6', 'C-7', 'C-9']

/** A plan in plain words; the cap is that of the member's own city. */
export function planView(planId: PlanId, account: Account, coverages: readonly CoverageRecord[], now: Instant): Plan {
  const info = planInfo(planId)
  const today = localDateOf(now)
  const { whyNotZh } = choiceOf(planId, account, coverages, now)
  const running = coverages.find((coverage) => coverage.planId === planId && holdsOn(coverage, today))
  return {
    planId,
    nameZh: info.nameZh,
    nicknameZh: info.nicknameZh,
    summaryZh: planWords[planId].summaryZh,
    figures: planFigures(planId, account.union?.cityCode ?? 'default'),
    paysZh: planWords[planId].paysZh,
    notPaidZh: planWords[planId].notPaidZh,
    waitingZh: waitingWords(planId),
    clauses: [...info.clauses.map(({ id, zh }) => ({ clauseId: id, textZh: zh })), ...COMMON_CLAUSES.map((clauseId) => ({ clauseId, textZh: clauseZh(clauseId) ?? '' }))],
    coverageId: running?.id ?? null,
    feeFen: info.feeFen.value,
    termYears: benefitParams[planId].termYears,
    mine: coverages.some((coverage) => coverage.planId === planId && coverage.endsOn >= today),
    canHave: whyNotZh === null,
    whyNotZh,
    payMethods: whyNotZh === null ? payMethods.map(({ method, labelZh }) => ({ method, labelZh })) : [],
  }
}
