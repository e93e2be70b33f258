import Taro from '@tarojs/taro'
import axios, { AxiosError, AxiosHeaders, CanceledError, type AxiosAdapter, type AxiosResponse } from 'axios'
import { wireMethod } from './http-method'

type TaroMethod = keyof Taro.request.Method

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] satisfies TaroMethod[]
const isTaroMethod = (text: string): text is TaroMethod => METHODS.includes(text)

/** Longer than any own timer, so that the time limit is always ours and always reported as ETIMEDOUT. */
const DEVICE_SLACK = 5_000
const DEVICE_DEFAULT = 60_000

const textOf = (raw: unknown): string => {
  if (raw instanceof Error) return raw.message
  if (typeof raw === 'object' && raw !== null && 'errMsg' in raw) return String(raw.errMsg)
  return String(raw)
}

/** H5 answers carry no errMsg, so `ensureOk` does not apply: an answer is one that has a status. */
function settle(response: AxiosResponse, resolve: (r: AxiosResponse) => void, reject: (e: AxiosError) => void): void {
  const { validateStatus } = response.config
  if (!validateStatus || validateStatus(response.status)) {
    resolve(response)
    return
  }
  const code = response.status < 500 ? AxiosError.ERR_BAD_REQUEST : AxiosError.ERR_BAD_RESPONSE
  reject(new AxiosError(`Request failed with status code ${response.status}`, code, response.config, undefined, response))
}

/**
 * axios over `Taro.request`, the same on both targets. Bodies travel as text; axios serialises and parses JSON.
 *
 * Rejects as axios does: status refused by `validateStatus` -> AxiosError with `response` (ERR_BAD_REQUEST,
 * ERR_BAD_RESPONSE); no answer -> ERR_NETWORK; `config.timeout` (ms, 0 = the device's 60 s) -> ETIMEDOUT;
 * `config.signal` aborted -> CanceledError. After ERR_NETWORK, ETIMEDOUT and CanceledError nobody knows whether
 * the server handled the request: repeat with the same Idempotency-Key.
 *
 * Not supported: `responseType` other than json and text, upload progress, cancelToken, xsrf cookies, auth, FormData
 * (files go through `upload.ts`).
 */
export const taroAdapter: AxiosAdapter = (config) =>
  new Promise<AxiosResponse>((resolve, reject) => {
    const wire = wireMethod((config.method ?? 'get').toUpperCase())
    if (!isTaroMethod(wire.method)) {
      reject(new AxiosError(`Method ${wire.method} is not supported`, AxiosError.ERR_BAD_REQUEST, config))
      return
    }
    const headers = AxiosHeaders.from(config.headers).set(wire.headers).normalize(false)
    const hasBody = config.data !== undefined && config.data !== null
    if (!hasBody) headers.delete('Content-Type')

    const timer = config.timeout ? setTimeout(() => stop(new AxiosError(config.timeoutErrorMessage ?? `timeout of ${config.timeout}ms exceeded`, AxiosError.ETIMEDOUT, config)), config.timeout) : undefined
    const onAbort = () => stop(new CanceledError(undefined, config))
    const cleanUp = () => {
      clearTimeout(timer)
      config.signal?.removeEventListener?.('abort', onAbort)
    }
    /** What the device still answers after its task was aborted finds the promise settled. */
    const stop = (error: AxiosError) => {
      cleanUp()
      task.abort?.()
      reject(error)
    }

    const task: (Promise<Taro.request.SuccessCallbackResult<string>> & { abort?: () => void }) = Taro.request<string>({
      url: axios.getUri(config),
      method: wire.method,
      header: headers.toJSON(),
      dataType: 'text',
      responseType: 'text',
      timeout: config.timeout ? config.timeout + DEVICE_SLACK : DEVICE_DEFAULT,
      ...(hasBody && { data: config.data }),
    })
    task.then(
      (answer) => {
        cleanUp()
        settle({ data: answer.data, status: answer.statusCode, statusText: '', headers: AxiosHeaders.from(answer.header), config, request: undefined }, resolve, reject)
      },
      (raw: unknown) => {
        cleanUp()
        const text = textOf(raw)
        const code = /time ?out/i.test(text) ? AxiosError.ETIMEDOUT : AxiosError.ERR_NETWORK
        reject(new AxiosError(text, code, config))
      },
    )
    if (config.signal?.aborted) onAbort()
    else config.signal?.addEventListener?.('abort', onAbort)
  })
