import { formatInstantZh } from '@/domain/dates'

export const texts = {
  title: '申领',
  list: '我的申领',
  start: '发起申领',
  payouts: '发放进度',
  payoutsDetail: '互助金到哪一步了',
  empty: '还没有申领',
  emptyDetail: '出院后，备好票据和出院小结，就可以发起申领。',
  updated: (at: string) => `更新于 ${formatInstantZh(at)}`,
  more: '只列出最近50笔；更早的请拨打热线查询。',
  notMember: '会员才能申领',
  notMemberDetail: '加入工会并有生效的保障后，可以在这里申领互助金。',
  call: (hotline: string) => `拨打 ${hotline}`,
} as const
