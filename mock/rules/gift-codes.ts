import data from './data/gift-codes.json'

export interface GiftFailWords {
  code: string
  http: number
  retryable: boolean
  light: string
  memberZh: string
  repZh: string
}

/** Numbers, order and states of the gifting rules (A). */
export const giftCodes = { evaluationOrder: data.evaluationOrder, limits: data.limits, ticketStates: data.ticketStates, resultCodes: data.resultCodes } as const
export const groupNamesZh: Readonly<Record<string, string>> = data.groups

/** Words of a failing code, for the member and for the rep, with {placeholders}. */
export const giftFailWords = (code: string): GiftFailWords => {
  const found = data.failCodes.find((entry) => entry.code === code)
  if (!found) throw new Error(`gift-codes.json has no ${code}`)
  return found
}

interface CheckWords {
  /** The condition when it is met. */
  okZh: string
  /** Next step when it is not; null: nothing the member can do. */
  helpsZh: string | null
}
const words: Readonly<Record<string, CheckWords>> = {
  CAMPAIGN_NOT_STARTED: { okZh: '活动已开始', helpsZh: '开放后再来领取' },
  CAMPAIGN_ENDED: { okZh: '活动进行中', helpsZh: '查看其他赠送活动' },
  MEMBER_UNDER_AGE: { okZh: '已满16周岁', helpsZh: null },
  NOT_REAL_NAME: { okZh: '已完成实名认证', helpsZh: '先完成实名认证' },
  NOT_MEMBER: { okZh: '会籍正常', helpsZh: '先申请入会,再回来领取' },
  AGE_OUT_OF_RANGE: { okZh: '年龄符合', helpsZh: null },
  RETIRED: { okZh: '在职会员', helpsZh: null },
  GROUP_MISMATCH: { okZh: '属于本次赠送对象', helpsZh: '如有出入,请单位工会核对名单' },
  REGION_MISMATCH: { okZh: '工会所在地区符合', helpsZh: '查看您所在地区的活动' },
  NO_MEDICAL_INSURANCE: { okZh: '已参加基本医保', helpsZh: '参加职工医保或居民医保后再领取' },
  ALREADY_GIFTED: { okZh: '以前没有领过这个计划的赠送', helpsZh: '可自费续保' },
  ALREADY_COVERED: { okZh: '目前没有同一计划的保障', helpsZh: '到期前可预约下一期' },
  QUOTA_EXHAUSTED: { okZh: '还有名额', helpsZh: '可加入候补' },
}
export const checkWords = (code: string): CheckWords => {
  const found = words[code]
  if (!found) throw new Error(`no words for the check ${code}`)
  return found
}
