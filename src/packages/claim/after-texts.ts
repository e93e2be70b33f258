import { formatDateZh, localDateOf } from '@/domain/dates'
import { formatFen } from '@/domain/money'

/** Words for money that is to come back, and for what it was like. */
export const afterTexts = {
  recovery: {
    title: '需要退回的款项',
    settledTitle: '退回的款项',
    amount: '金额',
    reason: '原因',
    choice: '您选择怎么退回',
    repay: '转账退回',
    repayDetail: '按告知的账号转账',
    offset: '从以后的互助金中抵扣',
    offsetDetail: '现在不用付钱',
    chosen: '退回方式',
    set: '抵扣',
    setDone: (fen: number, no: string, at: string) => `${formatFen(fen)} 元，${formatDateZh(localDateOf(at))}从申领 ${no} 的互助金中扣除`,
    setComing: (fen: number, no: string) => `${formatFen(fen)} 元，申领 ${no} 的互助金到账时扣除`,
    left: '还需退回',
    yuan: (fen: number) => `${formatFen(fen)} 元`,
    how: '怎么办',
    objection: '有异议，写下理由',
    objectionHint: '选填。由未参与原决定的人员答复。',
    objected: '您的异议',
    nothing: '请选择退回方式，或写明您的异议',
    submit: '提交答复',
    again: '更改答复，或补充异议',
    done: '已收到您的答复。',
  },
  feedback: {
    title: '这次办理怎么样',
    score: '请打分',
    scores: { 5: '很满意', 4: '满意', 3: '一般', 2: '不满意', 1: '很不满意' },
    words: '想说的话',
    wordsHint: '选填。例如哪里不方便',
    missing: '请先打分',
    submit: '提交评价',
    thanks: '谢谢您的评价',
    given: (word: string) => `您的评价：${word}`,
  },
} as const
