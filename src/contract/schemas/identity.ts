import * as v from 'valibot'
import { LocalDate, Zh } from './common'

export const IdDocumentType = v.picklist(['MAINLAND_ID', 'RESIDENCE_PERMIT', 'HK_MACAO_PASS', 'TAIWAN_PASS', 'FOREIGN_RESIDENT', 'PASSPORT'])

/** A document as it is typed in; each kind is checked by its own rules, with its own words. */
export const IdDocument = v.strictObject({ idType: IdDocumentType, idNumber: v.pipe(v.string(), v.minLength(1), v.maxLength(40)) })
/** The same as it is shown. */
export const ShownDocument = v.strictObject({ idType: IdDocumentType, typeZh: Zh, numberMasked: Zh })

/** Who somebody is, for 实名认证. Birth and sex where the number of the document does not say them. */
export const Identity = v.strictObject({
  ...IdDocument.entries,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  birthDate: v.optional(LocalDate),
  sex: v.optional(v.picklist(['MALE', 'FEMALE'])),
})

export type IdDocumentType = v.InferOutput<typeof IdDocumentType>
export type IdDocument = v.InferOutput<typeof IdDocument>
export type Identity = v.InferOutput<typeof Identity>
