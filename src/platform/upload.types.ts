import type { PickedFile } from './files.types'

export interface UploadRequest {
  url: string
  file: PickedFile
  /** Name of the multipart field that carries the file. */
  field: string
  formData?: Record<string, string>
  headers?: Record<string, string>
  /** 0 to 100. */
  onProgress?: (percent: number) => void
  signal?: AbortSignal
  /** Milliseconds, default 60,000: the most that WeChat allows. */
  timeout?: number
}

/** The server answered; whether it accepted stands in `status`. */
export interface UploadResponse {
  status: number
  bodyText: string
}

export interface DownloadRequest {
  url: string
  headers?: Record<string, string>
}

export const UPLOAD_TIMEOUT = 60_000
