import * as v from 'valibot'
import { LocalDate, Zh } from './common'
import { DocumentType } from './document-type'
import { IdDocument } from './identity'

/** What happened. ILLNESS and ACCIDENT go by a stay or a bill, CRITICAL and FEMALE by a diagnosis, DEATH is filed by the beneficiary. */
export const ClaimKind = v.picklist(['ILLNESS', 'ACCIDENT', 'CRITICAL', 'FEMALE', 'DEATH'])
/** Pages of a draft that a kind of claim has, in order. */
export const ClaimPart = v.picklist(['event', 'stay', 'amounts', 'papers'])

const Words = (most: number) => v.pipe(v.string(), v.regex(/\S/), v.maxLength(most))

/** How the accident came about; its day is `accidentOn` of the claim. */
export const Accident = v.strictObject({
  placeZh: Words(60),
  howZh: Words(500),
  /** Asks for the police report. */
  traffic: v.boolean(),
  /** ADMITTED: a stay with its bill; OUTPATIENT: a bill, `stay` holds the first and the last day of treatment; NONE: no bill is claimed. */
  treatment: v.picklist(['ADMITTED', 'OUTPATIENT', 'NONE']),
  /** 1 is the worst; null: no lasting harm is claimed. */
  disabilityGrade: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10))),
})

/** P5: LIGHT or SEVERE; P6: IN_SITU or MALIGNANT. */
export const Diagnosis = v.strictObject({
  diagnosedOn: LocalDate,
  category: v.picklist(['LIGHT', 'SEVERE', 'IN_SITU', 'MALIGNANT']),
  diseaseZh: Words(60),
  hospitalZh: Words(60),
})

export const Death = v.strictObject({ diedOn: LocalDate })
/** `document`: of the beneficiary, where it is another one than shown. */
export const FillDeath = v.strictObject({ diedOn: LocalDate, document: v.optional(IdDocument) })

/** A paper that a claim will need, before there is a claim. `marksZh`: what must be seen on the photo, drawn into the sample picture. */
export const NeededPaper = v.strictObject({ documentType: DocumentType, titleZh: Zh, whyZh: Zh, tipZh: Zh, look: v.picklist(['CARD', 'FORM', 'TABLE', 'LETTER']), marksZh: v.array(Zh) })

export type ClaimKind = v.InferOutput<typeof ClaimKind>
export type ClaimPart = v.InferOutput<typeof ClaimPart>
export type Accident = v.InferOutput<typeof Accident>
export type Diagnosis = v.InferOutput<typeof Diagnosis>
export type Death = v.InferOutput<typeof Death>
export type NeededPaper = v.InferOutput<typeof NeededPaper>
