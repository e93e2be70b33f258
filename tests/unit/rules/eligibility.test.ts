import { giftEligibility, type EligibilityCampaign, type EligibilityCover, type EligibilityInput, type EligibilityMember } from '@mock/rules/eligibility'
import { checkWords, giftCodes, giftFailWords } from '@mock/rules/gift-codes'

/** Persona courier and campaign CP-2026-01. */
const member: EligibilityMember = {
  birthDate: '1992-03-15',
  realNameVerified: true,
  membershipStatus: 'NORMAL',
  employment: 'EMPLOYED',
  groups: ['NEW_EMPLOYMENT'],
  cityCode: '4401',
  medicalInsurance: 'RESIDENT',
}
const campaign: EligibilityCampaign = {
  planId: 'P1',
  targetGroups: ['NEW_EMPLOYMENT'],
  regions: ['4401', '4419'],
  opensAt: '2026-11-01T00:00:00+08:00',
  closesAt: '2026-12-20T23:59:59+08:00',
  ageMin: 16,
  ageMax: 59,
  medicalInsurance: ['EMPLOYEE', 'RESIDENT'],
  noRegift: true,
  quota: 600,
  used: 0,
}
const gift: EligibilityCover = { planId: 'P1', gift: true, effectiveOn: '2026-03-01', endsOn: '2027-02-28' }
const base: EligibilityInput = { member, campaign, covers: [{ ...gift, planId: 'G7' }], now: '2026-11-23T10:00:00+08:00' }
const as = (change: Partial<EligibilityMember>): EligibilityInput => ({ ...base, member: { ...member, ...change } })
const at = (change: Partial<EligibilityCampaign>): EligibilityInput => ({ ...base, campaign: { ...campaign, ...change } })

test('the courier may take P1: every condition is met and said in words', () => {
  const result = giftEligibility(base)
  expect(result).toMatchObject({ eligible: true, code: null })
  expect(result.checks.every((check) => check.ok && check.memberZh !== '' && check.whatHelpsZh === null)).toBe(true)
})

test.each<[string, EligibilityInput, string, string]>([
  ['too early', at({ opensAt: '2026-12-01T00:00:00+08:00' }), 'CAMPAIGN_NOT_STARTED', '活动还没开始,2026年12月1日 00:00开放领取。'],
  ['too late', { ...base, now: '2026-12-21T00:00:00+08:00' }, 'CAMPAIGN_ENDED', '活动已结束。可在“赠送活动”中查看其他活动。'],
  ['14 years old', as({ birthDate: '2012-06-15', membershipStatus: null }), 'MEMBER_UNDER_AGE', '未满16周岁暂不能办理,您填写的信息不会保存。'],
  ['16 only the day after cover begins', as({ birthDate: '2010-11-25' }), 'MEMBER_UNDER_AGE', '未满16周岁暂不能办理,您填写的信息不会保存。'],
  ['no real name', as({ realNameVerified: false }), 'NOT_REAL_NAME', '请先完成实名认证,再继续领取。'],
  ['birth date unknown', as({ birthDate: null }), 'NOT_REAL_NAME', '请先完成实名认证,再继续领取。'],
  ['not a member', as({ membershipStatus: null }), 'NOT_MEMBER', '您还不是工会会员,可现在入会,再继续领取。'],
  ['60 on the day cover begins', as({ birthDate: '1966-11-24' }), 'AGE_OUT_OF_RANGE', '本次赠送面向16至59周岁的会员。'],
  ['retired', as({ employment: 'RETIRED' }), 'RETIRED', '本次赠送面向在职会员。'],
  ['another group', as({ groups: ['INDUSTRIAL_WORKER'] }), 'GROUP_MISMATCH', '本次活动面向新就业形态劳动者,您暂不在名单内。可查看其他活动,或请单位工会核对。'],
  ['another city', as({ cityCode: '4403' }), 'REGION_MISMATCH', '本次活动面向广州市、东莞市的工会会员。可查看您所在地区的活动。'],
  ['no medical insurance', as({ medicalInsurance: null }), 'NO_MEDICAL_INSURANCE', '需要先参加职工医保或居民医保,参保后可再领取。'],
  ['gifted before, long ago', { ...base, covers: [{ ...gift, effectiveOn: '2024-01-01', endsOn: '2024-12-31' }] }, 'ALREADY_GIFTED', '您以前领取过同一计划的赠送,本次不重复赠送。可自费续保。'],
  ['covered by their unit', { ...base, covers: [{ ...gift, gift: false }] }, 'ALREADY_COVERED', '您已有同一计划的保障,至2027年2月28日。到期前可预约下一期。'],
  ['no place left', at({ used: 600 }), 'QUOTA_EXHAUSTED', '名额已领完,可加入候补,有名额时通知您。'],
])('refused: %s', (_title, input, code, words) => {
  const result = giftEligibility(input)
  expect(result).toMatchObject({ eligible: false, code, memberZh: words })
  expect(result.checks.find((check) => check.code === code)).toMatchObject({ ok: false, memberZh: words, whatHelpsZh: checkWords(code).helpsZh })
})

test.each<[string, EligibilityInput]>([
  ['59 on the day cover begins', as({ birthDate: '1966-11-25' })],
  ['16 on the day cover begins', as({ birthDate: '2010-11-24' })],
  ['the last second of the campaign', { ...base, now: '2026-12-20T23:59:59+08:00' }],
  ['an own cover that ended yesterday', { ...base, covers: [{ ...gift, gift: false, endsOn: '2026-11-23' }] }],
  ['a campaign for everybody', { ...as({ groups: [] }), campaign: { ...campaign, targetGroups: ['GENERAL'] } }],
  ['the last place', at({ used: 599 })],
])('eligible: %s', (_title, input) => expect(giftEligibility(input).code).toBeNull())

test('of several reasons the first in the published order wins, and all are listed in that order', () => {
  const result = giftEligibility({ ...as({ employment: 'RETIRED', cityCode: '4403', medicalInsurance: null }), campaign: { ...campaign, used: 600 } })
  expect(result.code).toBe('RETIRED')
  expect(result.checks.filter((check) => !check.ok).map((check) => check.code)).toEqual(['RETIRED', 'REGION_MISMATCH', 'NO_MEDICAL_INSURANCE', 'QUOTA_EXHAUSTED'])
  const order = result.checks.map((check) => giftCodes.evaluationOrder.indexOf(check.code))
  expect(order).toEqual([...order].sort((a, b) => a - b))
})

test('every code of the published order has words for member and rep', () => {
  for (const code of giftCodes.evaluationOrder) expect(giftFailWords(code)).toMatchObject({ memberZh: expect.stringMatching(/。$/), repZh: expect.any(String) })
})
