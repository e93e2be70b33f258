import { formatDateZh } from '@/domain/dates'

/** Words of claims that somebody files for somebody else. */
export const peopleTexts = {
  others: {
    title: '为他人办理',
    intro: '下面是授权您代办的会员。您可以替他们填写、上传材料、查看进度；金额和到账只有会员本人能看。',
    none: '还没有人授权您代办',
    noneDetail: '会员在掌上办“我的 → 我的代办人”里填写您的姓名和手机号，授权后就会出现在这里。',
    until: (relation: string, date: string) => `${relation} · 授权到${formatDateZh(date)}`,
    start: '替他申领',
    startFor: (name: string) => `替他申领 ${name}`,
    noClaims: '还没有替他办过申领',
  },
  forNote: (name: string) => `您正在为 ${name} 办理`,
  deathNote: (name: string) => `申领会员 ${name} 的身故互助金`,
  member: '会员',
  agent: '代办人',
} as const
