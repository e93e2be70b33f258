/**
 * @tarojs/taro in jest: routes, storage, network, hooks and dialogs that a test can steer. Names beginning with `__` are for tests.
 * A device API that is not here throws «is not a function»: add it, or keep it behind src/platform.
 */
import * as hooks from './taro-hooks'
import { request, resetNetwork, setRequestHandler } from './taro-network'
import { openRoutes, onRoute, pop, push, replaceAll, replaceTop, resetRoutes, topRoute } from './taro-routes'

export * from './taro-hooks'
export { HandlerXhr, type RequestHandler } from './taro-network'
export type { RouteEntry } from './taro-routes'

interface Callbacks {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}

/** The steerable part of the device; a test changes it with __set. */
const fresh = () => ({
  network: 'wifi',
  answer: { confirm: true, cancel: false },
  actionSheetIndex: 0,
  scanned: '',
  loginCode: 'test-code',
  fontSizeScaleFactor: 1,
  window: { windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844, pixelRatio: 2, statusBarHeight: 44, safeArea: { top: 44, bottom: 810, left: 0, right: 390, width: 390, height: 766 } },
})
let device = fresh()
let calls: { api: string; options: unknown }[] = []
const storage = new Map<string, string>()
const networkListeners = new Set<(state: { isConnected: boolean; networkType: string }) => void>()
const busListeners = new Map<string, Set<(...args: unknown[]) => void>>()
const appShow = new Set<() => void>()
const appHide = new Set<() => void>()

const ok = (api: string, extra: object = {}) => ({ errMsg: `${api}:ok`, ...extra })

/** An API that only notes that it was called, and succeeds. */
const noted = (api: string, extra: () => object = () => ({})) => (options: Callbacks = {}): Promise<{ errMsg: string }> => {
  calls.push({ api, options })
  const result = ok(api, extra())
  options.success?.(result)
  options.complete?.(result)
  return Promise.resolve(result)
}

const routed = (api: string, act: (options: { url?: string; delta?: number }) => void) => async (options: { url?: string; delta?: number } & Callbacks = {}) => {
  calls.push({ api, options })
  act(options)
  const result = ok(api)
  options.success?.(result)
  options.complete?.(result)
  return result
}
const address = (url: string | undefined): string => {
  if (!url) throw new Error('navigation without a url')
  return url
}

const on = <T>(set: Set<T>) => (listener: T): void => void set.add(listener)
const off = <T>(set: Set<T>) => (listener?: T): void => void (listener ? set.delete(listener) : set.clear())

const read = (key: string): unknown => {
  const text = storage.get(key)
  return text === undefined ? '' : JSON.parse(text)
}
const info = () => ({ keys: [...storage.keys()], currentSize: 0, limitSize: 10_240 })

const eventCenter = {
  on: (name: string, listener: (...args: unknown[]) => void) => void busListeners.set(name, (busListeners.get(name) ?? new Set()).add(listener)),
  off: (name: string, listener?: (...args: unknown[]) => void) => void (listener ? busListeners.get(name)?.delete(listener) : busListeners.delete(name)),
  once: (name: string, listener: (...args: unknown[]) => void) => {
    const first = (...args: unknown[]) => {
      eventCenter.off(name, first)
      listener(...args)
    }
    eventCenter.on(name, first)
  },
  trigger: (name: string, ...args: unknown[]) => [...(busListeners.get(name) ?? [])].forEach((listener) => listener(...args)),
}

const Taro = {
  ...hooks,
  ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' },
  getEnv: () => 'WEB',
  env: { USER_DATA_PATH: 'http://usr' },
  eventCenter,
  getCurrentInstance: () => ({ router: routerNow(), page: {}, app: {} }),
  getCurrentPages: () => openRoutes().map(({ path, params }) => ({ route: path.slice(1), path, options: params })),
  nextTick: (callback: () => void) => queueMicrotask(callback),

  navigateTo: routed('navigateTo', ({ url }) => push(address(url))),
  redirectTo: routed('redirectTo', ({ url }) => replaceTop(address(url))),
  switchTab: routed('switchTab', ({ url }) => replaceAll(address(url))),
  reLaunch: routed('reLaunch', ({ url }) => replaceAll(address(url))),
  navigateBack: routed('navigateBack', ({ delta = 1 }) => pop(delta)),

  getStorageSync: read,
  setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
  removeStorageSync: (key: string) => void storage.delete(key),
  clearStorageSync: () => storage.clear(),
  getStorageInfoSync: info,
  getStorage: async ({ key }: { key: string }) => {
    if (!storage.has(key)) throw { errMsg: 'getStorage:fail data not found' }
    return ok('getStorage', { data: read(key) })
  },
  setStorage: async ({ key, data }: { key: string; data: unknown }) => {
    storage.set(key, JSON.stringify(data))
    return ok('setStorage')
  },
  removeStorage: async ({ key }: { key: string }) => {
    storage.delete(key)
    return ok('removeStorage')
  },
  getStorageInfo: async () => ok('getStorageInfo', info()),

  request,
  getNetworkType: async () => ok('getNetworkType', { networkType: device.network }),
  onNetworkStatusChange: on(networkListeners),
  offNetworkStatusChange: off(networkListeners),
  onAppShow: on(appShow),
  offAppShow: off(appShow),
  onAppHide: on(appHide),
  offAppHide: off(appHide),
  // No router, no address without a page: the built targets are tested for it.
  onPageNotFound: () => undefined,

  getWindowInfo: () => device.window,
  getSystemInfoSync: () => ({ ...device.window, platform: 'devtools', system: 'jest', language: 'zh_CN', SDKVersion: '3.0.0', fontSizeSetting: 16 }),
  getAppBaseInfo: () => ({ SDKVersion: '3.0.0', language: 'zh_CN', theme: 'light', fontSizeSetting: 16 * device.fontSizeScaleFactor, fontSizeScaleFactor: device.fontSizeScaleFactor }),
  getDeviceInfo: () => ({ platform: 'devtools', system: 'jest', model: 'jest', brand: 'jest' }),
  getMenuButtonBoundingClientRect: () => ({ width: 87, height: 32, top: 48, right: 380, bottom: 80, left: 293 }),
  getLaunchOptionsSync: () => ({ path: topRoute().path, query: topRoute().params, scene: 1001 }),
  getEnterOptionsSync: () => ({ path: topRoute().path, query: topRoute().params, scene: 1001 }),

  showModal: noted('showModal', () => device.answer),
  showActionSheet: noted('showActionSheet', () => ({ tapIndex: device.actionSheetIndex })),
  scanCode: noted('scanCode', () => ({ result: device.scanned, scanType: 'QR_CODE' })),
  login: noted('login', () => ({ code: device.loginCode })),
  ...Object.fromEntries(
    [
      'showToast', 'hideToast', 'showLoading', 'hideLoading', 'setNavigationBarTitle', 'setNavigationBarColor', 'pageScrollTo', 'stopPullDownRefresh', 'startPullDownRefresh',
      'setTabBarBadge', 'removeTabBarBadge', 'showTabBarRedDot', 'hideTabBarRedDot', 'showTabBar', 'hideTabBar', 'setClipboardData', 'makePhoneCall', 'previewImage', 'vibrateShort', 'vibrateLong',
      'setKeepScreenOn', 'setScreenBrightness', 'showShareMenu', 'hideKeyboard', 'checkSession',
    ].map((api) => [api, noted(api)]),
  ),
  getScreenBrightness: noted('getScreenBrightness', () => ({ value: 0.5 })),
}
function routerNow() {
  const { path, params } = topRoute()
  return { path, params, $taroPath: path }
}

export { eventCenter }
export const { getCurrentInstance, getEnv, ENV_TYPE, getStorageSync, setStorageSync, removeStorageSync, navigateTo, redirectTo, switchTab, reLaunch, navigateBack } = Taro
export default Taro

/** Answers Taro.request and XMLHttpRequest from a function in place of the wire. */
export const __setRequestHandler = setRequestHandler
/** Changes the device: network type, what dialogs answer, what the scanner reads … */
export const __set = (change: Partial<ReturnType<typeof fresh>>): void => void (device = { ...device, ...change })
/** Goes on or off line and tells whoever listens. */
export function __setOnline(online: boolean): void {
  __set({ network: online ? 'wifi' : 'none' })
  Object.defineProperty(navigator, 'onLine', { value: online, configurable: true })
  networkListeners.forEach((listener) => listener({ isConnected: online, networkType: device.network }))
  window.dispatchEvent(new Event(online ? 'online' : 'offline'))
}
/** Every noted call since the last reset: { api, options }. */
export const __calls = (api?: string): { api: string; options: unknown }[] => calls.filter((call) => !api || call.api === api)
export const __route = topRoute
export const __stack = openRoutes
export const __onRoute = onRoute
/** Opens the app at a url, as a deep link does. */
export const __open = replaceAll
/** pullDown, reachBottom, share, scroll, show, hide: lets it happen to the pages that listen; gives what they returned. */
export function __happen(what: Parameters<typeof hooks.happen>[0], detail?: unknown): unknown[] {
  const appListeners = { show: appShow, hide: appHide }
  if (what === 'show' || what === 'hide') appListeners[what].forEach((listener) => listener())
  return hooks.happen(what, detail)
}
/** Another test begins: empty storage, no pages, real wire, standing device. Listeners stay: the app registers its own once, on import. */
export function __reset(): void {
  if (device.network === 'none') __setOnline(true)
  device = fresh()
  calls = []
  storage.clear()
  resetRoutes()
  resetNetwork()
}
