// Starts the mini-program and offers window.__host to the driver.
import { mocked, wx } from './api/define'
import { phone } from './api/device'
import { createWx } from './api/index'
import { setOffline } from './api/network'
import { openType, share } from './api/open'
import { flushStorage, storageSize } from './api/storage'
import { defineBasics, services } from './components/basic'
import { defineChoices } from './components/choice'
import { defineFields } from './components/fields'
import { definePickers } from './components/picker'
import * as inspect from './inspect'
import * as pages from './pages'
import { record } from './rpc'
import { installGlobals, load } from './sandbox'
import { drawStroke, longPress } from './space'
import { app, config, emit, isFunction, onAppError, recordError, stats, windowOption } from './state'
import { applyStyle } from './styles'

/** Without a mouse: the events of a finger, on the box inside a checkbox, radio or switch. */
function press(found: HTMLElement): void {
  const dom = found.matches('wx-switch,wx-checkbox,wx-radio') ? found.querySelector('input') ?? found : found
  const at = { bubbles: true, cancelable: true, clientX: 1, clientY: 1 }
  for (const type of ['mousedown', 'mouseup', 'click']) dom.dispatchEvent(new MouseEvent(type, at))
}

type Field = HTMLInputElement | HTMLTextAreaElement
function write(field: Field, value: string, how: { confirm: boolean; blur: boolean }): void {
  field.focus()
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  if (how.confirm) field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  if (how.blur) field.blur()
}

const OFF = 'wx-button[disabled],[aria-disabled="true"],[disabled]'

/** Finders that the driver may name. */
const finders = {
  text: inspect.findByText,
  button: inspect.findButton,
  selector: inspect.findBySelector,
  field: inspect.findField,
  tick: (target: string): HTMLElement | null => inspect.findTick(target)?.dom ?? null,
  picker: (target: string): HTMLElement | null => inspect.findBuiltin(target, 'picker')?.dom ?? null,
  tab: (text: string): HTMLElement | null => [...document.querySelectorAll<HTMLElement>('.wx-tab b')].find((tab) => tab.textContent?.includes(text)) ?? null,
}
export type Finder = keyof typeof finders

const found = <T>(value: T | null, what: string, target: string): T => {
  if (value === null) throw new Error(`no ${what} at ${JSON.stringify(target)}`)
  return value
}

const host = {
  ready: () => document.readyState !== 'loading',
  /** For an engine with a real mouse. */
  find: (finder: Finder, target: string): HTMLElement | null => finders[finder](target),
  exists: (finder: Finder, target: string): boolean => finders[finder](target) !== null,
  /** There, and not disabled or busy. */
  takesTaps: (finder: Finder, target: string): boolean => finders[finder](target)?.closest(OFF) === null,
  press: (finder: Finder, target: string): void => press(found(finders[finder](target), finder, target)),
  /** Nothing is drawn between the two. */
  pressTwice(finder: Finder, target: string): void {
    const dom = found(finders[finder](target), finder, target)
    press(dom)
    press(dom)
  },
  write(target: string, value: string, how: { confirm: boolean; blur: boolean }): void {
    write(found(inspect.findField(target), 'field', target), value, how)
  },
  tickState: (target: string): boolean => found(inspect.findTick(target), 'box to tick', target).checked,
  isDisabled: (target: string): boolean => {
    const dom = found(inspect.findByText(target) ?? inspect.findField(target), 'text or field', target)
    return dom.closest(OFF) !== null
  },
  value: (target: string): string => found(inspect.findField(target), 'field', target).value,
  pick(target: string, value: unknown): void {
    const { choose } = found(inspect.findBuiltin(target, 'picker'), 'picker', target).can
    choose?.(value)
  },
  swipe: (target: string, step: number): boolean => found(inspect.findBuiltin(target, 'swiper'), 'swiper', target).can.move?.(step) ?? false,
  draw: (target: string, points: readonly (readonly [number, number])[]): Promise<void> => drawStroke(found(inspect.findBySelector(target), 'element', target), points),
  longPress: (target: string): void => longPress(found(inspect.findByText(target) ?? inspect.findBySelector(target), 'element', target)),
  /** As a finger leaves it; without layout the position is only told. */
  scroll(target: string, top: number): void {
    const dom = found(inspect.findBySelector(target), 'element', target)
    dom.scrollTop = top
    if (!config.layout) dom.dispatchEvent(new Event('scroll'))
  },
  count: inspect.count,
  texts: inspect.texts,
  hasText: inspect.hasText,
  fields: inspect.fields,
  treeSize: inspect.treeSize,
  stats: () => stats,
  clearErrors: (): void => {
    stats.errors.length = 0
  },
  recordError,
  route: (): string => pages.routeOf(pages.currentPage()),
  stack: (): string[] => pages.stack.map(pages.routeOf),
  open: (url: string, kind: pages.OpenKind): void => pages.open(url, kind),
  back: (): void => pages.back(1),
  pullDown(): void {
    if (windowOption(pages.shownPage().path, 'enablePullDownRefresh') !== true) throw new Error('the page has no enablePullDownRefresh')
    pages.startPullDown()
  },
  refreshing: (): boolean => pages.shownPage().refreshing !== null,
  reachBottom(): void {
    const { scroller } = pages.shownPage()
    scroller.scrollTop = scroller.scrollHeight
    if (scroller.scrollHeight <= scroller.clientHeight) pages.callPage(pages.shownPage(), 'onReachBottom')
  },
  setMock: (name: string, on: boolean): unknown => (on ? mocked.add(name) : mocked.delete(name)),
  setOffline,
  emit,
  flushStorage,
  storageSize,
  phone: () => phone,
  toBackground: pages.toBackground,
  toForeground: (options: object): void => pages.toForeground({ ...config.options, ...options }),
  share: () => share('menu'),
}
export type HostFunctions = typeof host
window.__host = host

defineBasics()
defineFields()
defineChoices()
definePickers()
services.openType = (kind, self) => void openType(kind, self)
services.pagePath = () => pages.currentPage()?.path ?? ''
const NAVIGATE: Record<string, string> = { navigate: 'navigateTo', redirect: 'redirectTo', switchTab: 'switchTab', reLaunch: 'reLaunch', navigateBack: 'navigateBack' }
services.navigate = async ({ openType: kind, url, delta }) => {
  const go = wx[NAVIGATE[String(kind || 'navigate')]]
  return isFunction(go) ? go({ url, delta }) : undefined
}
installGlobals(createWx(), () => pages.stack.map((page) => page.instance), config.device.clockAheadMs)

onAppError((message, kind) => {
  if (kind === 'rejection') return
  pages.callApp('onError', message)
  emit('Error', { message })
})
window.addEventListener('error', (event) => recordError('uncaught', event.error ?? event.message))
window.addEventListener('unhandledrejection', (event) => recordError('rejection', event.reason))

const { options } = config
options.path ||= app.entryPagePath ?? app.pages[0]
const started = performance.now()
try {
  applyStyle('app.wxss', '')
  load('app')
  pages.callApp('onLaunch', options)
  pages.callApp('onShow', options)
  const query = Object.entries(record(options.query)).map(([key, value]) => `${key}=${value}`).join('&')
  pages.open(`/${options.path}${query ? `?${query}` : ''}`, 'launch')
} catch (error) {
  recordError('launch', error)
}
stats.launchMs = Number((performance.now() - started).toFixed(1))
