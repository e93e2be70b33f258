/** Something that lies over a page: a sheet, a question, a picture, a full screen. */
export interface Overlay {
  /** The way back, Escape or another page ends it. One that may not be closed now does nothing, and stays. */
  close(): void
  /** Id of its element, which holds the focus. */
  boxId: string
  /** Which page it lies over (`useOwnId` of its Page). */
  page?: string
}
