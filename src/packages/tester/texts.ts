import type { BankOutcome, Decide, FinanceAction, PushSettlement, SettlementOutcome } from '@/contract/schemas/tester'
import { formatInstantZh } from '@/domain/dates'
import { formatFen } from '@/domain/money'

const decisions: Record<Decide['decision'], string> = { APPROVE: '通过', REJECT: '拒绝', REQUEST_MORE: '要求补材料', OVERTURN: '经复核改变决定', UPHOLD: '经复核维持原决定', ENDORSE: '由单位工会核实', INVESTIGATE: '转调查核实', INVESTIGATED: '调查结束', RECOVER: '要求退回', RECOVERED: '退回办结' }

/** What the simulated bank can be told to do, in the order of the list. */
export const bankOutcomes: readonly (readonly [BankOutcome, string])[] = [
  ['PAID', '正常到账'],
  ['BANK_BUSY', '银行繁忙（自动再试）'],
  ['CUTOFF', '已过当日截止（自动再试）'],
  ['NETWORK', '指令没有发出（自动再试）'],
  ['PAYER_BALANCE', '付款账户待划款（自动再试）'],
  ['BANK_NOT_FOUND', '银行未收到，次日对账确认'],
  ['NAME_MISMATCH', '户名不一致'],
  ['ACCOUNT_CLOSED', '已销户'],
  ['ACCOUNT_FROZEN', '状态异常'],
  ['ACCOUNT_LOST', '已挂失'],
  ['CARD_INVALID', '卡号无效'],
  ['CREDIT_CARD', '信用卡'],
  ['TYPE2_LIMIT', '二类账户超限额'],
  ['DORMANT', '长期未使用'],
  ['NO_ANSWER', '发送后没有回应（查询后到账）'],
  ['NO_RESULT', '受理后没有结果（次日查到已到账）'],
  ['SILENT_PAID', '一直查不到，其实已付（转人工）'],
  ['SILENT_UNPAID', '一直查不到，其实未付（转人工）'],
  ['RETURNED', '到账后次日退回'],
]
const outcomeZh = (outcome: BankOutcome): string => bankOutcomes.find(([value]) => value === outcome)?.[1] ?? outcome
const financeZh: Record<FinanceAction['action'], string> = { FIX: '处理完成，继续拨付', RECONCILE: '对账确认到账', CANCEL: '取消' }
const settlementZh: Record<SettlementOutcome['outcome'], string> = { MATCHED: '已核算', PREFILLED: '已备好草稿', PERSON: '转人工核对，见“待人工核对”', NOTHING: '不处理，不通知' }

export type SettlementKind = 'PLAIN' | 'LARGE' | 'ACCIDENT' | 'OFFSITE' | 'NAME' | 'REVERSED'
/** Settlements that a tester may report: in order, or with one thing against it. */
export const settlementKinds: readonly { value: SettlementKind; label: string; push: Omit<PushSettlement, 'accountId'> }[] = [
  { value: 'PLAIN', label: '小额疾病住院', push: {} },
  { value: 'LARGE', label: '超过5,000元', push: { amounts: { totalFen: 3_480_000, pooledFen: 2_480_000, inScopeSelfPayFen: 1_000_000, outOfScopeFen: 0, otherPaidFen: 0 } } },
  { value: 'ACCIDENT', label: '意外', push: { cause: 'ACCIDENT' } },
  { value: 'OFFSITE', label: '异地手工报销', push: { offsiteManual: true } },
  { value: 'NAME', label: '姓名不一致', push: { nameZh: '另一人' } },
  { value: 'REVERSED', label: '票据冲红', push: { reversed: true } },
]

export const texts = {
  title: '测试控制台',
  subtitle: '只在测试模式下可用。这里的操作只影响测试数据。',
  clock: '系统时间',
  now: (instant: string) => formatInstantZh(instant),
  ahead: (days: number) => `往后${days}天`,
  toDate: '调到这一天',
  toDateHint: '时间只能往后调；要回到开头，请重置数据',
  go: '调整时间',
  dateMissing: '请选择日期',
  moved: (instant: string, events: number) => `已调到 ${formatInstantZh(instant)}，处理了${events}件到期事项`,
  claims: '待审核的申领',
  noClaims: '没有等待审核的申领',
  claim: (no: string, owner: string) => `${owner} ${no}`,
  approve: '通过',
  reject: '拒绝',
  correct: '更正后通过',
  selfPay: '自付更正为',
  selfPayHint: '总费用不变，其余归医保已付',
  selfPayWrong: '请填写不超过总费用的金额',
  category: '类别更正为',
  categories: { LIGHT: '轻症', SEVERE: '重疾', IN_SITU: '原位癌', MALIGNANT: '恶性肿瘤' },
  requestMore: '要求补材料',
  overturn: '复核改变决定',
  uphold: '复核维持原决定',
  endorse: '单位工会核实通过',
  investigate: '转调查核实',
  investigated: '调查结束',
  recover: '要求退回（多发）',
  recovered: '退回已办结',
  offset: (fen: number) => `另有 ${formatFen(fen)} 元抵扣应退回的款项`,
  person: '改姓名或手机号',
  personOf: '当前账号',
  newName: '新姓名',
  newPhone: '新手机号',
  change: '修改',
  changed: '已修改',
  labelFor: (button: string, no: string) => `${button} ${no}`,
  reason: '拒绝的理由',
  reasonFirst: '请先选择拒绝的理由',
  decided: (no: string, decision: Decide['decision']) => `${no} 已${decisions[decision]}`,
  tasks: '待人工核对',
  noTasks: '没有等待核对的事项',
  refusedBecause: '证件照片看不清姓名',
  bank: '下一笔银行指令',
  planned: (outcome: BankOutcome | null) => (outcome ? `银行将：${outcomeZh(outcome)}` : '银行正常办理'),
  plan: '让银行出错',
  planSave: '就这样办',
  outcome: '银行怎么办',
  planSaved: (outcome: BankOutcome) => `银行将按“${outcomeZh(outcome)}”办理`,
  fix: '财务：处理完成',
  reconcile: '财务：对账确认到账',
  reissue: '财务：取消并重新安排',
  void: '财务：取消，不再发放',
  cancelCause: '测试：财务取消这笔拨付',
  financeDone: (no: string, action: FinanceAction['action']) => `${no} 财务已${financeZh[action]}`,
  settlement: '医保推送结算',
  settlementOf: '谁的',
  settlementKind: '什么情况',
  push: '推送结算数据',
  pushed: ({ outcome, reasonCode }: SettlementOutcome) => `结算数据${settlementZh[outcome]}${reasonCode ? `(${reasonCode})` : ''}`,
  personas: '测试账号',
  current: '当前',
  switched: (name: string) => `已切换为${name}`,
  reset: '重置数据',
  resetTitle: '重置全部测试数据？',
  resetText: '所有账号、申领和时间都会回到开头，这台手机上的草稿和待传文件也会清除。',
  resetOk: '重置',
  resetDone: (instant: string) => `数据已重置，时间回到 ${formatInstantZh(instant)}`,
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
