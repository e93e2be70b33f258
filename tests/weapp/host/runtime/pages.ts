// Page stack, navigation rules, page and app life cycle.
import * as chrome from './chrome'
import { closeContainer } from './components/page-container'
import { element } from './dom'
import { EventChannel } from './event-channel'
import { prepare } from './prepare'
import { appInstance, resolvePath } from './sandbox'
import { patchSetData } from './set-data'
import { attachRoot, createRoot, type PageRoot } from './space'
import { app, device, emit, guarded, isFunction, pagePaths, recordError, stats, tabPaths, tabs, windowOption } from './state'
import { showStylesOf } from './styles'

const MAX_DEPTH = 10
const NAV_HEIGHT = 44
const TAB_HEIGHT = 50

export interface Page {
  path: string
  query: Record<string, string>
  queryText: string
  root: PageRoot
  instance: object
  outer: HTMLElement
  scroller: HTMLElement
  body: HTMLElement
  bar: chrome.Bar
  refreshing: HTMLElement | null
}

export const stack: Page[] = []
/** Tab pages stay alive while another tab is shown. */
const keptTabs = new Map<string, Page>()

export const currentPage = (): Page | undefined => stack.at(-1)
/** The page shown; there is one after launch. */
export function shownPage(): Page {
  const page = currentPage()
  if (!page) throw new Error('no page is open')
  return page
}
export const routeOf = (page: Page | undefined): string => (page ? page.path + (page.queryText ? `?${page.queryText}` : '') : '')

export function callPage(page: Page | undefined, name: string, ...args: unknown[]): unknown {
  const handler: unknown = page && Reflect.get(page.instance, name)
  return page && isFunction(handler) ? guarded(`page ${name}`, () => handler.apply(page.instance, args)) : undefined
}
export function callApp(name: string, ...args: unknown[]): unknown {
  const handler = appInstance[name]
  return isFunction(handler) ? guarded(`app ${name}`, () => handler.apply(appInstance, args)) : undefined
}
const pageLifetime = (page: Page, name: string): unknown => guarded(`page lifetime ${name}`, () => page.root.getComponent().triggerPageLifetime(name, []))

// --- geometry
export function windowSize(path: string | undefined = currentPage()?.path): { width: number; height: number; top: number } {
  const top = path && windowOption(path, 'navigationStyle') === 'custom' ? 0 : device.statusBarHeight + NAV_HEIGHT
  const hasTabs = path !== undefined && tabPaths.includes(path) && !chrome.tabState.hidden && app.tabBar?.custom !== true
  return { width: window.innerWidth, height: window.innerHeight - top - (hasTabs ? TAB_HEIGHT + device.safeBottom : 0), top }
}

export function redraw(): void {
  const page = currentPage()
  if (!page) return
  chrome.drawTabBar(page.path)
  chrome.drawNavBar(page.bar, stack.length)
  document.documentElement.style.setProperty('--wx-vh', `${windowSize().height / 100}px`)
  showStylesOf(page.path)
}

// --- opening and closing
function parseQuery(text: string): Record<string, string> {
  const pairs = text.split('&').filter(Boolean).map((pair) => {
    const at = pair.indexOf('=')
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
  })
  return Object.fromEntries(pairs)
}

function createPage(path: string, queryText: string, channel: EventChannel | undefined): { page: Page; mount: () => void } {
  prepare(path, path)
  const option = (key: string) => String(windowOption(path, key) ?? '')
  const [outer, scroller, body, placeholder] = [element('div', 'wx-page'), element('div', 'wx-scroll'), element('div', 'wx-body'), element('div')]
  const bar = {
    title: option('navigationBarTitleText'), background: option('navigationBarBackgroundColor'), color: option('navigationBarTextStyle'),
    custom: option('navigationStyle') === 'custom',
  }
  outer.classList.toggle('custom-nav', bar.custom)
  body.append(placeholder)
  scroller.append(body)
  outer.append(scroller)
  document.body.append(outer)
  const root = createRoot(path)
  const instance: object = root.get()
  const page: Page = { path, query: parseQuery(queryText), queryText, root, instance, outer, scroller, body, bar, refreshing: null }
  const opener = channel ?? new EventChannel()
  Object.assign(instance, { route: path, __route__: path, options: page.query, getOpenerEventChannel: () => opener })
  patchSetData(instance, () => currentPage()?.path ?? '')
  scroller.addEventListener('scroll', () => onScroll(page))
  return { page, mount: () => attachRoot(root, body, placeholder) }
}

const reached = new WeakMap<Page, number>()
function onScroll(page: Page): void {
  const { scrollTop, scrollHeight, clientHeight } = page.scroller
  callPage(page, 'onPageScroll', { scrollTop })
  const near = scrollHeight - clientHeight - scrollTop < Number(windowOption(page.path, 'onReachBottomDistance') ?? 50)
  if (near && reached.get(page) !== scrollHeight) callPage(page, 'onReachBottom')
  reached.set(page, near ? scrollHeight : -1)
}

function showPage(page: Page | undefined): void {
  if (!page) return
  page.outer.hidden = false
  redraw()
  callPage(page, 'onShow')
  pageLifetime(page, 'show')
}
function hidePage(page: Page | undefined): void {
  if (!page) return
  page.outer.hidden = true
  callPage(page, 'onHide')
  pageLifetime(page, 'hide')
}
function closePage(page: Page | undefined): void {
  if (!page) return
  callPage(page, 'onUnload')
  guarded('page release', () => page.root.release())
  page.outer.remove()
}

function enter(path: string, queryText: string, channel?: EventChannel): void {
  const { page, mount } = createPage(path, queryText, channel)
  stack.push(page)
  redraw()
  guarded('render', mount)
  callPage(page, 'onLoad', page.query)
  callPage(page, 'onShow')
  pageLifetime(page, 'show')
  window.requestAnimationFrame(() => callPage(page, 'onReady'))
}

const OPENS = ['redirectTo', 'switchTab', 'reLaunch']
export type OpenKind = 'launch' | 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'

export function open(url: unknown, kind: OpenKind, channel?: EventChannel): void {
  if (typeof url !== 'string' || !url) throw new Error('parameter error: parameter.url should be String')
  const [raw, ...rest] = url.split('?')
  const queryText = rest.join('?')
  const from = currentPage()
  const path = resolvePath(from?.path ?? '', from ? raw : `/${raw.replace(/^\//, '')}`)
  if (!pagePaths.includes(path)) {
    if (kind === 'launch' || kind === 'reLaunch') {
      const detail = { path, query: parseQuery(queryText), isEntryPage: kind === 'launch' }
      const before = stats.apiCalls.length
      emit('PageNotFound', detail)
      callApp('onPageNotFound', detail)
      // An app that asks for another page in the same turn has dealt with it; WeChat waits no longer.
      if (stats.apiCalls.slice(before).some(({ name }) => OPENS.includes(name))) return
    }
    const error = new Error(`page "${path}" is not found`)
    // A member would be left standing: an error even where the app swallows the rejection.
    recordError('navigation', error)
    throw error
  }
  const isTab = tabPaths.includes(path)
  if (isTab && (kind === 'navigateTo' || kind === 'redirectTo')) throw new Error(`can not ${kind} a tabbar page`)
  if (!isTab && kind === 'switchTab') throw new Error('can not switch to no-tabBar page')
  if (kind === 'navigateTo' && stack.length >= MAX_DEPTH) throw new Error(`webview count limit exceed, limit: ${MAX_DEPTH}`)
  if (kind === 'switchTab') return switchTab(path)
  if (kind === 'navigateTo') hidePage(from)
  if (kind === 'redirectTo') closePage(stack.pop())
  if (kind === 'reLaunch') {
    while (stack.length > 0) closePage(stack.pop())
    keptTabs.forEach(closePage)
    keptTabs.clear()
  }
  enter(path, queryText, channel)
}

function switchTab(path: string): void {
  if (currentPage()?.path === path) return
  while (stack.length > 1) closePage(stack.pop())
  const base = stack.pop()
  if (base?.path === path) {
    stack.push(base)
    return showPage(base)
  }
  if (base && tabPaths.includes(base.path)) {
    if (!base.outer.hidden) hidePage(base)
    keptTabs.set(base.path, base)
  } else closePage(base)
  const kept = keptTabs.get(path)
  if (!kept) return enter(path, '')
  keptTabs.delete(path)
  stack.push(kept)
  showPage(kept)
}

export function back(delta = 1): void {
  if (closeContainer(shownPage().outer)) return
  if (stack.length < 2) throw new Error('cannot navigate back at first page.')
  const count = Math.min(Math.max(delta, 1), stack.length - 1)
  for (let i = 0; i < count; i += 1) closePage(stack.pop())
  showPage(currentPage())
}

chrome.hooks.back = () => back(1)
chrome.hooks.tab = (index) => {
  const { pagePath, text } = tabs[index]
  guarded('tab bar', () => open(`/${pagePath}`, 'switchTab'))
  callPage(currentPage(), 'onTabItemTap', { index: String(index), pagePath, text })
}

// --- background and foreground
export function toBackground(): void {
  const page = shownPage()
  callPage(page, 'onHide')
  pageLifetime(page, 'hide')
  callApp('onHide', {})
  emit('AppHide', {})
}
export function toForeground(options: object): void {
  callApp('onShow', options)
  emit('AppShow', options)
  const page = shownPage()
  callPage(page, 'onShow')
  pageLifetime(page, 'show')
}

// --- pull-down refresh
export function startPullDown(): void {
  const page = shownPage()
  if (page.refreshing) return
  page.refreshing = element('div', 'wx-refresh')
  page.outer.append(page.refreshing)
  callPage(page, 'onPullDownRefresh')
}
export function stopPullDown(): void {
  const page = shownPage()
  page.refreshing?.remove()
  page.refreshing = null
}
