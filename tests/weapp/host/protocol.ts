// What page and Node say to each other. Types only, and small values both sides need.

/** Where wx.request and its kin are in their work. */
export type StreamEvent =
  | { type: 'headers'; statusCode: number; header: Record<string, string>; cookies: string[] }
  | { type: 'progress'; progress: number; done: number; expected: number }

/** A failed wx function: `message` follows `name:fail `. */
export class WxFailure extends Error {
  constructor(message: string, readonly errno?: number) {
    super(message)
  }
}

export type Reply = { ok: true; value: unknown } | { ok: false; message: string; errno?: number }

/** All values travel as JSON text; ArrayBuffers as {$bytes: base64}. */
export interface Bridge {
  call(name: string, args: string): Promise<string>
  callSync(name: string, args: string): string
  stream(name: string, args: string, onEvent: (event: string) => void): { reply: Promise<string>; abort(): void }
}

export interface LaunchOptions {
  path?: string
  query?: Record<string, string>
  scene?: number
}

export interface Device {
  platform: string
  system: string
  brand: string
  model: string
  SDKVersion: string
  version: string
  statusBarHeight: number
  safeBottom: number
  /** 16 = standard; what the member set as text size in WeChat. */
  fontSizeSetting: number
  /** How far the phone's clock is ahead, ms. */
  clockAheadMs?: number
}

export interface PageConfig {
  options: Required<Omit<LaunchOptions, 'path'>> & { path?: string; referrerInfo: object }
  storage: Record<string, string>
  mocks: string[]
  device: Device
  offline: boolean
  appId: string
  userDataPath: string
  /** Does the engine lay out, paint and load pictures? */
  layout: boolean
}

export interface AppError {
  kind: string
  message: string
  stack: string
  route: string
}

export interface ApiCall {
  name: string
  args: unknown
  /** errMsg of the failure. */
  failed?: string
  status?: number
}

export interface SetDataRecord {
  page: string
  bytes: number
  ms: number
}

/** Collected in the page since the (re)launch. */
export interface PageStats {
  launchMs: number
  setData: SetDataRecord[]
  apiCalls: ApiCall[]
  errors: AppError[]
  warnings: string[]
  /** wx functions that were called and that this host lacks. */
  unsupported: string[]
  /** wx functions that needed a person or a device, and had no mock. */
  unmocked: string[]
  shares: Record<string, unknown>[]
}
