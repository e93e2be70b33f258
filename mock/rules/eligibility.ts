import { formatDateZh, formatInstantZh, localDateOf, type Instant, type LocalDate } from '@/domain/dates'
import { ageOn } from '@/domain/id-number'
import { effectiveOnFor } from '@/domain/scheme-dates'
import { checkWords, giftCodes, giftFailWords, groupNamesZh } from './gift-codes'
import { planInfo, type PlanId } from './plans'
import { fill, type TemplateValues } from './template'

export interface EligibilityMember {
  /** Null: unknown, the real name is not verified. */
  birthDate: LocalDate | null
  realNameVerified: boolean
  /** NORMAL: an active membership. */
  membershipStatus: string | null
  /** RETIRED is the one that excludes. */
  employment: string | null
  groups: readonly string[]
  /** City code of the member's union. */
  cityCode: string | null
  /** EMPLOYEE, RESIDENT or none. */
  medicalInsurance: string | null
}

export interface EligibilityCampaign {
  planId: PlanId
  targetGroups: readonly string[]
  /** Prefixes of city codes. */
  regions: readonly string[]
  opensAt: Instant
  closesAt: Instant
  ageMin: number
  ageMax: number
  medicalInsurance: readonly string[]
  noRegift: boolean
  stackable?: boolean
  quota: number
  used: number
  /** Places that reps' devices hold and have not given out. */
  leased?: number
}

/** Covers that the member has or had, of any plan. `gift`: it came from a campaign. */
export interface EligibilityCover {
  planId: PlanId
  gift: boolean
  effectiveOn: LocalDate
  endsOn: LocalDate
}

export interface EligibilityCheck {
  /** Code of gift-codes.json that this check answers with when it fails. */
  code: string
  ok: boolean
  memberZh: string
  whatHelpsZh: string | null
}

export interface Eligibility {
  eligible: boolean
  /** First failing code in `evaluationOrder`; null: eligible. */
  code: string | null
  memberZh: string
  checks: EligibilityCheck[]
}

export interface EligibilityInput {
  member: EligibilityMember
  campaign: EligibilityCampaign
  covers: readonly EligibilityCover[]
  now: Instant
  /** Words for places: region prefix -> name, as in { '4401': '广州市' }. */
  regionNamesZh?: Readonly<Record<string, string>>
}

/**
 * Whether a member may take a gift, in the `evaluationOrder` of gift-codes.json; ages on the day the cover would begin (R-, A).
 * Checks that need a scan, a rep or a ticket are not made here. The words are for the member's own phone only.
 */
export const giftEligibility = (input: EligibilityInput): Eligibility => {
  const { member, campaign, covers, now } = input
  const effectiveOn = effectiveOnFor(localDateOf(now))
  const age = member.birthDate === null ? null : ageOn(member.birthDate, effectiveOn)
  const same = covers.filter((cover) => cover.planId === campaign.planId)
  const running = same.find((cover) => cover.endsOn >= effectiveOn)
  const under = planInfo(campaign.planId).ageMin

  const verdicts: Readonly<Record<string, boolean>> = {
    CAMPAIGN_NOT_STARTED: now >= campaign.opensAt,
    CAMPAIGN_ENDED: now <= campaign.closesAt,
    MEMBER_UNDER_AGE: age === null || age >= under,
    NOT_REAL_NAME: member.realNameVerified && age !== null,
    NOT_MEMBER: member.membershipStatus === 'NORMAL',
    AGE_OUT_OF_RANGE: age === null || age < under || (age >= campaign.ageMin && age <= campaign.ageMax),
    RETIRED: member.employment !== 'RETIRED',
    GROUP_MISMATCH: campaign.targetGroups.includes('GENERAL') || campaign.targetGroups.some((group) => member.groups.includes(group)),
    REGION_MISMATCH: campaign.regions.some((prefix) => (member.cityCode ?? '').startsWith(prefix)),
    NO_MEDICAL_INSURANCE: member.medicalInsurance !== null && campaign.medicalInsurance.includes(member.medicalInsurance),
    ALREADY_GIFTED: !campaign.noRegift || !same.some((cover) => cover.gift),
    ALREADY_COVERED: campaign.stackable === true || running === undefined,
    QUOTA_EXHAUSTED: campaign.used + (campaign.leased ?? 0) < campaign.quota,
  }
  const values: TemplateValues = {
    opensAt: formatInstantZh(campaign.opensAt),
    groups: campaign.targetGroups.map((group) => groupNamesZh[group] ?? group).join('、'),
    regions: campaign.regions.map((region) => input.regionNamesZh?.[region] ?? regionZh[region] ?? region).join('、'),
    endsOn: running ? formatDateZh(running.endsOn) : '',
  }
  const checks = giftCodes.evaluationOrder
    .filter((code) => code in verdicts)
    .map((code): EligibilityCheck => {
      const { okZh, helpsZh } = checkWords(code)
      return verdicts[code] ? { code, ok: true, memberZh: okZh, whatHelpsZh: null } : { code, ok: false, memberZh: fill(giftFailWords(code).memberZh, values), whatHelpsZh: helpsZh }
    })
  const failing = checks.find((check) => !check.ok)
  return { eligible: failing === undefined, code: failing?.code ?? null, memberZh: failing?.memberZh ?? '您符合本次赠送的全部条件。', checks }
}

const regionZh: Readonly<Record<string, string>> = { '44': '广东省', '4401': '广州市', '4403': '深圳市', '4406': '佛山市', '4413': '惠州市', '4419': '东莞市', '4420': '中山市' }
