import * as v from 'valibot'
import { Fen, LocalDate, Zh } from './common'

/** A value that was read from a paper, offered to the member. `sure`: nothing speaks against it; otherwise the member is asked to compare. */
const read = <T extends v.GenericSchema>(value: T) => v.nullable(v.strictObject({ value, sure: v.boolean() }))
const ReadText = read(v.pipe(v.string(), v.minLength(1), v.maxLength(60)))
const ReadDay = read(LocalDate)
const ReadFen = read(Fen)

/** What was read from one file. PENDING: being read; NONE: nothing could be read. Kept beside what the member finally wrote. */
export const DocumentReading = v.strictObject({
  state: v.picklist(['PENDING', 'DONE', 'NONE']),
  fields: v.array(v.strictObject({ titleZh: Zh, valueZh: Zh, sure: v.boolean() })),
  /** Whether the photo can be read at all; null: not looked at yet. BLURRED and DARK are a hint to the member, never a refusal. */
  quality: v.nullable(v.picklist(['OK', 'BLURRED', 'DARK'])),
})

/** What the papers of a draft say, to be filled in where the member has written nothing. */
export const Prefill = v.strictObject({
  /** Papers are still being read: ask again in a while. */
  reading: v.boolean(),
  hospitalZh: ReadText,
  admittedOn: ReadDay,
  dischargedOn: ReadDay,
  totalFen: ReadFen,
  pooledFen: ReadFen,
  inScopeSelfPayFen: ReadFen,
  outOfScopeFen: ReadFen,
  invoiceCode: ReadText,
  invoiceNumber: ReadText,
  /** What does not fit: another person's name, several bills. */
  notesZh: v.array(Zh),
})

/** A photo of a bank card that is being read; the photo itself is thrown away once it is. */
export const CardPhoto = v.strictObject({
  photoId: v.pipe(v.string(), v.maxLength(48)),
  state: v.picklist(['PENDING', 'DONE', 'NONE']),
  /** Digits, to be compared by the member; null: none could be read. */
  cardNumber: v.nullable(v.pipe(v.string(), v.regex(/^\d{12,19}$/))),
  sure: v.boolean(),
})

export type DocumentReading = v.InferOutput<typeof DocumentReading>
export type Prefill = v.InferOutput<typeof Prefill>
export type CardPhoto = v.InferOutput<typeof CardPhoto>
