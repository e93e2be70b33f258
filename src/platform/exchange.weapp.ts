import Taro from '@tarojs/taro'
import { callDevice, DeviceError, deviceErrorFrom } from './device-error'
import { isBuffer, STILL_MS, type Exchange, type Exchanged } from './exchange.types'

export type { Exchange, Exchanged }

/** A transport failure without known words still means: no answer came. */
const networkError = (raw: unknown): DeviceError => {
  const error = deviceErrorFrom('request', raw)
  return error.code === 'FAILED' ? new DeviceError('OFFLINE', error.message) : error
}

/** See exchange.ts. Header names come as the server wrote them. */
export async function exchange({ url, method, headers, body, signal }: Exchange): Promise<Exchanged> {
  if (signal?.aborted) throw new DeviceError('CANCELLED', 'request: aborted before start')
  const task = Taro.request<ArrayBuffer>({ url, method, header: headers, responseType: 'arraybuffer', dataType: 'other', timeout: STILL_MS.wechat, ...(body && { data: body }) })
  const onAbort = () => task.abort()
  signal?.addEventListener('abort', onAbort)
  try {
    const { statusCode, header, data } = await callDevice('request', () => task)
    const lower = Object.fromEntries(Object.entries(header ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]))
    return { status: statusCode, header: (name) => lower[name.toLowerCase()], bytes: isBuffer(data) ? data : new ArrayBuffer(0) }
  } catch (error) {
    throw signal?.aborted ? new DeviceError('CANCELLED', 'request: aborted') : networkError(error)
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
}
