import type { Coverage } from '@/contract/schemas/member'
import { formatDateZh } from '@/domain/dates'

export const texts = {
  title: '首页',
  greeting: (name: string) => `${name}，您好`,
  memberNo: (no: string) => `会员号 ${no}`,
  coverTitle: '我的保障',
  days: '天',
  daysLeft: (plan: string, days: number) => `${plan}还有${days}天`,
  until: (date: string) => `保障至 ${formatDateZh(date)}`,
  startsOn: (date: string) => `${formatDateZh(date)} 起生效`,
  waiting: (last: string, from: string) => `免责期至 ${formatDateZh(last)}，${formatDateZh(from)}起的住院可以申领`,
  noCover: '目前没有生效的保障',
  noCoverDetail: '看看工会有没有送给您的保障。',
  seeGifts: '查看可领取的保障',
  todoTitle: '等您处理',
  newsTitle: '办理进展',
  scan: '扫一扫',
  gifts: '领取保障',
  claim: '发起申领',
  payouts: '发放进度',
  more: '更多',
  messages: '消息',
  unread: (count: number) => (count === 0 ? '没有未读' : `${count}条未读`),
  elder: '长辈版',
  elderDetail: '字更大，按钮更大',
  elderOffer: '您的微信字体较大，可以打开长辈版',
  elderAccept: '打开长辈版',
  elderDecline: '不用了',
  auto: {
    title: '免审即享：以后住院不用交材料',
    text: '您同意后，医保部门提供出院结算数据，系统算好互助金，怎么算的都看得到。不同意，自己申领也一分不少。以后也可以在“授权与同意”里开启。',
    see: '看看并决定',
    no: '不用，不再提示',
  },
  tester: '测试控制台',
  testerDetail: '调时间、审核、切换账号',
  notMember: { title: '您还不是工会会员', text: '加入工会后，会员卡、领取保障和申领会出现在这里。外卖、快递、网约车等新就业形态劳动者可以在线入会；其他职工请联系单位工会。未满16周岁暂不能办理。', action: '现在入会' },
  beneficiary: { title: '您以受益人身份登录', text: '身故互助金由您本人申领，只存入您本人的银行卡。需要哪些材料，发起申领时就能看到。', action: '去申领' },
  agent: { title: '您以代办人身份登录', text: '您可以替授权您的会员申领。', action: '为他人办理' },
  call: (hotline: string) => `拨打 ${hotline}`,
} as const

/** The line under a cover: what holds now, and from when. */
export function coverLine({ status, effectiveOn, endsOn, waitingEndsOn, benefitsFrom }: Coverage): string {
  if (status === 'PENDING') return `${texts.startsOn(effectiveOn)}，${texts.until(endsOn)}`
  if (status === 'WAITING' && waitingEndsOn) return texts.waiting(waitingEndsOn, benefitsFrom)
  return texts.until(endsOn)
}
