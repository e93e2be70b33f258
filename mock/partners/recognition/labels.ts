/**
 * What papers call their values, longest first where one begins like another. Names that must never be taken for a wanted one
 * (`other…`) are known too: they keep their values to themselves. Rule source A: names as on the common forms.
 */
export type LabelField =
  | 'invoiceCode' | 'invoiceNumber' | 'checkCode'
  | 'issuedOn' | 'admittedOn' | 'dischargedOn' | 'period' | 'otherDate'
  | 'totalFen' | 'pooledFen' | 'selfPayFen' | 'outOfScopeFen' | 'extraFen' | 'otherFen' | 'capital'
  | 'hospital' | 'patient' | 'days' | 'other'

export type ValueKind = 'code' | 'date' | 'period' | 'money' | 'capital' | 'hospital' | 'name' | 'count' | 'any'

const NAMES: Readonly<Record<LabelField, readonly string[]>> = {
  invoiceCode: ['票据代码', '电子票据代码'],
  invoiceNumber: ['票据号码', '电子票据号码'],
  checkCode: ['校验码', '电子票据校验码', '票据校验码'],
  issuedOn: ['开票日期', '开票时间', '日期'],
  admittedOn: ['入院日期', '入院时间', '住院开始日期'],
  dischargedOn: ['出院日期', '出院时间', '住院结束日期'],
  period: ['住院时间', '住院日期', '住院起止', '住院起止日期', '住院起止时间', '住院期间', '就诊时间', '就医时间'],
  otherDate: ['结算日期', '结算时间', '打印日期', '打印时间', '出生日期', '出生年月', '手术日期', '复诊日期', '复诊时间', '申请日期', '记录日期', '签名日期', '清算日期', '结算起止', '报告日期'],
  totalFen: ['金额合计', '费用合计', '总费用', '医疗总费用', '住院总费用', '费用总额', '医疗费总额', '医疗费用总额', '医疗费用合计', '总金额', '合计金额', '本次总费用', '合计', '总计', '小写'],
  pooledFen: ['统筹支付', '统筹基金支付', '医保统筹支付', '医保统筹基金支付', '基本医保统筹支付', '基本医疗保险统筹基金支付', '统筹基金支付金额', '统筹支付金额', '医保基金支付', '基金支付', '基金支付总额', '医保支付'],
  selfPayFen: ['自付', '个人自付', '自付金额', '个人自付金额', '政策范围内自付', '范围内自付', '政策范围内个人自付', '自付费用', '符合范围自付'],
  outOfScopeFen: ['自费', '个人自费', '自费金额', '个人自费金额', '全自费', '全自费金额', '全自费费用', '自费费用', '范围外自费', '目录外自费', '政策范围外自费'],
  extraFen: ['其他支付', '其他基金支付', '大病保险支付', '大病支付', '大额补助支付', '医疗救助支付', '公务员补助支付', '补充医疗支付'],
  otherFen: [
    '个人账户支付', '账户支付', '个人现金支付', '现金支付', '个人支付', '个人负担', '个人负担总额', '个人支付合计', '个人负担合计', '起付线', '起付标准', '本次起付线', '乙类先行自付', '乙类先自付', '先行自付', '先自付', '乙类自付',
    '超限价自费', '超限价', '超限额自付', '超限价金额', '预缴金额', '预交金额', '预缴款', '补缴金额', '退费金额', '小计', '本页小计', '应收', '实收', '实收金额', '应退', '床位费', '药费', '西药费', '中成药费', '中药费', '检查费', '化验费',
    '治疗费', '手术费', '护理费', '诊察费', '材料费', '卫生材料费', '麻醉费', '其他费', '其他费用', '年度累计', '本年累计', '累计统筹支付', '本年统筹累计', '年度统筹累计支付', '账户余额', '统筹累计', '范围内费用', '政策范围内费用', '符合范围费用', '报销比例',
  ],
  capital: ['大写', '金额合计大写', '合计大写', '人民币大写', '总费用大写', '大写金额', '金额大写'],
  hospital: ['收款单位', '医疗机构', '医疗机构名称', '定点医疗机构', '定点医疗机构名称', '医院名称', '就诊医院', '就医医院', '就诊机构', '就诊医疗机构', '医院', '单位名称'],
  patient: ['姓名', '患者姓名', '病人姓名', '患者', '交款人', '参保人', '参保人姓名', '人员姓名', '就诊人'],
  days: ['住院天数', '实际住院天数', '住院日数', '住院床日'],
  other: [
    '性别', '年龄', '科室', '科别', '科别名称', '出院科室', '入院科室', '床号', '住院号', '病历号', '病案号', '门诊号', '医保类型', '险种', '险种类型', '医保类别', '医保编号', '医疗类别', '人员类别', '参保类型', '参保地', '身份证号', '证件号码', '社会保障号', '联系电话',
    '电话', '单位', '工作单位', '职业', '业务流水号', '流水号', '结算单号', '就诊号', '机构类型', '医疗机构类型', '机构等级', '医院等级', '等级', '收款人', '复核人', '开票人', '经办人', '审核人', '制表人', '主治医师', '住院医师', '主任医师', '医师签名', '医师', '医生', '签名', '入院诊断', '出院诊断', '诊断', '出院医嘱', '医嘱', '出院情况',
    '诊疗经过', '入院情况', '治疗结果', '转归', '项目', '项目名称', '金额', '数量', '备注', '其中', '章', '项目编码', '规格', '交款人统一社会信用代码', '统一社会信用代码', '票据种类', '监制', '异地就医', '结算方式', '入院方式', '离院方式',
  ],
}

const KINDS: Readonly<Record<LabelField, ValueKind>> = {
  invoiceCode: 'code', invoiceNumber: 'code', checkCode: 'code', issuedOn: 'date', admittedOn: 'date', dischargedOn: 'date', period: 'period', otherDate: 'date',
  totalFen: 'money', pooledFen: 'money', selfPayFen: 'money', outOfScopeFen: 'money', extraFen: 'money', otherFen: 'money', capital: 'capital', hospital: 'hospital',
  patient: 'name', days: 'count', other: 'any',
}
export const kindOf = (field: LabelField): ValueKind => KINDS[field]

const BY_NAME = new Map<string, LabelField>()
for (const [field, names] of Object.entries(NAMES)) for (const name of names) BY_NAME.set(name, field as LabelField)
const LONGEST = Math.max(...[...BY_NAME.keys()].map((name) => name.length))

export interface LabelHit {
  field: LabelField
  name: string
  from: number
  /** After the name, its brackets and its colon. */
  to: number
}

const HAN = /[\u3400-\u9fff]/
/** Units and remarks that belong to a name: (元), (章), (小写). */
const TAIL = /^\)?\s*(?:\((?:元|章|盖章|小写|人民币|大写|天|签章|公章|单位:元)\)?)?\s*[:;]?/

/**
 * Names in a line of text. One counts where a name can stand - at the start, after a value, a bracket or a mark - and where it ends:
 * before a colon, a bracket, a figure or the end of the line. So the 自付 in 乙类先行自付 or in a sentence is none.
 */
export function labelsIn(text: string): LabelHit[] {
  const hits: LabelHit[] = []
  for (let from = 0; from < text.length; ) {
    const hit = canStart(text, from) ? hitAt(text, from) : undefined
    if (hit) hits.push(hit)
    from = hit ? Math.max(hit.to, from + 1) : from + 1
  }
  return hits
}

function canStart(text: string, from: number): boolean {
  const before = text[from - 1]
  // A word before it makes it another word: unless a value has ended there (…元, …日, …天, …院, …人), which a colon after the name proves.
  return before === undefined || !HAN.test(before) || /:/.test(text.slice(from, from + LONGEST + 8))
}

function hitAt(text: string, from: number): LabelHit | undefined {
  for (let length = Math.min(LONGEST, text.length - from); length >= 2; length -= 1) {
    const name = text.slice(from, from + length)
    let field = BY_NAME.get(name)
    if (!field) continue
    const rest = text.slice(from + length)
    const tail = TAIL.exec(rest)?.[0] ?? ''
    const before = text[from - 1]
    const afterWord = before !== undefined && HAN.test(before)
    if (afterWord && !tail.endsWith(':')) continue
    if (tail === '' && rest !== '' && HAN.test(rest[0] ?? '') && !startsValue(field, rest)) continue
    if (/^\(?大写/.test(tail) && (field === 'totalFen')) field = 'capital'
    return { field, name, from, to: from + length + tail.length }
  }
  return undefined
}

/** A colon that was not read: 姓名李明, 大写叁万. */
const startsValue = (field: LabelField, rest: string): boolean =>
  field === 'capital' ? /^[零壹贰叁肆伍陆柒捌玖拾]/.test(rest) : field === 'patient' ? rest.length <= 4 : false
