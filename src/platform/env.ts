import { certificateCode, codeIn, giftCode } from './launch-code'

export type Target = 'weapp' | 'h5'
export const target: Target = 'h5'

/** Base of all API addresses, without a slash at the end. H5: '/api/v1', the own origin. */
export const apiBase: string = typeof API_BASE === 'string' ? API_BASE : '/api/v1'

/** A path from the server ('/api/v1/files/…') as an address for `<Image>`, request and download. H5: unchanged. */
export const absoluteUrl = (path: string): string => path

function takeLaunchCode(): string | undefined {
  if (typeof location === 'undefined') return undefined
  const code = giftCode(codeIn(location.pathname))
  // The router knows no /g/… page and would stay blank; it starts after this module and finds the home page.
  if (code) history.replaceState(null, '', `/${location.search}`)
  return code
}
const checkAtStart = typeof location === 'undefined' ? undefined : certificateCode(codeIn(location.pathname))
const atStart = takeLaunchCode()

/**
 * The event or gift code (22 characters) that the app was opened with: H5 path `/g/<22>`, read once at start; in the
 * mini-program the `scene` or `q` of the latest launch, so ask again in `onAppShow`. A reload forgets it: keep it yourself.
 * @param _readers pages that read the parameters of their own address: WeChat opens them with the code
 */
export const launchCode = (_readers: readonly string[]): string | undefined => atStart

/** The same for a certificate's link `/v/<22>`. */
export const launchCheck = (_readers: readonly string[]): string | undefined => checkAtStart

/**
 * Makes `url` the page that the app starts with, while the router has not started yet. False where that cannot be chosen: open it then.
 * A page opened beside the first one, which is still loading, may end up below it.
 */
export function startAt(url: string): boolean {
  if (typeof location === 'undefined') return false
  history.replaceState(null, '', url)
  return true
}
