import { DeviceError } from './device-error'
import { UPLOAD_TIMEOUT, type DownloadRequest, type UploadRequest, type UploadResponse } from './upload.types'

export type { DownloadRequest, UploadRequest, UploadResponse }

/** Own XHR: Taro's sends credentials by default, which CORS refuses; fetch reports no progress. */
function send(xhr: XMLHttpRequest, body: FormData | null, timeout: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => xhr.abort()
    xhr.timeout = timeout
    xhr.onload = () => resolve()
    xhr.onerror = () => reject(new DeviceError('OFFLINE', 'xhr: network error'))
    xhr.ontimeout = () => reject(new DeviceError('TIMEOUT', 'xhr: timeout'))
    xhr.onabort = () => reject(new DeviceError('CANCELLED', 'xhr: aborted'))
    xhr.onloadend = () => signal?.removeEventListener('abort', onAbort)
    signal?.addEventListener('abort', onAbort)
    xhr.send(body)
    if (signal?.aborted) onAbort()
  })
}

const setHeaders = (xhr: XMLHttpRequest, headers: Record<string, string> = {}) => {
  for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
}

/**
 * One file as POST multipart. Resolves with whatever status the server gave, 4xx and 5xx included.
 * @throws DeviceError OFFLINE (no answer: it may have arrived, repeat with the same key), TIMEOUT, CANCELLED (signal),
 * UNSUPPORTED (a file without bytes in this browser).
 */
export async function uploadFile(request: UploadRequest): Promise<UploadResponse> {
  const { url, file, field, formData = {}, headers, onProgress, signal, timeout = UPLOAD_TIMEOUT } = request
  if (signal?.aborted) throw new DeviceError('CANCELLED', 'upload: aborted before start')
  if (!file.blob) throw new DeviceError('UNSUPPORTED', 'upload: no blob')
  const form = new FormData()
  // Fields first: a server that streams has them before the bytes come.
  for (const [name, value] of Object.entries(formData)) form.append(name, value)
  form.append(field, file.blob, file.name)
  const xhr = new XMLHttpRequest()
  xhr.open('POST', url)
  setHeaders(xhr, headers)
  xhr.upload.onprogress = (event) => {
    if (event.lengthComputable) onProgress?.(Math.floor((event.loaded * 100) / event.total))
  }
  await send(xhr, form, timeout, signal)
  return { status: xhr.status, bodyText: xhr.responseText }
}

/**
 * Fetches a picture that needs headers and gives an address for `<Image src>`. Give it back with `releaseLocal`.
 * @throws DeviceError OFFLINE, TIMEOUT, FAILED with `status` where the server refused.
 */
export async function downloadToLocal({ url, headers }: DownloadRequest): Promise<string> {
  const xhr = new XMLHttpRequest()
  xhr.open('GET', url)
  xhr.responseType = 'blob'
  setHeaders(xhr, headers)
  await send(xhr, null, UPLOAD_TIMEOUT)
  const answer: unknown = xhr.response
  if (xhr.status < 200 || xhr.status > 299 || !(answer instanceof Blob)) throw new DeviceError('FAILED', `download: ${xhr.status}`, xhr.status)
  return URL.createObjectURL(answer)
}

/** Frees the memory behind an address of `downloadToLocal`; other addresses are left alone. */
export function releaseLocal(src: string): void {
  if (src.startsWith('blob:')) URL.revokeObjectURL(src)
}
