import qrcode from 'qrcode-generator'
import { formatFen } from '@/domain/money'
import { capitals, type Facts } from './facts'

/** What a paper must give, by the names of the recogniser. */
export type Wanted = Partial<Omit<Facts, 'days'>>
export interface Paper {
  kind: 'bill' | 'settlement' | 'discharge'
  layout: number
  html: string
  wanted: Wanted
}

const yuan = formatFen
const zh = (day: string): string => `${day.slice(0, 4)}年${day.slice(5, 7)}月${day.slice(8)}日`
const dots = (day: string): string => day.replace(/-/g, '.')
const table = (rows: readonly (readonly string[])[], more = ''): string => `<table ${more}>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
const line = (...parts: string[]): string => `<div class="line">${parts.map((part) => `<span>${part}</span>`).join('')}</div>`
const page = (title: string, body: string, head = ''): string => `<h1>${title}</h1>${head}${body}`

/** Items of a bill that make up its total. */
function items({ totalFen }: Facts): string[][] {
  const parts = [0.08, 0.31, 0.12, 0.17, 0.22].map((share) => Math.floor(totalFen * share))
  const rest = totalFen - parts.reduce((sum, part) => sum + part, 0)
  const names = ['床位费', '西药费', '检查费', '化验费', '手术费', '卫生材料费']
  const cells = [...parts, rest].map((fen, i) => [names[i] ?? '', '1', yuan(fen)])
  return [['项目名称', '数量', '金额（元）', '项目名称', '数量', '金额（元）'], ...[0, 2, 4].map((i) => [...(cells[i] ?? []), ...(cells[i + 1] ?? [])])]
}

function qr(f: Facts): string {
  const code = qrcode(0, 'M')
  code.addData(`01,06,${f.invoiceCode},${f.invoiceNumber},${(f.totalFen / 100).toFixed(2)},${f.issuedOn.replace(/-/g, '')},${f.checkCode},3A9F`)
  code.make()
  return `<div class="qr">${code.createSvgTag({ cellSize: 4, margin: 2 })}</div>`
}

const bills: readonly ((f: Facts) => string)[] = [
  // The e-bill: codes at the top, a table of items, sums in words and figures, other information as running text.
  (f) => page('广东省医疗住院收费票据（电子）',
    `${line(`票据代码：${f.invoiceCode}`, `票据号码：${f.invoiceNumber}`)}${line('交款人统一社会信用代码：', `校验码：${f.checkCode}`)}${line(`交款人：${f.patient}`, `开票日期：${f.issuedOn}`)}
    ${table(items(f))}
    ${line(`金额合计（大写）：${capitals(f.totalFen)}`, `（小写）：${yuan(f.totalFen)}`)}
    ${line('业务流水号：202612300087', '病历号：00451276', '住院科别：骨科')}
    ${line(`住院时间：${f.admittedOn} 至 ${f.dischargedOn}`, '医保类型：职工医保', '性别：男')}
    ${line('预缴金额：5,000.00', '补缴金额：0.00', '退费金额：0.00')}
    ${line(`医保统筹基金支付：${yuan(f.pooledFen)}`, '其他支付：0.00', '个人账户支付：800.00')}
    ${line(`个人自付：${yuan(f.selfPayFen)}`, `个人自费：${yuan(f.outOfScopeFen)}`, `个人现金支付：${yuan(f.selfPayFen + f.outOfScopeFen)}`)}
    ${line(`收款单位（章）：${f.hospital}`, '复核人：林某', '收款人：罗某')}`, qr(f)),
  // A printed form: name and value in cells side by side.
  (f) => page('医疗住院收费票据',
    `${line(`票据代码 ${f.invoiceCode}`, `票据号码 ${f.invoiceNumber}`, `校验码 ${f.checkCode}`)}
    ${table([['姓名', f.patient, '性别', '女', '开票日期', zh(f.issuedOn)], ['入院日期', zh(f.admittedOn), '出院日期', zh(f.dischargedOn), '住院天数', `${f.days}`]])}
    ${table(items(f))}
    ${table([['总费用', yuan(f.totalFen), '统筹支付', yuan(f.pooledFen)], ['自付金额', yuan(f.selfPayFen), '自费金额', yuan(f.outOfScopeFen)], ['起付标准', '800.00', '个人账户支付', '320.50']])}
    ${table([['合计大写', capitals(f.totalFen)]])}
    ${line(`医疗机构：${f.hospital}`, '经办人：谢某')}`),
  // Names in a heading row, values below them.
  (f) => page('住院医药费专用收据',
    `${line(`票据代码：${f.invoiceCode}`, `票据号码：${f.invoiceNumber}`)}${line(`校验码：${f.checkCode}`, `日期：${dots(f.issuedOn)}`)}
    ${line(`患者姓名：${f.patient}`, '住院号：0078812', '科室：心血管内科')}
    ${line(`住院起止：${dots(f.admittedOn)} - ${dots(f.dischargedOn)}`, `共 ${f.days} 天`)}
    ${table(items(f))}
    ${table([['费用总额', '统筹基金支付', '个人自付', '个人自费', '个人账户支付'], [yuan(f.totalFen), yuan(f.pooledFen), yuan(f.selfPayFen), yuan(f.outOfScopeFen), '560.00']])}
    ${line(`人民币（大写）${capitals(f.totalFen)}`)}
    ${line(`收款单位：${f.hospital}`, '开票人：钟某')}`),
]

const settlements: readonly ((f: Facts) => string)[] = [
  (f) => page('基本医疗保险住院费用结算单',
    `${line(`医疗机构名称：${f.hospital}`, '机构等级：三级')}
    ${table([['参保人姓名', f.patient, '性别', '男'], ['人员类别', '在职', '险种类型', '职工基本医疗保险'], ['入院日期', f.admittedOn, '出院日期', f.dischargedOn], ['结算日期', f.issuedOn, '住院天数', `${f.days}`],
      ['医疗费总额', yuan(f.totalFen), '起付标准', '800.00'], ['统筹基金支付', yuan(f.pooledFen), '大病保险支付', '0.00'], ['政策范围内自付', yuan(f.selfPayFen), '乙类先行自付', yuan(Math.floor(f.selfPayFen / 7))], ['全自费金额', yuan(f.outOfScopeFen), '超限价自费', '0.00'],
      ['个人账户支付', '320.50', '个人现金支付', yuan(f.selfPayFen + f.outOfScopeFen - 32_050)]])}
    ${line('经办人：谢某', '审核人：洪某')}`),
  (f) => page(`${f.hospital}医保结算单`,
    `${line(`姓名：${f.patient}`, '性别：女', '医保编号：4499001234')}${line(`住院日期：${dots(f.admittedOn)}～${dots(f.dischargedOn)}`, `住院天数：${f.days}天`, '出院科室：普外科')}
    ${table([['总费用', '统筹支付', '自付', '自费'], [yuan(f.totalFen), yuan(f.pooledFen), yuan(f.selfPayFen), yuan(f.outOfScopeFen)]])}
    ${table([['起付线', '先行自付', '个人账户支付', '现金支付'], ['800.00', '215.40', '0.00', yuan(f.selfPayFen + f.outOfScopeFen)]])}
    ${line(`结算日期：${f.issuedOn}`, '制表人：甘某')}`),
  (f) => page('医疗保险费用结算清单',
    `${line(`定点医疗机构：${f.hospital}`)}${line(`参保人：${f.patient}`, '医疗类别：普通住院')}
    ${line(`入院时间：${zh(f.admittedOn)}`)}${line(`出院时间：${zh(f.dischargedOn)}`)}
    ${line(`医疗费用总额：${yuan(f.totalFen)} 元`)}${line('其中：政策范围内费用：18,200.00 元')}${line(`基本医疗保险统筹基金支付：${yuan(f.pooledFen)} 元`)}${line('大病保险支付：0.00 元')}
    ${line(`个人自付金额：${yuan(f.selfPayFen)} 元`)}${line(`个人自费金额：${yuan(f.outOfScopeFen)} 元`)}${line('本年统筹累计：61,204.18 元')}
    ${line('结算方式：联网结算', `打印日期：${f.issuedOn}`)}`),
]

const story = '患者因反复胸闷、气促三天入院，入院后完善相关检查，予对症支持治疗，症状好转，生命体征平稳，伤口愈合良好，经上级医师同意，准予今日出院。'
const discharges: readonly ((f: Facts) => string)[] = [
  (f) => page(f.hospital,
    `<h2>出院小结</h2>${line(`姓名：${f.patient}`, '性别：男', '年龄：46岁', '科别：骨科')}${line(`入院日期：${zh(f.admittedOn)}`, `出院日期：${zh(f.dischargedOn)}`)}${line(`住院天数：${f.days}天`, '住院号：00451276')}
    <p>入院诊断：右侧胫骨骨折</p><p>入院情况：${story}</p><p>诊疗经过：${story}</p><p>出院诊断：右侧胫骨骨折术后</p><p>出院医嘱：注意休息，一个月后门诊复查。</p>${line('医师签名：莫某', '日期：2026-12-31')}`),
  (f) => page('出院记录',
    `${table([['医院名称', f.hospital, '住院号', '0078812'], ['患者姓名', f.patient, '性别', '女'], ['入院时间', `${f.admittedOn} 09:30`, '出院时间', `${f.dischargedOn} 15:10`], ['科室', '心血管内科', '实际住院天数', `${f.days}`]])}
    <p>入院诊断：冠状动脉粥样硬化性心脏病</p><p>诊疗经过：${story}${story}</p><p>出院医嘱：规律服药，定期复诊。</p>${line('住院医师：莫某', '主任医师：简某')}`),
  (f) => page(`${f.hospital}出院小结`,
    `${line(`病人姓名 ${f.patient}`, '年龄 58岁', '床号 12')}${line(`住院时间：${dots(f.admittedOn)} 至 ${dots(f.dischargedOn)}`)}
    <p>一、入院诊断：急性阑尾炎</p><p>二、诊疗经过：${story}</p><p>三、出院情况：${story}</p><p>四、出院医嘱：清淡饮食，不适随诊。</p>${line('医师：莫某')}`),
]

const STAY = ['patient', 'hospital', 'admittedOn', 'dischargedOn'] as const
const MONEY = ['totalFen', 'pooledFen', 'selfPayFen', 'outOfScopeFen'] as const
const INVOICE = ['invoiceCode', 'invoiceNumber', 'checkCode', 'issuedOn'] as const

const wantedOf = (facts: Facts, names: readonly (keyof Wanted)[]): Wanted => Object.fromEntries(names.map((name) => [name, facts[name]]))

/** Three layouts of each kind, filled with the facts of a seed. */
export function papersOf(facts: Facts): Paper[] {
  const of = (kind: Paper['kind'], drawers: readonly ((f: Facts) => string)[], names: readonly (keyof Wanted)[]): Paper[] =>
    drawers.map((draw, layout) => ({ kind, layout, html: draw(facts), wanted: wantedOf(facts, names) }))
  return [...of('bill', bills, [...STAY, ...MONEY, ...INVOICE]), ...of('settlement', settlements, [...STAY, ...MONEY]), ...of('discharge', discharges, STAY)]
}
