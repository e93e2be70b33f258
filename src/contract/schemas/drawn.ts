import * as v from 'valibot'
import { Id, Instant, LocalDate, Strokes, TypedName, Zh } from './common'

/** What the server draws for a member comes as a picture or a PDF; a backend without a renderer answers an SVG, the header says so. */
export const DrawnFormat = v.picklist(['png', 'pdf'])
/** The opaque id in the code on a certificate: 128 bits that say nothing. */
export const CheckCode = v.pipe(v.string(), v.regex(/^[\w-]{22}$/))
/** For whoever is shown a certificate: what stands on it anyway, and whether it still holds. */
export const CertificateCheck = v.strictObject({ certificateNo: Zh, nameMasked: Zh, planNameZh: Zh, effectiveOn: LocalDate, endsOn: LocalDate, statusZh: Zh, holds: v.boolean() })
/** Where that can be looked up: what the code on the drawing holds, to be passed on. Nothing of the person is in it. */
export const CertificateLink = v.strictObject({ code: CheckCode, url: v.pipe(v.string(), v.url()) })

/** A signature with a claim: drawn as strokes, or the name typed by whoever cannot draw. The server draws it into the form. */
export const Signature = v.union([v.strictObject({ strokes: Strokes }), v.strictObject({ typedName: TypedName })])

export const LetterKind = v.picklist(['APPLICATION', 'SUPPLEMENT', 'APPROVED', 'REJECTED', 'APPEAL', 'PAID'])
/** A letter of a claim, frozen when it was issued. */
export const Letter = v.strictObject({ letterId: Id, kind: LetterKind, titleZh: Zh, noZh: Zh, issuedAt: Instant })
export const LetterList = v.strictObject({ items: v.array(Letter) })

export type Signature = v.InferOutput<typeof Signature>
export type LetterKind = v.InferOutput<typeof LetterKind>
export type Letter = v.InferOutput<typeof Letter>
export type DrawnFormat = v.InferOutput<typeof DrawnFormat>
export type CertificateLink = v.InferOutput<typeof CertificateLink>
export type CertificateCheck = v.InferOutput<typeof CertificateCheck>
