import Taro from '@tarojs/taro'
import { callDevice, DeviceError, deviceErrorFrom } from './device-error'
import { UPLOAD_TIMEOUT, type DownloadRequest, type UploadRequest, type UploadResponse } from './upload.types'

export type { DownloadRequest, UploadRequest, UploadResponse }

/** A transport failure without known words still means: no answer came. */
const networkError = (api: string, raw: unknown): DeviceError => {
  const error = deviceErrorFrom(api, raw)
  return error.code === 'FAILED' ? new DeviceError('OFFLINE', error.message) : error
}

/** See upload.ts. WeChat sends POST multipart only, names the file after its path and answers with a string. */
export async function uploadFile(request: UploadRequest): Promise<UploadResponse> {
  const { url, file, field, formData, headers, onProgress, signal, timeout = UPLOAD_TIMEOUT } = request
  if (signal?.aborted) throw new DeviceError('CANCELLED', 'upload: aborted before start')
  if (!file.path) throw new DeviceError('UNSUPPORTED', 'upload: no path')
  const task = Taro.uploadFile({ url, filePath: file.path, name: field, formData, header: headers, timeout })
  const onAbort = () => task.abort()
  signal?.addEventListener('abort', onAbort)
  if (onProgress) task.progress(({ progress }) => onProgress(progress))
  try {
    const answer = await callDevice('uploadFile', () => task)
    return { status: answer.statusCode, bodyText: answer.data }
  } catch (error) {
    throw signal?.aborted ? new DeviceError('CANCELLED', 'upload: aborted') : networkError('uploadFile', error)
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
}

/** See upload.ts. The temporary file goes with the app; `releaseLocal` has nothing to free. */
export async function downloadToLocal({ url, headers }: DownloadRequest): Promise<string> {
  let answer: Taro.downloadFile.FileSuccessCallbackResult
  try {
    answer = await callDevice('downloadFile', () => Taro.downloadFile({ url, header: headers }))
  } catch (error) {
    throw networkError('downloadFile', error)
  }
  if (answer.statusCode < 200 || answer.statusCode > 299) throw new DeviceError('FAILED', `download: ${answer.statusCode}`, answer.statusCode)
  return answer.tempFilePath
}

export function releaseLocal(_src: string): void {}
