import type { PhotoQuality } from '@/domain/photo-quality'

/** Where the bytes of a file are: a path of the device (mini-program) or a Blob (H5). */
export type FileContent = { path: string; blob?: undefined } | { blob: Blob; path?: undefined }

/** A file from camera, album or chat, as long as the app runs. Not serialisable: `saveFile` makes it durable. */
export type PickedFile = FileContent & {
  name: string
  size: number
  mime: string
  /** What `prepareImage` could tell from the pixels; missing: nothing. */
  quality?: PhotoQuality
  /** See mark.ts; kept with the file, so that the same one is known again. */
  mark?: string
}

/** A file in the durable store. Plain data: may live in drafts and outbox items. */
export interface StoredFile {
  fileId: string
  name: string
  /** Bytes. */
  size: number
  mime: string
  /** See mark.ts; missing where it could not be told. */
  mark?: string
  /** Milliseconds since 1970, by the device clock. */
  savedAt: number
}
