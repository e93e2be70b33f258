import { formatDateZh, formatInstantZh, localDateOf } from '@/domain/dates'

/** Every word of the payout pages that the server does not send. */
export const texts = {
  list: {
    title: '发放进度',
    yearTotal: (year: number) => `${year}年已到账`,
    payouts: '互助金',
    paidAt: (at: string) => `${formatInstantZh(at)} 到账`,
    madeAt: (at: string) => `${formatDateZh(localDateOf(at))} 安排发放`,
    card: (last4: string) => `尾号 ${last4}`,
    noCard: '还没有收款卡',
    open: '还没到发放的申领',
    openHint: '审核通过后,互助金会出现在上面。',
    none: '还没有发放记录',
    noneDetail: '申领通过后,每一笔互助金走到哪一步都在这里。',
    start: '发起申领',
  },
  detail: {
    title: '发放进度',
    amount: '互助金',
    next: '接下来',
    who: '由谁办理',
    when: '什么时候',
    timeline: '走到哪一步了',
    account: '收款信息',
    bank: '银行',
    cardNo: '银行卡',
    last4: (digits: string) => `尾号 ${digits}`,
    noCard: '还没有收款卡',
    instructionNo: '指令号',
    noInstruction: '送银行后显示',
    payoutNo: '拨付编号',
    paidAt: '到账时间',
    claim: '申领详情',
    claimDetail: (no: string) => `受理编号 ${no}`,
    bankCard: '去处理银行卡',
  },
} as const
