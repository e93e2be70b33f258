import { hairline, ink, red, soft, white, type Mark } from './page'
import { bodySize, text, type Room, type Row } from './row'
import type { Block, SheetStrokes } from './sheet'

/** Width and height of the field that strokes are drawn into, in points: the pad of the app is 280 x 168. */
const FIELD = { width: 190, height: 114 }

/** A field with what was drawn into it - or a name that was typed in its place - and what it stands for. */
export function signatureRow(block: Extract<Block, { kind: 'signature' | 'typed' }>, room: Room): Row {
  const size = bodySize(room)
  const left = room.width - room.margin - FIELD.width
  const frame: Mark[] = [
    { kind: 'box', x: left, y: 4, width: FIELD.width, height: FIELD.height, colour: white },
    { kind: 'line', points: [[left, 4], [left + FIELD.width, 4], [left + FIELD.width, 4 + FIELD.height], [left, 4 + FIELD.height], [left, 4]], width: 0.75, colour: hairline },
  ]
  const signed: Mark[] = block.kind === 'signature' ? strokeMarks(block.strokes, left, 4) : [text(block.nameZh, left + FIELD.width / 2, 4 + FIELD.height / 2 + 9, { size: 24 }, 'middle')]
  const lines = [block.labelZh, ...block.linesZh].map((line, at) => text(line, room.margin, size * 1.6 * (at + 1), { size: at === 0 ? size : size * 0.88, bold: at === 0, colour: at === 0 ? ink : soft }))
  return { height: FIELD.height + 18, marks: [...frame, ...signed, ...lines], clings: true }
}

/** A stroke of one point is a dot: a line from it to itself with round ends. */
function strokeMarks(strokes: SheetStrokes, x: number, y: number): Mark[] {
  return strokes
    .filter(({ length }) => length > 0)
    .map((stroke) => {
      const points = stroke.map(([across, down]) => [x + (across / 1000) * FIELD.width, y + (down / 1000) * FIELD.height] as const)
      return { kind: 'line', points: points.length === 1 ? [...points, ...points] : points, width: 2, colour: ink }
    })
}

const MARK = 34

/** Name and date to the right, and a round mark around words that say what it is: nobody shall take it for a seal. */
export function issuerRow({ nameZh, dateZh, markZh }: Extract<Block, { kind: 'issuer' }>, room: Room): Row {
  const size = bodySize(room)
  const beside = room.width - room.margin - 2 * MARK - 20
  const [x, y] = [room.width - room.margin - MARK - 2, MARK + 6]
  const around: Mark[] = Array.from(nameZh).map((sign, at, { length }) => {
    const angle = (at - (length - 1) / 2) * Math.min(24, 300 / length)
    const turn = (angle * Math.PI) / 180
    return { ...text(sign, x + Math.sin(turn) * (MARK - 10), y - Math.cos(turn) * (MARK - 10), { size: 7, colour: red }, 'middle'), turn: angle }
  })
  return {
    clings: true,
    height: 2 * MARK + 18,
    marks: [
      text(nameZh, beside, y, { size, bold: true }, 'end'),
      text(dateZh, beside, y + size * 1.7, { size: size * 0.94, colour: soft }, 'end'),
      { kind: 'ring', x, y, radius: MARK, width: 1.4, colour: red },
      { kind: 'ring', x, y, radius: MARK - 14, width: 0.6, colour: red },
      ...Array.from({ length: Math.ceil(markZh.length / 2) }, (_, at) => text(markZh.slice(at * 2, at * 2 + 2), x, y + 1 + (at - (Math.ceil(markZh.length / 2) - 2) / 2) * 9.5 - 2, { size: 9, bold: true, colour: red }, 'middle')),
      ...around,
    ],
  }
}
