/** Pixels of the long side: enough for a bill to be read, a quarter of a megabyte as JPEG. */
export const LONGEST_SIDE = 1600
export const JPEG_QUALITY = 0.8
/** A picture at most this large and not too wide is left as it is. Bytes. */
export const SMALL_ENOUGH = 300_000
