import Taro, { useRouter } from '@tarojs/taro'
import { callDevice } from './device-error'
import { broughtText, decodeLoosely } from './launch-code'
import { closeOverlays, toFirstEntry } from './overlays'
import { notOpened } from './not-opened'
import { currentPath, STACK_LIMIT, stackDepth } from './route'

export { currentPath }
export { withParams } from './address'

/**
 * Addresses are absolute: '/packages/claim/pages/detail/index?claimId=c1'. These functions never reject, so a tap handler
 * need not wait for them.
 */
const tabs = new Set<string>()

/** A second tap while the page is still coming must not open it twice, ms. */
const DOUBLE_TAP = 1_000

/** The app names its tab pages once, at the start; `go`, `replace` and `back` then reach them as tabs. */
export function declareTabs(paths: readonly string[]): void {
  for (const path of paths) tabs.add(`/${path.replace(/^\//, '')}`)
}
/** The first of them. */
export const goHome = (): Promise<void> => switchTab([...tabs][0] ?? '/')
const pathOf = (url: string): string => url.split('?')[0] ?? url
const isTab = (url: string): boolean => tabs.has(pathOf(url))

/** WeChat's words for a package that it could not fetch. */
const NOT_LOADED = /package|time ?out|network|interrupted|disconnect/i

/** What lies over the page goes before the page does: the way back is the router's again. */
const attempted = async (attempts: (() => Promise<unknown>)[]): Promise<void> => {
  const closed = closeOverlays()
  if (closed) await closed
  for (const attempt of attempts) {
    try {
      await attempt()
      return
    } catch (error) {
      // The next way, if there is one; a page whose package does not come would only lose the ones below it.
      if (NOT_LOADED.test(String(error))) break
    }
  }
  await notOpened(() => attempted(attempts))
}
/** What was tapped is at work as long as this waits: a router that never answers must not leave it dead. */
const tries = async (...attempts: (() => Promise<unknown>)[]): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  await Promise.race([attempted(attempts), new Promise<void>((resolve) => (timer = setTimeout(resolve, DOUBLE_TAP)))])
  clearTimeout(timer)
}
const navigateTo = (url: string) => () => callDevice('navigateTo', () => Taro.navigateTo({ url }))
const redirectTo = (url: string) => () => callDevice('redirectTo', () => Taro.redirectTo({ url }))
const reLaunch = (url: string) => () => callDevice('reLaunch', () => Taro.reLaunch({ url }))

let coming: { url: string; since: number } | undefined

/** Opens a page on top of this one; where the stack is full (10 in WeChat) instead of it; a tab as a tab. */
export async function go(url: string): Promise<void> {
  if (coming?.url === url && Date.now() - coming.since < DOUBLE_TAP) return
  coming = { url, since: Date.now() }
  try {
    if (isTab(url)) await switchTab(url)
    else if (stackDepth() >= STACK_LIMIT) await tries(redirectTo(url), reLaunch(url))
    else await tries(navigateTo(url), redirectTo(url), reLaunch(url))
  } finally {
    coming = undefined
  }
}

/** Opens a page instead of this one: the way back skips this page. */
export const replace = (url: string): Promise<void> => (isTab(url) ? switchTab(url) : tries(redirectTo(url), reLaunch(url)))

/** To a tab page; all other pages are left. Tabs take no parameters. */
export const switchTab = (url: string): Promise<void> => leaves(() => tries(() => callDevice('switchTab', () => Taro.switchTab({ url: pathOf(url) })), reLaunch(pathOf(url))))

/** On H5 the router would leave the entries of what is left behind in the history, and Back would open them again. In the turn of the tap where there are none. */
function leaves(go: () => Promise<void>): Promise<void> {
  const closed = closeOverlays()
  if (closed) return closed.then(() => leaves(go))
  const first = toFirstEntry()
  return first ? first.then(go) : go()
}

/** One page back; to `fallback` where there is none (opened by a link, reloaded). */
export const back = (fallback: string): Promise<void> =>
  // Without this check H5 would reload the page: its router goes 0 steps back.
  stackDepth() > 1 ? tries(() => callDevice('navigateBack', () => Taro.navigateBack({ delta: 1 })), redirectTo(fallback)) : replace(fallback)

/** Leaves everything behind and starts at `url`; for signing out. */
export const restart = (url: string): Promise<void> => leaves(() => tries(reLaunch(url)))

/**
 * Leaves everything behind, and these pages stand there, the last one on top: after an act that cannot be taken back, so that the way back leads
 * past the forms that it has closed.
 */
export async function arrive(first: string, ...others: string[]): Promise<void> {
  await standing(() => restart(first))
  for (const url of others) await standing(() => tries(navigateTo(url)))
}

/** Until the page that comes has drawn itself: Taro gives each one the parameters of the newest. */
async function standing(come: () => Promise<void>): Promise<void> {
  const stands = new Promise<void>((resolve) => {
    nextStands = resolve
    setTimeout(resolve, STANDS_MS)
  })
  await come()
  await stands
}
/** A page whose code does not come holds up the next one no longer than this. */
const STANDS_MS = 3_000
let nextStands = (): void => undefined

/** Every page calls this once it has drawn itself. */
export const pageStands = (): void => nextStands()

/** Both routers hand parameters over as they stood in the address, encoded; `$taroTimestamp` and `stamp` are Taro's own. */
function decodeAll(raw: Record<string, string | undefined> | undefined): Record<string, string> {
  const params: Record<string, string> = {}
  for (const [name, value] of Object.entries(raw ?? {})) {
    if (value !== undefined && name !== 'stamp' && !name.startsWith('$')) params[name] = decodeLoosely(value)
  }
  return params
}

/** Parameters of the page on the screen, decoded. */
export const routeParams = (): Record<string, string> => decodeAll(Taro.getCurrentInstance().router?.params)

/** One parameter of the page that this component stands on, decoded; '' where it is missing. */
export const useRouteParam = (name: string): string => decodeAll(useRouter().params)[name] ?? ''

/** The text that the address of this page brings along as `code`, `scene` or `q`; '' where it brings none. What it is `codeIn` (launch-code) and `parseCode` say. */
export const useBroughtText = (): string => broughtText(decodeAll(useRouter().params))
