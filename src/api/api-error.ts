import type { AxiosError } from 'axios'
import type { ErrorCode } from '@/contract/errors'
import { isDeviceError } from '@/platform/device-error'

export type ApiErrorCode = ErrorCode | 'NETWORK' | 'TIMEOUT' | 'MISFIT' | 'UNKNOWN'

/** The one error of the client. `message` is Chinese and fit to be shown: what happened and what to do. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    /** HTTP status; 0: there was no answer, or none that the contract knows (MISFIT). */
    readonly status: number,
    message: string,
    /** JSON pointer into the body (`/amounts/totalFen`) -> words. */
    readonly fieldErrors: Record<string, string> = {},
    readonly requestId: string | null = null,
    /** Further members of the problem body: current state, reasons, the consent that is missing … */
    readonly extra: Record<string, unknown> = {},
  ) {
    super(message)
    this.name = 'ApiError'
  }

  /** The same request may succeed later, unchanged. */
  get retryable(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }

  /**
   * Of an act: nobody knows whether it was done, because no answer of the server itself came back. The same key again, never «it failed».
   * A proxy's 502 or 504 is no answer of the server: its own problems name the request.
   */
  get lost(): boolean {
    return this.status === 0 || (this.status >= 500 && this.requestId === null)
  }

  /** Nobody knows whether it was done: never to be called a failure. */
  get unsure(): boolean {
    return this.extra.unsure === true
  }
}

const NETWORK_ZH = '网络没有连上，您填写的内容都在。请检查网络后重试。'
const TIMEOUT_ZH = '网络太慢，没有等到回应，您填写的内容都在。请稍后重试。'
const UNKNOWN_ZH = '服务没有正常回应，请稍后重试。'
/** A portal that wants a login first, a proxy's own page. */
const FOREIGN_ZH = '收到的不是掌上办的内容，可能是所在的 Wi-Fi 需要先登录。请登录或换个网络后重试，您填写的内容都在。'
/** One that is older or newer than this app, or that has lost its way. */
const MISFIT_ZH = '收到的内容和这个版本对不上，您填写的内容都在。请重试；一直这样的，请关闭后重新打开，更新到最新版本。'
/** What this version asks for is not there any more, or not yet. */
const GONE_ZH = '服务正在更新，这个版本暂时办不了这一项，您填写的内容都在。请稍后重试；一直这样的，请关闭后重新打开，更新到最新版本。'
/** A server in trouble that could not even say so. */
const TROUBLE_ZH = '服务出了点问题，您填写的内容没有丢失，请稍后再试。'

/**
 * Problem details (any status, body as text or object) to an ApiError. The contract promises words in `detail`, so the table of codes and
 * their words stays on the server; a code that this version does not know is one that nothing here switches on.
 */
export function errorFromProblem(status: number, data: unknown): ApiError {
  const body = typeof data === 'string' ? parseJson(data) : data
  if (ACCESS.includes(status) && !(isRecord(body) && isCode(body.code))) return misfitError(typeof data === 'string' ? data : '', null)
  const otherwise = status >= 500 ? TROUBLE_ZH : GONE.includes(status) ? GONE_ZH : UNKNOWN_ZH
  if (!isRecord(body)) return new ApiError(status >= 500 ? 'INTERNAL' : 'UNKNOWN', status, otherwise)
  const { type: _type, title: _title, status: _status, code, detail, requestId, fieldErrors, ...extra } = body
  const words = typeof detail === 'string' && detail ? detail : otherwise
  return new ApiError(isCode(code) ? code : 'UNKNOWN', status, words, textsOf(fieldErrors), typeof requestId === 'string' ? requestId : null, extra)
}

export function errorFromAxios(error: AxiosError): ApiError {
  if (error.response) return errorFromProblem(error.response.status, error.response.data)
  const timedOut = error.code === 'ECONNABORTED' || error.code === 'ETIMEDOUT'
  return new ApiError(timedOut ? 'TIMEOUT' : 'NETWORK', 0, timedOut ? TIMEOUT_ZH : NETWORK_ZH)
}

/** Words for whatever was thrown: the server's, the device's, or a general line; null where nothing was. @param unsureZh closer words where nobody knows whether it was done */
export function messageOf(error: unknown, unsureZh?: string): string | null {
  if (error === null || error === undefined) return null
  if (error instanceof ApiError) return error.unsure && unsureZh ? unsureZh : error.message
  return isDeviceError(error) ? error.messageZh : UNKNOWN_ZH
}

/** True for a refusal with this code. */
export const isRefusal = (error: unknown, code: ApiErrorCode): error is ApiError => error instanceof ApiError && error.code === code

/** Of an act that threw this: whether it may have been done all the same. */
export const isLost = (error: unknown): error is ApiError => error instanceof ApiError && error.lost

const UNSURE_ZH = '一直没有收到回应，现在还不知道是否成功。您填写的内容都在；请检查网络，看看最新情况，没有变化的再点一次，不会重复办理。'

/** `error`, after which nobody knows whether it was done. */
export const unsureError = ({ code, status }: ApiError): ApiError => new ApiError(code, status, UNSURE_ZH, {}, null, { unsure: true })

/** Title and words for what did not succeed: `failed` only where it is known that it did not. */
export interface Failure {
  title: string
  textZh: string
}
export function failureOf(error: unknown, failed: string): Failure | null {
  const textZh = messageOf(error)
  return textZh === null ? null : { title: error instanceof ApiError && error.unsure ? '不确定是否成功' : failed, textZh }
}

export const networkError = (): ApiError => new ApiError('NETWORK', 0, NETWORK_ZH)

/** An answer with a good status that is not what the contract promises. Never kept, never drawn. */
export const misfitError = (text: string, requestId: string | null): ApiError => /^\s*</.test(text) ? foreignError(requestId) : new ApiError('MISFIT', 0, MISFIT_ZH, {}, requestId)
/** A web page in place of what was asked for. */
export const foreignError = (requestId: string | null = null): ApiError => new ApiError('MISFIT', 0, FOREIGN_ZH, {}, requestId)

/** Without a problem of the contract these are a portal's or a proxy's: the session is none of theirs to end. */
const ACCESS = [401, 403, 407, 511]
/** Without a problem body these are of a server that does not know the endpoint. */
const GONE = [404, 405, 410, 501]
const isCode = (value: unknown): value is ErrorCode => typeof value === 'string' && /^[A-Z][A-Z0-9_]*$/.test(value)
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const textsOf = (value: unknown): Record<string, string> =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : {}
/** null where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
