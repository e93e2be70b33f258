/** Where the bytes of a file are: a path of the device (mini-program) or a Blob (H5). */
export type FileContent = { path: string; blob?: undefined } | { blob: Blob; path?: undefined }

/** A file from camera, album or chat, as long as the app runs. Not serialisable: `saveFile` makes it durable. */
export type PickedFile = FileContent & { name: string; size: number; mime: string }

/** A file in the durable store. Plain data: may live in drafts and outbox items. */
export interface StoredFile {
  fileId: string
  name: string
  /** Bytes. */
  size: number
  mime: string
  /** Milliseconds since 1970, by the device clock. */
  savedAt: number
}
