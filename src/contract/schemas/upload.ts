import * as v from 'valibot'
import { Count } from './common'

/** sha256 of a file's original bytes, 64 hex digits: the name under which its parts are collected. */
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
/** Where a part begins, in bytes. */
export const Offset = v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,8})$/))

export const OpenUpload = v.strictObject({ sizeBytes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)) })
/** How far a file has come: the next part begins at `receivedBytes` and has `partBytes` at most. */
export const Upload = v.strictObject({ sizeBytes: Count, receivedBytes: Count, partBytes: Count })
/** A file that has come whole. */
export const SentFile = v.strictObject({ sha256: Sha256 })

export type Upload = v.InferOutput<typeof Upload>
