import giftCodes from '../../rules/data/gift-codes.json'

const groups: Readonly<Record<string, string>> = giftCodes.groups

/** `工会会员` for everything unknown: a group that has no public name must not show itself. */
export const groupZh = (group: string): string => (group === 'HARDSHIP' ? '工会会员' : (groups[group] ?? '工会会员'))

const insurances: Readonly<Record<string, string>> = { EMPLOYEE: '职工医保', RESIDENT: '居民医保' }
export const medicalInsuranceZh = (insurance: string | null): string => (insurance === null ? '未参保' : (insurances[insurance] ?? '其他医保'))

const statuses: Readonly<Record<string, string>> = { NORMAL: '正常', PAUSED: '暂停', ENDED: '已终止' }
export const membershipStatusZh = (status: string): string => statuses[status] ?? '请与单位工会核对'

const sources: Readonly<Record<string, string>> = { GIFT: '工会赠送', UNIT: '单位统一参保', SELF: '本人参保' }
export const coverageSourceZh = (source: string): string => sources[source] ?? '参保'
