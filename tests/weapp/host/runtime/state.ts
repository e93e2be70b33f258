// What the whole page runtime shares: the compiled app, the launch configuration, what was observed.
import type { template } from 'glass-easel'
import type { Bridge, PageConfig, PageStats } from '../protocol'
import type { HostFunctions } from './main'

interface TabItem {
  pagePath: string
  text: string
}

interface AppJson {
  pages: string[]
  entryPagePath?: string
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  tabBar?: { list: TabItem[]; color?: string; selectedColor?: string; custom?: boolean }
  window?: Record<string, unknown>
  usingComponents?: Record<string, string>
}

declare global {
  interface Window {
    __CODE__: { js: Record<string, string>; json: Record<string, Record<string, unknown>> & { app?: AppJson } }
    __TEMPLATES__: Record<string, template.ProcGenGroupList[string]>
    __WXSS__: Record<string, () => void>
    __CONFIG__: PageConfig
    /** Set by an engine that needs no HTTP. */
    __BRIDGE__?: Bridge
    __host: HostFunctions
    /** Hook that the runtime of wcsc offers. */
    __styleSheetManager2__: { addItem(): void; setCss(key: string, css: string): void }
  }
}

export const code = window.__CODE__.js
export const config = window.__CONFIG__
export const device = config.device
export const app: AppJson = window.__CODE__.json.app ?? { pages: [] }

const trimmed = (folder: string) => folder.replace(/^\/|\/$/g, '')
export const subpackages = (app.subPackages ?? app.subpackages ?? []).map(({ root, pages }) => ({ root: trimmed(root), pages: pages.map(trimmed) }))
export const pagePaths = [...app.pages, ...subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
export const tabs: TabItem[] = app.tabBar?.list ?? []
export const tabPaths = tabs.map((tab) => tab.pagePath)
/** '' for the main package. */
export const packageOf = (file: string): string => subpackages.find(({ root }) => file.startsWith(root + '/'))?.root ?? ''
export const fileJson = (path: string): Record<string, unknown> => window.__CODE__.json[path] ?? {}
export const windowOption = (path: string, key: string): unknown => fileJson(path)[key] ?? app.window?.[key]

export const stats: PageStats = { launchMs: 0, setData: [], apiCalls: [], errors: [], warnings: [], unsupported: [], unmocked: [], shares: [] }

type ErrorHook = (message: string, kind: string) => void
const errorHooks: ErrorHook[] = []
export const onAppError = (hook: ErrorHook): number => errorHooks.push(hook)

interface Reason {
  message?: unknown
  errMsg?: unknown
  stack?: unknown
}
const isReason = (value: unknown): value is Reason => typeof value === 'object' && value !== null

/** Text of anything that was thrown. */
export function messageOf(error: unknown): string {
  if (!isReason(error)) return String(error)
  return String(error.errMsg ?? error.message ?? JSON.stringify(error))
}

/** Everything that a developer would see as an error ends up here. */
export function recordError(kind: string, error: unknown): void {
  const message = messageOf(error)
  const stack = isReason(error) && error.stack ? String(error.stack).slice(0, 2000) : ''
  stats.errors.push({ kind, message, stack, route: window.__host?.route() ?? '' })
  if (kind !== 'console') for (const hook of errorHooks) hook(stack || message, kind)
}

export function recordWarning(text: string): void {
  if (!stats.warnings.includes(text)) stats.warnings.push(text)
}

/** Runs app code on behalf of the host; what it throws is recorded. */
export function guarded<T>(kind: string, work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    recordError(kind, error)
    return undefined
  }
}

/** A function of the app, of which nothing is known but that it can be called. */
export type AppFunction = (...args: unknown[]) => unknown
export const isFunction = (value: unknown): value is AppFunction => typeof value === 'function'

// --- events that the app listens to with wx.onX
const listeners = new Map<string, AppFunction[]>()
export function addListener(name: string, listener: AppFunction): void {
  listeners.set(name, [...(listeners.get(name) ?? []), listener])
}
export function removeListener(name: string, listener?: AppFunction): void {
  listeners.set(name, listener ? (listeners.get(name) ?? []).filter((known) => known !== listener) : [])
}
export function emit(name: string, detail: unknown): void {
  for (const listener of listeners.get(name) ?? []) guarded(`listener on${name}`, () => listener(detail))
}
