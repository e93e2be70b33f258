import type { Instant } from '@/domain/dates'

/** A signature or drawing: strokes of points in a field of 1000 x 1000. */
export type SheetStrokes = readonly (readonly (readonly [number, number])[])[]

/**
 * What a document says, block by block, from top to bottom. Handlers write it, `layout.ts` places it, and one renderer a format draws
 * what was placed. Plain data: it goes to another process as it is, and the same sheet gives the same bytes.
 */
export interface Sheet {
  /** Name of the document; readers show it as the title of a PDF. */
  titleZh: string
  /** When what it says became so; stands in the PDF in place of the moment of drawing. */
  at: Instant
  /** `a4` breaks into pages; `slip` is one picture for a phone, as long as it has to be. */
  size: 'a4' | 'slip'
  blocks: readonly Block[]
  /** At the foot of every page. */
  footZh: readonly string[]
  /** Large and pale across the page: 示例数据. */
  watermarkZh: string | null
}

export type Block =
  /** The red head of a certificate or poster. */
  | { kind: 'band'; titleZh: string; overZh: string; underZh?: string }
  | { kind: 'heading'; textZh: string; level: 1 | 2; centre?: boolean }
  | { kind: 'text'; textZh: string; soft?: boolean; centre?: boolean; large?: boolean; indent?: boolean }
  /** A figure that the eye falls upon first. */
  | { kind: 'figure'; labelZh: string; valueZh: string; noteZh?: string }
  | { kind: 'facts'; items: readonly { labelZh: string; valueZh: string }[] }
  /** Columns by share of the width; a last one of figures stands to the right. */
  | { kind: 'table'; headZh: readonly string[]; rows: readonly (readonly string[])[]; shares: readonly number[]; totalZh?: readonly [label: string, value: string] }
  | { kind: 'code'; data: string; side: number; captionZh: readonly string[] }
  | { kind: 'signature'; labelZh: string; strokes: SheetStrokes; linesZh: readonly string[] }
  /** Typed in place of a signature. */
  | { kind: 'typed'; labelZh: string; nameZh: string; linesZh: readonly string[] }
  /** Who has issued it, with a round mark that is no seal. */
  | { kind: 'issuer'; nameZh: string; dateZh: string; markZh: string }
  | { kind: 'gap'; height: number }
  | { kind: 'rule' }

export type DrawFormat = 'png' | 'pdf'
/** Draws a sheet. Node brings it along (`mock/node/drawing`); where it is missing the core answers an SVG. */
export type Draw = (sheet: Sheet, format: DrawFormat) => Promise<Uint8Array>
