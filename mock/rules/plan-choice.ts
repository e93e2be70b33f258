import { addDays, daysBetween, formatDateZh, localDateOf, type Instant, type LocalDate } from '@/domain/dates'
import { ageOn } from '@/domain/id-number'
import { effectiveOnFor } from '@/domain/scheme-dates'
import type { EligibilityCover, EligibilityMember } from './eligibility'
import { benefitParams, planInfo, planParam, renewalGapDays, type PlanId, type Sex } from './plans'

export interface PlanChoice {
  /** null: the plan can be taken up now, for money. */
  whyNotZh: string | null
  /** First day of the cover that would begin. */
  effectiveOn: LocalDate
  /** The cover follows one that still runs. */
  renewal: boolean
}

export interface PlanChoiceInput {
  planId: PlanId
  member: EligibilityMember & { sex: Sex | null }
  covers: readonly EligibilityCover[]
  now: Instant
}

/**
 * Whether a member may take up a plan by paying (rule sources as in plans.json; the 30 days before the end are A): the first reason
 * against it in words, and the day on which the cover would begin.
 */
export function planChoice({ planId, member, covers, now }: PlanChoiceInput): PlanChoice {
  const today = localDateOf(now)
  const running = covers.filter((cover) => cover.planId === planId && cover.endsOn >= today).sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1))[0]
  const effectiveOn = running ? addDays(running.endsOn, 1) : effectiveOnFor(today)
  const holdsThen = (other: PlanId): boolean => covers.some((cover) => cover.planId === other && cover.effectiveOn <= effectiveOn && cover.endsOn >= effectiveOn)
  const { requires, sex } = benefitParams[planId]
  const { ageMin, ageMax } = planInfo(planId)
  const age = member.birthDate === null ? null : ageOn(member.birthDate, effectiveOn)
  const missing = requires.find((other) => !holdsThen(other))
  const excluding = exclusive[planId]?.find(holdsThen)
  const insurances = textsOf(planId, 'medicalInsurance')

  const reasons: readonly (readonly [fails: boolean, whyZh: string])[] = [
    [planId === 'G7', '新就业形态劳动者入会即领，不单独参保。'],
    [!member.realNameVerified || age === null, '请先完成实名认证。'],
    [member.membershipStatus !== 'NORMAL', '需要先加入工会，会籍正常后可参保。'],
    [age !== null && (age < ageMin || age > ageMax), `参保年龄为${ageMin}至${ageMax}周岁。`],
    [member.employment === 'RETIRED', '这项计划面向在职会员。'],
    [sex !== null && member.sex !== sex, '这项计划面向女性会员。'],
    [insurances.length > 0 && !insurances.includes(member.medicalInsurance ?? ''), '需要先参加职工医保。'],
    [running !== undefined && daysBetween(today, running.endsOn) > renewalGapDays, running ? `您已有这项保障，至${formatDateZh(running.endsOn)}；到期前${renewalGapDays}天起可续保。` : ''],
    [excluding !== undefined, excluding ? `与您的${planInfo(excluding).nameZh}只能选一种。` : ''],
    [missing !== undefined, missing ? `需要先有${planInfo(missing).nameZh}。` : ''],
  ]
  return { whyNotZh: reasons.find(([fails]) => fails)?.[1] ?? null, effectiveOn, renewal: running !== undefined }
}

/** One of the two (plans.json `exclusiveWith`). */
const exclusive: Partial<Record<PlanId, PlanId[]>> = { P5A: ['P5B'], P5B: ['P5A'] }

/** A list of the plan's parameters in plans.json. */
function textsOf(planId: PlanId, name: string): string[] {
  const value = planParam(planId, name)?.value
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : []
}
