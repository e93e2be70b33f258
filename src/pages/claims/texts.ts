import { formatInstantZh } from '@/domain/dates'

export const texts = {
  title: '申领',
  list: '我的申领',
  start: '发起申领',
  payouts: '发放进度',
  payoutsDetail: '互助金到哪一步了',
  empty: '还没有申领',
  emptyDetail: '备好材料就可以发起申领。需要哪些材料，发起时就能看到。',
  updated: (at: string) => `更新于 ${formatInstantZh(at)}`,
  more: '只列出最近50笔；更早的请拨打热线查询。',
  notMember: '会员才能申领',
  notMemberDetail: '加入工会并有生效的保障后，可以在这里申领互助金。',
  agent: '您以代办人身份登录',
  agentDetail: '替会员发起的申领和进度，都在“为他人办理”里。',
  others: '为他人办理',
  call: (hotline: string) => `拨打 ${hotline}`,
} as const
