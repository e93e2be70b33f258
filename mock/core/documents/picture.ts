/** A picture without metadata, and its size in pixels as stored (before turning). */
export interface Picture {
  sanitised: Uint8Array
  width: number
  height: number
}
