import { formatInstantZh } from '@/domain/dates'

export const bankTexts = {
  title: '银行卡',
  current: '收款银行卡',
  card: (bank: string, last4: string) => `${bank} 尾号${last4}`,
  holder: '户名',
  verifiedAt: '验证时间',
  instant: formatInstantZh,
  unverified: '尚未验证',
  usable: '可以收款',
  unusable: '暂不能收款',
  none: '还没有绑定银行卡',
  noneDetail: '互助金只发放到您本人名下的借记卡。',
  formTitle: '绑定本人借记卡',
  changeTitle: '更换银行卡',
  number: '卡号',
  numberHint: '本人名下的借记卡,不能用信用卡',
  numberMissing: '请输入银行卡号',
  readBack: (grouped: string) => `请再核对一遍:${grouped}`,
  confirmTitle: '请核对卡号',
  bind: '绑定银行卡',
  change: '更换银行卡',
  confirmed: '核对无误,继续绑定',
  bound: (bank: string, last4: string) => `已绑定${bank} 尾号${last4},互助金会发放到这张卡。`,
  boundTitle: '银行卡已绑定',
  payouts: '查看发放进度',
  c5Need: '发放互助金时需要',
  c5Label: '我同意',
  c5First: '请先阅读,并勾选“我同意”',
} as const

export const consentTexts = {
  title: '授权与同意',
  intro: '每一项都单独决定,随时可以收回,收回和同意一样方便。不同意只影响用到它的那一项业务。',
  neededFor: '用于',
  onWithdrawal: '收回后',
  granted: '已同意',
  notGranted: '未同意',
  changedAt: (at: string) => `${formatInstantZh(at)} 更改`,
  switchLabel: (title: string) => `同意“${title}”`,
  read: '阅读全文',
  readLabel: (title: string) => `阅读全文 ${title}`,
  grant: '同意',
  withdrawTitle: (title: string) => `收回“${title}”?`,
  withdrawOk: '收回',
  keep: '不收回',
  standing: '自动到账',
  standingDetail: '核算无误的互助金直接发到您的银行卡;关闭时,每一笔都由您确认。',
  saved: (title: string, granted: boolean) => (granted ? `已同意“${title}”` : `已收回“${title}”`),
} as const

export const messageTexts = {
  title: '消息',
  empty: '还没有消息',
  emptyDetail: '申领进度、到账和保障到期都会在这里通知您。',
  unread: '未读',
  /** How long ago, or the day, and the time of day: together the exact moment. */
  when: (ago: string, at: string) => `${ago} · ${at.slice(11, 16)}`,
  more: '只列出最近50条消息。',
} as const

export const aboutTexts = {
  title: '关于掌上办',
  what: '掌上办是什么',
  whatText: [
    '掌上办是广东省职工保障互助会的会员自助服务:看会员卡、领取工会赠送的保障、申领互助金、查看发放进度。',
    '互助保障是工会会员之间的互助共济,不是商业保险。',
  ],
  sample: '“示例数据”是什么意思',
  sampleText: [
    '带有“示例数据”标记的数字和条款,是为了演示而假设的,没有公开发布,不能作为办理依据。',
    '没有标记的数字来自公开发布的方案。人物、证件号码和手机号均为虚构。',
  ],
  privacy: '隐私说明',
  contact: '联系我们',
  hotline: '职工服务热线',
  version: '版本',
  consents: '查看我的授权',
} as const
