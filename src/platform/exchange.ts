import { DeviceError } from './device-error'
import { isBuffer, STILL_MS, type Exchange, type Exchanged } from './exchange.types'

export type { Exchange, Exchanged }

/**
 * Bytes there, bytes back. Own XHR: Taro's sends credentials by default, which CORS refuses; fetch tells no progress, and a limit on the
 * whole time would never let a large part through on a thin line.
 * @throws DeviceError OFFLINE (no answer: it may have arrived), TIMEOUT (nothing moved for a while), CANCELLED (signal)
 */
export function exchange({ url, method, headers = {}, body, signal }: Exchange): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    let still: ReturnType<typeof setTimeout> | undefined
    let stopped: DeviceError | undefined
    const stop = (error: DeviceError) => {
      stopped = error
      xhr.abort()
    }
    const moved = () => {
      clearTimeout(still)
      still = setTimeout(() => stop(new DeviceError('TIMEOUT', 'xhr: nothing moves')), STILL_MS.browser)
    }
    const onAbort = () => stop(new DeviceError('CANCELLED', 'xhr: aborted'))
    xhr.open(method, url)
    xhr.responseType = 'arraybuffer'
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
    xhr.upload.onprogress = moved
    xhr.onprogress = moved
    xhr.onload = () => {
      const answer: unknown = xhr.response
      resolve({ status: xhr.status, header: (name) => xhr.getResponseHeader(name) ?? undefined, bytes: isBuffer(answer) ? answer : new ArrayBuffer(0) })
    }
    xhr.onerror = () => reject(new DeviceError('OFFLINE', 'xhr: network error'))
    xhr.onabort = () => reject(stopped ?? new DeviceError('CANCELLED', 'xhr: aborted'))
    xhr.onloadend = () => {
      clearTimeout(still)
      signal?.removeEventListener('abort', onAbort)
    }
    signal?.addEventListener('abort', onAbort)
    moved()
    xhr.send(body ?? null)
    if (signal?.aborted) onAbort()
  })
}
