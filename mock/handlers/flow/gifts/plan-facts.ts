import type { Instant, LocalDate } from '@/domain/dates'
import { localDateOf } from '@/domain/dates'
import { coverageTerms, isRenewal, type CoverageTerms } from '../../../rules/coverage'
import { planChoice, type PlanChoice } from '../../../rules/plan-choice'
import type { PlanId } from '../../../rules/plans'
import type { Account, CoverageRecord } from '../../../store/entities'
import { coverFacts, memberFacts } from './gift-checks'

/** Whether the member may take the plan up for money now, and from which day. */
export const choiceOf = (planId: PlanId, account: Account, coverages: readonly CoverageRecord[], now: Instant): PlanChoice =>
  planChoice({
    planId,
    now,
    member: { ...memberFacts(account), sex: account.sex },
    covers: coverages.map(coverFacts),
  })

/** Days of a cover that is paid today: it follows one that still runs, so that nobody pays twice for the same days. */
export function paidTerms(planId: PlanId, coverages: readonly CoverageRecord[], now: Instant): CoverageTerms & { first: boolean } {
  const today = localDateOf(now)
  const same = coverages.filter((coverage) => coverage.planId === planId)
  const lastDay = same.map(({ endsOn }) => endsOn).filter((endsOn) => endsOn > today).sort().pop()
  const acceptedOn: LocalDate = lastDay ?? today
  const terms = coverageTerms(planId, acceptedOn, true)
  const first = !isRenewal(terms.effectiveOn, same.map(({ endsOn }) => endsOn))
  return { ...(first ? terms : coverageTerms(planId, acceptedOn, false)), first }
}
