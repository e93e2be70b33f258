import { addDays, daysBetween } from '@/domain/dates'
import { endsOnFor } from '@/domain/scheme-dates'
import { computeBenefits } from '@mock/rules/benefit'
import type { BenefitCoverage, BenefitEvent, BenefitLine, BenefitResult, BillEvent } from '@mock/rules/benefit-types'
import { planIds, type PlanId } from '@mock/rules/plans'
import { chance, type Chance } from '../chance'

const CASES = 100_000
const SINGLE_STAYS = 10_000
/** The published and assumed figures of domain section 3 once more, on purpose not read from plans.json. Fen and days. */
const caps: Record<PlanId, number> = { P1: 17_300_000, P2: 800_000, P3: 1_080_000, P4: 6_540_000, P5A: 7_800_000, P5B: 19_500_000, P6: 5_400_000, G7: 2_200_000 }
const terms: Record<PlanId, number> = { P1: 1, P2: 1, P3: 1, P4: 1, P5A: 1, P5B: 1, P6: 3, G7: 1 }
const waits: Record<PlanId, number> = { P1: 30, P2: 30, P3: 30, P4: 0, P5A: 180, P5B: 180, P6: 180, G7: 0 }
const cityCaps: Record<string, number> = { '4401': 17_300_000, '4403': 16_000_000, '4406': 16_000_000, '4419': 16_000_000 }

/** Round sums, odd ones, nothing, and more than any cap. */
const money = (by: Chance): number => by.pick([() => 0, () => by.whole(1, 99), () => by.whole(0, 500_000), () => by.whole(0, 5_000) * 100, () => by.whole(0, 60_000_000)])()
const day = (by: Chance): string => addDays('2026-01-01', by.whole(0, 729))

function cover(by: Chance, planId: PlanId): BenefitCoverage {
  const paidFen = by.once(3) ? by.whole(0, caps[planId] + 1000) : 0
  const admissionsUsed = by.once(3) ? by.whole(0, 3) : 0
  const daysUsed = by.once(3) ? by.whole(0, 185) : 0
  return { planId, effectiveOn: addDays('2025-06-01', by.whole(0, 700)), first: by.once(2), city: by.pick(['4401', '440300', '4406', '4419', '4452', null]), shares: by.whole(1, 4), prior: { paidFen, admissionsUsed, daysUsed } }
}

function bill(by: Chance, id: string, type: BillEvent['type']): BillEvent {
  const [pooledFen, inScopeSelfPayFen, outOfScopeFen] = [money(by), money(by), money(by)]
  const admittedOn = day(by)
  const cause = by.once(2) ? 'ACCIDENT' : 'ILLNESS'
  return {
    id, type, cause, admittedOn, dischargedOn: addDays(admittedOn, by.whole(0, by.once(10) ? 220 : 20)), pooledFen, inScopeSelfPayFen, outOfScopeFen,
    totalFen: pooledFen + inScopeSelfPayFen + outOfScopeFen, otherPaidFen: by.once(3) ? money(by) : 0, ...(cause === 'ACCIDENT' && { accidentOn: addDays(admittedOn, -by.whole(0, 3)) }),
  }
}

function event(by: Chance, id: string): BenefitEvent {
  switch (by.whole(1, 8)) {
    case 1:
      return { id, type: 'DISABILITY', accidentOn: by.once(2) ? '2026-09-09' : day(by), grade: by.whole(1, 10) }
    case 2:
      return { id, type: 'DEATH', accidentOn: day(by) }
    case 3:
      return { id, type: 'DIAGNOSIS', family: 'P5', category: by.pick(['LIGHT', 'SEVERE']), diagnosedOn: day(by) }
    case 4:
      return { id, type: 'DIAGNOSIS', family: 'P6', category: by.pick(['IN_SITU', 'MALIGNANT']), diagnosedOn: day(by) }
    case 5:
      return bill(by, id, 'OUTPATIENT')
    default:
      return bill(by, id, 'ADMISSION')
  }
}

interface Case {
  coverages: BenefitCoverage[]
  events: BenefitEvent[]
  sex: 'FEMALE' | 'MALE'
}
function caseOf(seed: number): Case {
  const by = chance(seed)
  const coverages = planIds.filter(() => by.once(2)).flatMap((planId) => (by.once(6) ? [cover(by, planId), cover(by, planId)] : [cover(by, planId)]))
  return { coverages, events: Array.from({ length: by.whole(1, 4) }, (_, at) => event(by, `E${at}`)), sex: by.pick(['FEMALE', 'FEMALE', 'MALE']) }
}

const isBill = (one: BenefitEvent): one is BillEvent => one.type === 'ADMISSION' || one.type === 'OUTPATIENT'
const own = (one: BillEvent): number => Math.max(0, one.inScopeSelfPayFen + one.outOfScopeFen - (one.otherPaidFen ?? 0))
const total = (lines: readonly BenefitLine[]): number => lines.reduce((sum, line) => sum + line.amountFen, 0)
const lowers = ({ item }: BenefitLine): boolean => item === 'EXPENSE' || item === 'MEDICAL'
/** The day that decides whether a cover holds. An accident counts by its day for accident plans, a stay by its first. */
const dayOf = (one: BenefitEvent, planId: PlanId): string => {
  if (one.type === 'DIAGNOSIS') return one.diagnosedOn
  if (!isBill(one)) return one.accidentOn
  return planId === 'P4' || planId === 'G7' ? (one.accidentOn ?? one.admittedOn) : one.admittedOn
}
/** A second cover inside a running one is void. */
function livePeriods(planId: PlanId, coverages: readonly BenefitCoverage[]): BenefitCoverage[] {
  const kept: BenefitCoverage[] = []
  for (const one of coverages.filter((candidate) => candidate.planId === planId).sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))) {
    if (!kept.some((other) => one.effectiveOn <= endsOnFor(other.effectiveOn, terms[planId]))) kept.push(one)
  }
  return kept
}
const capOf = ({ planId, city, shares }: BenefitCoverage): number =>
  planId === 'P1' ? (cityCaps[(city ?? '').slice(0, 4)] ?? 12_000_000) : planId === 'P6' ? 1_800_000 * Math.min(3, shares ?? 1) : caps[planId]

/** What does not hold; undefined: all of it holds. Written with `if`, because 100,000 cases through expect() take a minute. */
function broken({ coverages, events, sex }: Case, result: BenefitResult): string | undefined {
  const amounts = [result.totalFen, result.expenseFen, result.memberFinalFen, ...Object.values(result.perPlanFen), ...result.lines.flatMap((line) => [line.amountFen, line.grossFen, line.capLeftFen])]
  if (!amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0)) return 'not whole fen'
  if (result.totalFen !== total(result.lines) || result.totalFen !== Object.values(result.perPlanFen).reduce((sum, amount) => sum + amount, 0)) return 'the parts are not the whole'
  if (result.expenseFen !== total(result.lines.filter(lowers))) return 'expense part'
  if (result.memberFinalFen !== Math.max(0, events.filter(isBill).reduce((sum, one) => sum + own(one), 0) - result.expenseFen)) return 'what the member bears'
  for (const line of result.lines) {
    if (line.amountFen > line.grossFen) return 'more than the arithmetic'
    if (line.amountFen < line.grossFen && line.reasonCodes.length === 0) return 'cut without a reason'
  }
  for (const one of events) {
    const lines = result.lines.filter(({ eventId }) => eventId === one.id)
    if (isBill(one) && total(lines.filter(lowers)) > own(one)) return 'more than out of pocket'
    for (const { planId } of lines.filter(({ amountFen }) => amountFen > 0)) {
      const at = dayOf(one, planId)
      const accident = isBill(one) ? one.cause === 'ACCIDENT' : one.type !== 'DIAGNOSIS'
      const pays = livePeriods(planId, coverages).some(({ effectiveOn, first }) => at >= (first && !accident ? addDays(effectiveOn, waits[planId]) : effectiveOn) && at <= endsOnFor(effectiveOn, terms[planId]))
      if (!pays) return `${planId} paid outside its cover or while waiting`
      if (planId === 'P6' && sex !== 'FEMALE') return 'P6 for a man'
      if (planId === 'P2' && !livePeriods('P1', coverages).some(({ effectiveOn }) => at >= effectiveOn && at <= endsOnFor(effectiveOn, 1))) return 'P2 without P1'
    }
  }
  for (const planId of planIds) {
    for (const period of livePeriods(planId, coverages)) {
      const inside = events.filter((one) => dayOf(one, planId) >= period.effectiveOn && dayOf(one, planId) <= endsOnFor(period.effectiveOn, terms[planId]))
      const lines = result.lines.filter((line) => line.planId === planId && inside.some(({ id }) => id === line.eventId))
      const used = period.prior?.paidFen ?? 0
      if (total(lines) > Math.max(0, capOf(period) - used)) return `${planId} above its cap`
      if (planId === 'P1' || planId === 'P2') {
        const stays = lines.filter(({ amountFen }) => amountFen > 0).length
        if (stays > Math.max(0, 2 - (period.prior?.admissionsUsed ?? 0))) return `${planId} for a third stay`
      }
      if (planId === 'P3' && total(lines) > 6000 * Math.max(0, 180 - (period.prior?.daysUsed ?? 0))) return 'P3 beyond its days'
      if (planId === 'G7' && total(lines.filter(({ item }) => item === 'MEDICAL')) > 200_000) return 'G7 medical above its part'
    }
  }
  return undefined
}

test(`${CASES} cases by chance: never above the bill nor a cap, whole fen, the parts are the whole`, () => {
  const seen = { paid: 0, cut: 0, capped: 0, refused: 0 }
  for (let seed = 0; seed < CASES; seed += 1) {
    const given = caseOf(seed)
    const result = computeBenefits(given)
    const wrong = broken(given, result)
    if (wrong !== undefined) throw new Error(`case ${seed}: ${wrong}\n${JSON.stringify({ given, result }, null, 1)}`)
    if (result.totalFen > 0) seen.paid += 1
    if (result.reasons.some(({ code }) => code === 'OTHER_PAYER_DEDUCTED')) seen.cut += 1
    if (result.reasons.some(({ code }) => code === 'CAP_APPLIED' || code === 'CAP_EXHAUSTED')) seen.capped += 1
    if (result.reasons.some(({ code }) => code === 'WAITING_PERIOD' || code === 'NOT_COVERED')) seen.refused += 1
  }
  // The cases are worth something only where they meet the rules.
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(CASES / 100)
})

/** One stay in a period that nothing has used, and the same stay a little dearer, longer, or with more paid by others. */
test(`${SINGLE_STAYS} single stays: a dearer or longer one never pays less, and what others paid never adds`, () => {
  let grew = 0
  for (let seed = 0; seed < SINGLE_STAYS; seed += 1) {
    const by = chance(seed)
    const coverages = planIds.filter(() => by.once(2)).map((planId) => ({ ...cover(by, planId), prior: { paidFen: by.once(2) ? by.whole(0, caps[planId]) : 0 } }))
    const stay = bill(by, 'E', 'ADMISSION')
    const more = by.pick([1, 99, 10_000, 2_000_000])
    const dearer: BillEvent = by.once(2)
      ? { ...stay, inScopeSelfPayFen: stay.inScopeSelfPayFen + more, totalFen: stay.totalFen + more }
      : { ...stay, outOfScopeFen: stay.outOfScopeFen + more, totalFen: stay.totalFen + more }
    const longer: BillEvent = { ...stay, dischargedOn: addDays(stay.dischargedOn, by.whole(1, 30)) }
    const others: BillEvent = { ...stay, otherPaidFen: (stay.otherPaidFen ?? 0) + more }
    const pays = (one: BillEvent): number => computeBenefits({ coverages, events: [one], sex: 'FEMALE' }).totalFen
    const [now, asDearer, asLonger, asOthers] = [stay, dearer, longer, others].map(pays)
    if (asDearer < now || asLonger < now || asOthers > now) throw new Error(`case ${seed}: ${JSON.stringify({ now, asDearer, asLonger, asOthers, stay, coverages, days: daysBetween(stay.admittedOn, stay.dischargedOn) })}`)
    if (asDearer > now && asLonger > now) grew += 1
  }
  expect(grew).toBeGreaterThan(SINGLE_STAYS / 50)
})
