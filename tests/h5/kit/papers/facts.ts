import { randomFrom } from '../qr-scenes'

/** What a paper says; all people and hospitals are made up. */
export interface Facts {
  patient: string
  hospital: string
  invoiceCode: string
  invoiceNumber: string
  checkCode: string
  issuedOn: string
  admittedOn: string
  dischargedOn: string
  days: number
  totalFen: number
  pooledFen: number
  selfPayFen: number
  outOfScopeFen: number
}

const NAMES = ['陈晓明', '李志强', '黄丽华', '张伟', '欧阳建国', '周敏', '郑海燕', '吴国栋', '何思琪', '梁家豪']
const HOSPITALS = ['示例区第一人民医院', '示例市中医医院', '示例大学附属第三医院', '示例县妇幼保健院', '示例市职工医院']

const pick = <T>(list: readonly T[], random: () => number): T => {
  const one = list[Math.floor(random() * list.length)]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}
const digits = (count: number, random: () => number): string => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
const dayAfter = (day: string, count: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)

export function factsOf(seed: number): Facts {
  const random = randomFrom(seed * 7919 + 13)
  const admittedOn = dayAfter('2026-01-03', Math.floor(random() * 300))
  const days = 2 + Math.floor(random() * 20)
  const dischargedOn = dayAfter(admittedOn, days)
  const pooledFen = 100_000 + Math.floor(random() * 4_000_000)
  const selfPayFen = 50_000 + Math.floor(random() * 1_500_000)
  const outOfScopeFen = random() < 0.2 ? 0 : Math.floor(random() * 300_000)
  return {
    patient: pick(NAMES, random), hospital: pick(HOSPITALS, random),
    invoiceCode: `4499${digits(4, random)}`, invoiceNumber: digits(10, random), checkCode: Array.from({ length: 6 }, () => pick([...'0123456789abcdef'], random)).join(''),
    issuedOn: dischargedOn, admittedOn, dischargedOn, days, pooledFen, selfPayFen, outOfScopeFen, totalFen: pooledFen + selfPayFen + outOfScopeFen,
  }
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
/** 37000.50 yuan as 叁万柒仟元伍角整. */
export function capitals(fen: number): string {
  const yuan = Math.floor(fen / 100)
  const section = (value: number): string => {
    let text = ''
    let gap = false
    for (const [unit, name] of [[1000, '仟'], [100, '佰'], [10, '拾'], [1, '']] as const) {
      const digit = Math.floor(value / unit) % 10
      if (digit === 0) gap = text !== ''
      else {
        text += `${gap ? '零' : ''}${DIGITS[digit]}${name}`
        gap = false
      }
    }
    return text
  }
  const [high, low] = [Math.floor(yuan / 10_000), yuan % 10_000]
  const [jiao, cent] = [Math.floor(fen / 10) % 10, fen % 10]
  const whole = `${high > 0 ? `${section(high)}万` : ''}${high > 0 && low > 0 && low < 1000 ? '零' : ''}${section(low)}元`
  return jiao === 0 && cent === 0 ? `${whole}整` : `${whole}${jiao > 0 ? `${DIGITS[jiao]}角` : '零'}${cent > 0 ? `${DIGITS[cent]}分` : '整'}`
}
