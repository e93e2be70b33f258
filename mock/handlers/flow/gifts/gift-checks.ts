import type { EligibilityCheck } from '@/contract/schemas/member'
import type { Instant } from '@/domain/dates'
import { giftEligibility } from '../../../rules/eligibility'
import { LISTED_GROUPS, verifiedGroups } from '../../../partners/civil-affairs'
import type { Account, CampaignRecord, CoverageRecord } from '../../../store/entities'
import type { GiftFacts } from './gift-facts'

/** Every condition of a gift in words, in the order in which it is judged; the first that fails decides. */
export function giftChecks(campaign: CampaignRecord, { account, coverages }: GiftFacts, now: Instant): EligibilityCheck[] {
  const { checks } = giftEligibility({
    campaign,
    now,
    member: memberFacts(account),
    covers: coverages.map(coverFacts),
  })
  return checks.map(({ code, ok, memberZh, whatHelpsZh }) => ({ code, ok, textZh: memberZh, helpZh: whatHelpsZh }))
}

/** What decides whether somebody may take a plan up, as a present or for money. */
export const memberFacts = (account: Account) => ({
  birthDate: account.birthDate,
  realNameVerified: account.realNameVerified,
  membershipStatus: account.membership?.status ?? null,
  employment: account.employment,
  groups: groupsOf(account),
  cityCode: account.union?.cityCode ?? null,
  medicalInsurance: account.medicalInsurance,
})
export const coverFacts = ({ planId, source, effectiveOn, endsOn }: CoverageRecord) => ({ planId, gift: source === 'GIFT', effectiveOn, endsOn })

/** What the union knows of a member, and what the civil-affairs office has verified: nobody is a model worker by their own word. */
export const groupsOf = ({ groups, idNo }: Account): string[] => [...groups.filter((group) => !LISTED_GROUPS.includes(group)), ...verifiedGroups(idNo)]

/** For those who wait for a place, or hold one already. */
export const withoutQuota = (checks: readonly EligibilityCheck[]): EligibilityCheck[] => checks.filter(({ code }) => code !== 'QUOTA_EXHAUSTED')
/** For those who hold a place: it may be confirmed as long as it is kept, also after the last day of the campaign. */
export const aboutMember = (checks: readonly EligibilityCheck[]): EligibilityCheck[] => withoutQuota(checks).filter(({ code }) => !code.startsWith('CAMPAIGN_'))

export const firstFailure = (checks: readonly EligibilityCheck[]): EligibilityCheck | undefined => checks.find(({ ok }) => !ok)

/** Conditions that make a campaign one for this member at all: what is not for them is not offered, but a scanned poster explains it. */
const madeFor: ReadonlySet<string> = new Set(['CAMPAIGN_NOT_STARTED', 'CAMPAIGN_ENDED', 'GROUP_MISMATCH', 'REGION_MISMATCH'])
export const isMadeFor = (checks: readonly EligibilityCheck[]): boolean => checks.every(({ code, ok }) => ok || !madeFor.has(code))
