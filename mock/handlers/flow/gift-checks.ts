import type { EligibilityCheck } from '@/contract/schemas/member'
import { formatDateZh, formatInstantZh, type Instant } from '@/domain/dates'
import { ageOn } from '@/domain/id-number'
import { effectiveOnFor } from '@/domain/scheme-dates'
import giftCodes from '../../rules/data/gift-codes.json'
import { fill, type TemplateValues } from '../../rules/template'
import type { Account, CampaignRecord } from '../../store/entities'
import { groupZh, regionZh } from '../words/member-words'
import type { GiftFacts } from './gift-facts'

export const matchesGroup = ({ targetGroups }: CampaignRecord, { groups }: Account): boolean => targetGroups.some((group) => groups.includes(group))
export const matchesRegion = ({ regions }: CampaignRecord, { union }: Account): boolean => union !== null && regions.some((region) => union.cityCode.startsWith(region))
export const firstFailure = (checks: readonly EligibilityCheck[]): EligibilityCheck | undefined => checks.find(({ ok }) => !ok)

/**
 * Every condition of a gift in the order in which it is judged (gift-codes.json `evaluationOrder`), each in words; the first that
 * fails decides.
 */
export function giftChecks(campaign: CampaignRecord, facts: GiftFacts, now: Instant): EligibilityCheck[] {
  const { account, coverages, enrolments, today } = facts
  const effectiveOn = effectiveOnFor(today)
  const age = account.birthDate === null ? null : ageOn(account.birthDate, effectiveOn)
  const running = coverages.find((coverage) => coverage.planId === campaign.planId && coverage.endsOn >= effectiveOn)
  const giftedBefore = coverages.some((coverage) => coverage.planId === campaign.planId && coverage.source === 'GIFT') || enrolments.some(({ campaignId }) => campaignId === campaign.id)
  const groups = campaign.targetGroups.map(groupZh).join('、')
  const regions = campaign.regions.map(regionZh).join('、')

  return [
    check('CAMPAIGN_NOT_STARTED', campaign.opensAt <= now, '活动已开始', { opensAt: formatInstantZh(campaign.opensAt) }),
    check('CAMPAIGN_ENDED', now <= campaign.closesAt, `活动进行中,${formatInstantZh(campaign.closesAt)}截止`),
    check('MEMBER_UNDER_AGE', age === null || age >= 16, '已满16周岁'),
    check('NOT_REAL_NAME', account.realNameVerified, '已完成实名认证'),
    check('NOT_MEMBER', account.membership?.status === 'NORMAL', '您是在册的工会会员'),
    check('AGE_OUT_OF_RANGE', age !== null && age >= campaign.ageMin && age <= campaign.ageMax, `年龄在${campaign.ageMin}至${campaign.ageMax}周岁之间`),
    check('RETIRED', account.employment !== 'RETIRED', '您是在职会员'),
    check('GROUP_MISMATCH', matchesGroup(campaign, account), `属于赠送对象:${groups}`, { groups }),
    check('REGION_MISMATCH', matchesRegion(campaign, account), `您的工会在赠送地区:${regions}`, { regions }),
    check('NO_MEDICAL_INSURANCE', account.medicalInsurance !== null && campaign.medicalInsurance.includes(account.medicalInsurance), '已参加职工医保或居民医保'),
    check('ALREADY_GIFTED', !campaign.noRegift || !giftedBefore, '以前没有领取过同一计划的赠送'),
    check('ALREADY_COVERED', running === undefined, '目前没有同一计划的保障', { endsOn: formatDateZh(running?.endsOn ?? effectiveOn) }),
    check('QUOTA_EXHAUSTED', campaign.used < campaign.quota, '名额充足'),
  ]
}

const HELP = '如果您认为信息有误,请联系单位工会核对,或拨打职工服务热线12351。'

function check(code: string, ok: boolean, passedZh: string, values: TemplateValues = {}): EligibilityCheck {
  if (ok) return { code, ok, textZh: passedZh, helpZh: null }
  const words = giftCodes.failCodes.find((fail) => fail.code === code)
  if (!words) throw new Error(`gift-codes.json: no ${code}`)
  return { code, ok, textZh: fill(words.memberZh, values), helpZh: HELP }
}
