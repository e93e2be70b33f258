import qrcode from 'qrcode-generator'
import { ink, type Mark } from './page'

/** A QR code with its corner at x, y. Level M: a poster in the rain loses a few squares. A row's neighbours are one box: no seams. */
export function codeMarks(data: string, x: number, y: number, side: number): Mark[] {
  const code = qrcode(0, 'M')
  code.addData(data, 'Byte')
  code.make()
  const count = code.getModuleCount()
  const unit = side / count
  const marks: Mark[] = []
  for (let row = 0; row < count; row += 1) {
    for (let from = 0; from < count; from += 1) {
      let to = from
      while (to < count && code.isDark(row, to)) to += 1
      if (to > from) marks.push({ kind: 'box', x: x + from * unit, y: y + row * unit, width: (to - from) * unit, height: unit, colour: ink })
      from = to
    }
  }
  return marks
}
