import type { Decide } from '@/contract/schemas/tester'
import { formatInstantZh } from '@/domain/dates'

const decisions: Record<Decide['decision'], string> = { APPROVE: '通过', REJECT: '拒绝', REQUEST_MORE: '要求补材料', OVERTURN: '经复核改变决定', UPHOLD: '经复核维持原决定' }

export const texts = {
  title: '测试控制台',
  subtitle: '只在测试模式下可用。这里的操作只影响测试数据。',
  clock: '系统时间',
  now: (instant: string) => formatInstantZh(instant),
  ahead: (days: number) => `往后${days}天`,
  toDate: '调到这一天',
  toDateHint: '时间只能往后调;要回到开头,请重置数据',
  go: '调整时间',
  dateMissing: '请选择日期',
  moved: (instant: string, events: number) => `已调到 ${formatInstantZh(instant)},处理了${events}件到期事项`,
  claims: '待审核的申领',
  noClaims: '没有等待审核的申领',
  claim: (no: string, owner: string) => `${owner} ${no}`,
  approve: '通过',
  reject: '拒绝',
  requestMore: '要求补材料',
  overturn: '复核改变决定',
  uphold: '复核维持原决定',
  labelFor: (button: string, no: string) => `${button} ${no}`,
  reason: '拒绝的理由',
  reasonFirst: '请先选择拒绝的理由',
  decided: (no: string, decision: Decide['decision']) => `${no} 已${decisions[decision]}`,
  personas: '测试账号',
  current: '当前',
  switched: (name: string) => `已切换为${name}`,
  reset: '重置数据',
  resetTitle: '重置全部测试数据?',
  resetText: '所有账号、申领和时间都会回到开头,这台手机上的草稿和待传文件也会清除。',
  resetOk: '重置',
  resetDone: (instant: string) => `数据已重置,时间回到 ${formatInstantZh(instant)}`,
  home: '回到首页',
} as const

/** A list for trying 补充材料 out. */
export const askedPapers = [
  { documentType: 'MEDICAL_INVOICE', reasonCode: 'DOC_UNREADABLE' },
  { documentType: 'INSURANCE_SETTLEMENT', reasonCode: 'DOC_MISSING' },
] as const

/** Reasons that fit any claim; the codes are the scheme's. */
export const rejectReasons = [
  { code: 'NOT_DESIGNATED_HOSPITAL', label: '非定点医院' },
  { code: 'EXCLUDED_CAUSE', label: '属于除外情形' },
  { code: 'THIRD_PARTY_LIABLE', label: '应由第三方承担' },
  { code: 'FULLY_REIMBURSED', label: '费用已全部报销' },
  { code: 'IDENTITY_MISMATCH', label: '身份信息不一致' },
  { code: 'EVIDENCE_INSUFFICIENT', label: '材料不足以证明' },
] as const
