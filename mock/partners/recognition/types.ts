import type { LocalDate } from '@/contract/schemas/common'
import type { PhotoQuality } from '@/domain/photo-quality'

export interface Point {
  x: number
  y: number
}

/** One line of text as the recogniser found it, in pixels of the upright picture. */
export interface TextLine {
  text: string
  /** Certainty of each character of `text`, 0 to 1. */
  certain: readonly number[]
  /** Where each character of `text` stands along the line, 0 to 1. */
  at: readonly number[]
  /** Top left, top right, bottom right, bottom left of the text. */
  quad: readonly [Point, Point, Point, Point]
  /** The same line read a second time from another cut; null: not read again. */
  again: string | null
}

/** What stands on a picture. */
export interface PageText {
  width: number
  height: number
  /** Large and sharp enough for its figures to be trusted. */
  legible: boolean
  /** What a phone would have said of its pixels; missing: not looked at. */
  quality?: PhotoQuality
  lines: readonly TextLine[]
  /** Texts of the QR codes on it. */
  codes: readonly string[]
  /** Further pages of the same paper, in their order. */
  more?: readonly PageText[]
}

/** A value as read. `sure` only where nothing speaks against it; the member looks at everything else. */
export interface Read<T> {
  value: T
  sure: boolean
}

/** Values of one paper; a missing one was not found. Money in fen. */
export interface PaperFields {
  invoiceCode?: Read<string>
  invoiceNumber?: Read<string>
  checkCode?: Read<string>
  issuedOn?: Read<LocalDate>
  admittedOn?: Read<LocalDate>
  dischargedOn?: Read<LocalDate>
  totalFen?: Read<number>
  pooledFen?: Read<number>
  selfPayFen?: Read<number>
  outOfScopeFen?: Read<number>
  hospital?: Read<string>
  patient?: Read<string>
}
export type FieldName = keyof PaperFields
