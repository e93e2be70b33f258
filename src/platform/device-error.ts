/** What went wrong on the device, in terms that a page can act on. */
export type DeviceErrorCode =
  /** The member closed the picker, camera or dialog: say nothing, go on. */
  | 'CANCELLED'
  /** The permission is missing; it is given in the settings. */
  | 'DENIED'
  /** The member has not agreed to the privacy words; the next tap asks again. */
  | 'PRIVACY'
  /** This browser or this version of WeChat cannot do it. */
  | 'UNSUPPORTED'
  /** One file or value is larger than the device takes. */
  | 'TOO_LARGE'
  /** The room of this app on the device is used up. */
  | 'STORAGE_FULL'
  /** No answer came from the network; whether the server handled the request is unknown. */
  | 'OFFLINE'
  | 'TIMEOUT'
  /** A part of the app itself could not be fetched. */
  | 'NOT_LOADED'
  /** A file is no longer on the device. */
  | 'NOT_FOUND'
  /** A picture was taken, but no code is on it. */
  | 'UNREADABLE'
  | 'FAILED'

const WORDS: Record<DeviceErrorCode, string> = {
  CANCELLED: '已取消',
  DENIED: '没有得到允许，请在系统或微信的设置里打开权限后再试',
  PRIVACY: '您没有同意《隐私保护指引》，这一步暂时用不了。过一会儿再点一次，同意后就能继续',
  UNSUPPORTED: '当前的微信或浏览器不支持这项功能',
  TOO_LARGE: '内容太大，手机放不下',
  STORAGE_FULL: '手机给本应用的空间已满，请先上传或删除一些照片再试',
  OFFLINE: '网络未连接，请检查网络后再试',
  TIMEOUT: '等待时间太长，请再试一次',
  NOT_LOADED: '这项功能没有下载完整。请检查网络后再试；一直这样的，请关闭后重新打开，您填写的内容都在',
  NOT_FOUND: '这个文件已不在手机上，请重新选择',
  UNREADABLE: '照片里没有找到二维码，请对准后重拍一张，或手动输入',
  FAILED: '手机没有完成这一步，请再试一次',
}

/** The only error that the platform room throws, except `http.ts`, which speaks axios. */
export class DeviceError extends Error {
  readonly name = 'DeviceError'
  /** Words for the member: what happened and what to do. */
  readonly messageZh: string

  constructor(
    readonly code: DeviceErrorCode,
    /** For logs: the API and what it said. Never shown to a member. */
    detail: string = code,
  ) {
    super(detail)
    this.messageZh = WORDS[code]
  }
}

/** True for a DeviceError, with `code` given only for that one: `if (isDeviceError(e, 'CANCELLED')) return`. */
export const isDeviceError = (error: unknown, code?: DeviceErrorCode): error is DeviceError =>
  error instanceof DeviceError && (code === undefined || error.code === code)

/** Room is used up, and the member can make some; in contrast to a device that takes nothing at all. */
export const isFull = (error: unknown): boolean => isDeviceError(error, 'STORAGE_FULL') || isDeviceError(error, 'TOO_LARGE')

/** A browser's errors by their names: their words are for developers, in each browser others. */
const NAMES: Partial<Record<string, DeviceErrorCode>> = {
  QuotaExceededError: 'STORAGE_FULL',
  NS_ERROR_DOM_QUOTA_REACHED: 'STORAGE_FULL',
  NotAllowedError: 'DENIED',
  SecurityError: 'DENIED',
  NotSupportedError: 'UNSUPPORTED',
  AbortError: 'CANCELLED',
  NotFoundError: 'NOT_FOUND',
  NetworkError: 'OFFLINE',
  TimeoutError: 'TIMEOUT',
}

/** Order matters: the first pattern that fits wins. WeChat has no stable codes, only words in `errMsg`. What fills up comes before what somebody stops: full storage aborts too. */
const PATTERNS: readonly (readonly [RegExp, DeviceErrorCode])[] = [
  [/不支持|仅在微信|not support|unsupported|is not a function|not a constructor|is not defined/i, 'UNSUPPORTED'],
  // Asked with 不同意: WeChat asks again at the next tap, and no setting has to do with it.
  [/privacy permission|privacy agreement is not|requirePrivacyAuthorize:fail/i, 'PRIVACY'],
  [/entry size|too large|max(imum)? body/i, 'TOO_LARGE'],
  [/quota|exceed|storage limit|no space|maximum size/i, 'STORAGE_FULL'],
  [/auth(orize)? ?den|auth deny|permission|privacy|no authority|unauthorized/i, 'DENIED'],
  [/cancel|abort/i, 'CANCELLED'],
  [/no such file|not exist|not found/i, 'NOT_FOUND'],
  [/time ?out/i, 'TIMEOUT'],
  [/ERR_|network|interrupted|offline|disconnect|connection|failed to fetch/i, 'OFFLINE'],
]

const textOf = (raw: unknown): string => {
  if (typeof raw === 'string') return raw
  if (raw instanceof Error) return `${raw.name}: ${raw.message}`
  if (typeof raw === 'object' && raw !== null && 'errMsg' in raw) return String(raw.errMsg)
  return String(raw)
}

/** Whatever a device API threw or answered, as a DeviceError. */
export function deviceErrorFrom(api: string, raw: unknown): DeviceError {
  if (raw instanceof DeviceError) return raw
  const text = textOf(raw)
  const name = typeof raw === 'object' && raw !== null && 'name' in raw ? String(raw.name) : ''
  const code = NAMES[name] ?? PATTERNS.find(([pattern]) => pattern.test(text))?.[1] ?? 'FAILED'
  return new DeviceError(code, `${api}: ${text}`)
}

const errMsgOf = (answer: object | undefined): string | undefined =>
  answer !== undefined && 'errMsg' in answer && typeof answer.errMsg === 'string' ? answer.errMsg : undefined

/**
 * Success is only an `errMsg` that ends in ':ok': in production builds the H5 stand-ins of missing APIs *resolve*,
 * with errMsg '暂时不支持 API'. @throws DeviceError
 */
export function ensureOk<T extends object>(api: string, answer: T | undefined): T {
  const said = errMsgOf(answer)
  if (answer !== undefined && said?.endsWith(':ok')) return answer
  throw deviceErrorFrom(api, said ?? '不支持 API')
}

/** Runs one promise-style device call. @throws DeviceError, also where the function is missing altogether */
export async function callDevice<T extends object>(api: string, run: () => Promise<T> | undefined): Promise<T> {
  let answer: T | undefined
  try {
    answer = await run()
  } catch (error) {
    throw deviceErrorFrom(api, error)
  }
  return ensureOk(api, answer)
}
