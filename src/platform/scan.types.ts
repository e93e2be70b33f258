/** A code that was seen, and where its middle is on the picture (share of width and height, 0 to 1). */
export interface FoundCode {
  text: string
  x: number
  y: number
}

export interface ScanOptions {
  /** A photo was chosen and is being searched, which may take seconds. Never called in WeChat. */
  onPicked?(): void
}
