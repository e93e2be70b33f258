import { checkInLink, codeInLink } from './launch-code'

export type Target = 'weapp' | 'h5'
export const target: Target = 'h5'

/** Base of all API addresses, without a slash at the end. H5: '/api/v1', the own origin. */
export const apiBase: string = typeof API_BASE === 'string' ? API_BASE : '/api/v1'

/** A path from the server ('/api/v1/files/…') as an address for `<Image>`, request and download. H5: unchanged. */
export const absoluteUrl = (path: string): string => path

function takeLaunchCode(): string | undefined {
  if (typeof location === 'undefined') return undefined
  const code = codeInLink(location.pathname)
  // The router knows no /g/… page and would stay blank; it starts after this module and finds the home page.
  if (code) history.replaceState(null, '', `/${location.search}`)
  return code
}
const checkAtStart = typeof location === 'undefined' ? undefined : checkInLink(location.pathname)
const atStart = takeLaunchCode()

/**
 * The event or gift code (22 characters) that the app was opened with: H5 path `/g/<22>`, read once at start; in the
 * mini-program the `scene` or `q` of the latest launch, so ask again in `onAppShow`. A reload forgets it: keep it yourself.
 */
export const launchCode = (): string | undefined => atStart

/** The code of a certificate's link `/v/<22>` that opened the app (H5). WeChat opens the page itself, see the room's README. */
export const launchCheck = (): string | undefined => checkAtStart

/**
 * Makes `url` the page that the app starts with, while the router has not started yet. False where that cannot be chosen: open it then.
 * A page opened beside the first one, which is still loading, may end up below it.
 */
export function startAt(url: string): boolean {
  if (typeof location === 'undefined') return false
  history.replaceState(null, '', url)
  return true
}
