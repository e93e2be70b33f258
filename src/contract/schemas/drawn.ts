import * as v from 'valibot'
import { LocalDate, Zh } from './common'

/** What the server draws for a member comes as a picture or a PDF; a backend without a renderer answers an SVG, the header says so. */
export const DrawnFormat = v.picklist(['png', 'pdf'])
/** The opaque id in the code on a certificate: 128 bits that say nothing. */
export const CheckCode = v.pipe(v.string(), v.regex(/^[\w-]{22}$/))
/** For whoever is shown a certificate: what stands on it anyway, and whether it still holds. */
export const CertificateCheck = v.strictObject({ certificateNo: Zh, nameMasked: Zh, planNameZh: Zh, effectiveOn: LocalDate, endsOn: LocalDate, statusZh: Zh })

export type DrawnFormat = v.InferOutput<typeof DrawnFormat>
export type CertificateCheck = v.InferOutput<typeof CertificateCheck>
