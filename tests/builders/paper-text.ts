import type { PageText, TextLine } from '@mock/partners/recognition'

export interface PlacedText {
  text: string
  /** Left edge and middle of the row, in pixels. */
  x: number
  y: number
  size?: number
  least?: number
  /** Default: the same text. */
  again?: string | null
}

/** A page as the recogniser hands it over: lines at their places, all of them certain unless said otherwise. */
export function pageOf(lines: readonly PlacedText[], { tilt = 0, legible = true, codes = [] as readonly string[] } = {}): PageText {
  const [width, height] = [1000, 1400]
  const turned = (x: number, y: number) => {
    const [dx, dy] = [x - width / 2, y - height / 2]
    const angle = (tilt * Math.PI) / 180
    return { x: width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle), y: height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle) }
  }
  return {
    width, height, legible, codes,
    lines: lines.map(({ text, x, y, size = 20, least = 0.99, again = text }): TextLine => {
      const widths = [...text].map((character) => (/[\u2e80-\uffef]/.test(character) ? size : size * 0.55))
      const long = widths.reduce((sum, one) => sum + one, 0)
      let passed = 0
      const at = widths.map((one) => ((passed += one) - one / 2) / long)
      const [top, bottom] = [y - size * 0.6, y + size * 0.6]
      return { text, again, at, certain: [...text].map(() => least), quad: [turned(x, top), turned(x + long, top), turned(x + long, bottom), turned(x, bottom)] }
    }),
  }
}

/** A bill on which everything stands in its own line: the golden case. */
export const goldenBill: readonly PlacedText[] = [
  { text: '广东省医疗住院收费票据（电子）', x: 300, y: 60, size: 28 },
  { text: '票据代码：44990026', x: 60, y: 120 },
  { text: '票据号码：0000000001', x: 600, y: 120 },
  { text: '交款人：陈某某', x: 60, y: 160 },
  { text: '开票日期：2026-12-30', x: 600, y: 160 },
  { text: '住院时间：2026-12-24至2026-12-30住院天数：6天', x: 60, y: 200 },
  { text: '金额合计（大写）：叁万柒仟元整（小写）：37,000.00', x: 60, y: 700 },
  { text: '医保统筹基金支付：27,000.00个人自付：10,000.00个人自费：0.00', x: 60, y: 740 },
  { text: '收款单位（章）：示例区第一人民医院', x: 60, y: 800 },
]

export const DRIVER = '梁行远'
/** The golden bill in the driver's name, with a stay that the driver's cover holds; `more` changes its lines. */
export const driverBill = (more: (text: string) => string = (text) => text): PageText =>
  pageOf(goldenBill.map((line) => ({ ...line, text: more(line.text.replace('陈某某', DRIVER).replace('2026-12-24', '2026-11-01').replace('2026-12-30住', '2026-11-09住').replace('6天', '8天').replace('2026-12-30', '2026-11-09')) })))
