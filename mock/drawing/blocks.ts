import { codeMarks } from './code'
import { linesOf } from './lines'
import { ink, pale, red, soft, white, type Colour, type Mark } from './page'
import { bodySize, inner, lineAt, text, type Room, type Row, type Style } from './row'
import { issuerRow, signatureRow } from './signing'
import type { Block } from './sheet'

/** A block in rows that do not break. */
export function blockMarks(block: Block, room: Room): Row[] {
  switch (block.kind) {
    case 'band':
      return [band(block, room)]
    case 'heading':
      return headingRows(block, room)
    case 'text':
      return textRows(block, room)
    case 'figure':
      return [figureRow(block, room)]
    case 'facts':
      return block.items.map(({ labelZh, valueZh }) => factRow(labelZh, valueZh, room))
    case 'table':
      return tableRows(block, room)
    case 'code':
      return [codeRow(block, room)]
    case 'signature':
    case 'typed':
      return [signatureRow(block, room)]
    case 'issuer':
      return [issuerRow(block, room)]
    case 'gap':
      return [{ height: block.height, marks: [] }]
    case 'rule':
      return [{ height: 17, marks: [lineAt(room.margin, 8, room.width - room.margin)] }]
  }
}

function band({ titleZh, overZh, underZh }: Extract<Block, { kind: 'band' }>, room: Room): Row {
  const { width } = room
  const scale = width / 420
  const [titleSize, height] = [30 * scale, (underZh === undefined ? 112 : 138) * scale]
  const marks: Mark[] = [
    { kind: 'box', x: 0, y: 0, width, height, colour: red },
    text(overZh, width / 2, 40 * scale, { size: 13 * scale, colour: white }, 'middle'),
    ...fitted(titleZh, width / 2, 82 * scale, { size: titleSize, bold: true, colour: white }, room),
  ]
  if (underZh !== undefined) marks.push(...fitted(underZh, width / 2, 114 * scale, { size: 15 * scale, colour: white }, room))
  return { height: height + 20 * scale, marks, bleeds: true }
}

/** One line in the middle, smaller where it would not fit. */
function fitted(content: string, x: number, y: number, style: Style, room: Room): Mark[] {
  const wide = room.measure(content, style.bold ?? false) * style.size
  return [text(content, x, y, { ...style, size: style.size * Math.min(1, (inner(room) - 24) / wide) }, 'middle')]
}

function headingRows({ textZh, level, centre = false }: Extract<Block, { kind: 'heading' }>, room: Room): Row[] {
  const size = level === 1 ? bodySize(room) * 1.8 : bodySize(room) * 1.18
  const rows = paragraph(textZh, { size, bold: true, leading: 1.4 }, centre, room)
  return [{ height: level === 1 ? 2 : 6, marks: [], opens: true }, ...rows, { height: level === 1 ? 8 : 3, marks: [] }]
}

function textRows({ textZh, soft: isSoft = false, centre = false, large = false, indent = false }: Extract<Block, { kind: 'text' }>, room: Room): Row[] {
  const size = bodySize(room) * (large ? 1.5 : isSoft ? 0.88 : 1)
  return [...paragraph(`${indent ? '\u3000\u3000' : ''}${textZh}`, { size, colour: isSoft ? soft : ink, leading: 1.65 }, centre, room), { height: 4, marks: [] }]
}

function paragraph(content: string, style: Style, centre: boolean, room: Room): Row[] {
  const { size, bold = false, leading = 1.6 } = style
  return linesOf(content, size, bold, inner(room), room.measure).map((line) => ({
    height: size * leading,
    marks: [centre ? text(line, room.width / 2, size * (leading + 0.7) / 2, style, 'middle') : text(line, room.margin, size * (leading + 0.7) / 2, style)],
  }))
}

function figureRow({ labelZh, valueZh, noteZh }: Extract<Block, { kind: 'figure' }>, room: Room): Row {
  const size = bodySize(room)
  const height = noteZh === undefined ? size * 5.4 : size * 7
  const middle = room.width / 2
  const marks: Mark[] = [
    { kind: 'box', x: room.margin, y: 4, width: inner(room), height, colour: pale },
    text(labelZh, middle, 4 + size * 1.7, { size, colour: soft }, 'middle'),
    ...fitted(valueZh, middle, 4 + size * 4.2, { size: size * 2.1, bold: true, colour: red }, room),
  ]
  if (noteZh !== undefined) marks.push(...fitted(noteZh, middle, 4 + size * 6, { size: size * 0.9, colour: soft }, room))
  return { height: height + 14, marks }
}

function factRow(labelZh: string, valueZh: string, room: Room): Row {
  const size = bodySize(room)
  const [step, label] = [size * 1.6, size * 6.6]
  const lines = linesOf(valueZh, size, false, inner(room) - label, room.measure)
  return {
    height: lines.length * step + size * 0.3,
    marks: [text(labelZh, room.margin, size * 1.2, { size, colour: soft }), ...lines.map((line, at) => text(line, room.margin + label, size * 1.2 + at * step, { size }))],
  }
}

function tableRows({ headZh, rows, shares, totalZh }: Extract<Block, { kind: 'table' }>, room: Room): Row[] {
  const size = bodySize(room) * 0.94
  const total = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => (share / total) * inner(room))
  // Figures stand one below the other, words begin one below the other.
  const figures = rows.every((cells) => /^[\d,.]+$/.test(cells[cells.length - 1] ?? ''))
  const row = (cells: readonly string[], bold: boolean, fill?: Colour): Row => {
    const columns = cells.map((cell, at) => linesOf(cell, size, bold, (widths[at] ?? 0) - 14, room.measure))
    const height = Math.max(...columns.map(({ length }) => length)) * size * 1.5 + 11
    const marks: Mark[] = fill === undefined ? [] : [{ kind: 'box', x: room.margin, y: 0, width: inner(room), height, colour: fill }]
    let x = room.margin
    columns.forEach((lines, at) => {
      const right = at === columns.length - 1 && figures
      lines.forEach((line, no) => marks.push(text(line, right ? x + (widths[at] ?? 0) - 7 : x + 7, 5 + size * 1.1 + no * size * 1.5, { size, bold }, right ? 'end' : 'start')))
      x += widths[at] ?? 0
    })
    return { height, marks: [...marks, lineAt(room.margin, height, room.width - room.margin)] }
  }
  const foot = totalZh ? [{ ...row([totalZh[0], ...shares.slice(2).map(() => ''), totalZh[1]], true) }] : []
  return [{ height: 4, marks: [] }, row(headZh, true, pale), ...rows.map((cells) => row(cells, false)), ...foot, { height: 10, marks: [] }]
}

function codeRow({ data, side, captionZh }: Extract<Block, { kind: 'code' }>, room: Room): Row {
  const size = bodySize(room) * 0.92
  const left = (room.width - side) / 2
  // The quiet zone is paper of its own, so that a watermark does not run into it.
  const quiet: Mark = { kind: 'box', x: left - side * 0.12, y: 0, width: side * 1.24, height: side * 1.24, colour: white }
  return {
    height: side * 1.24 + captionZh.length * size * 1.7 + 8,
    marks: [quiet, ...codeMarks(data, left, side * 0.12, side), ...captionZh.flatMap((line, at) => fitted(line, room.width / 2, side * 1.24 + size * (1.1 + at * 1.7), { size, colour: soft }, room))],
  }
}
