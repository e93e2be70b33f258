/** One request whose body, or whose answer, is bytes. */
export interface Exchange {
  url: string
  method: 'GET' | 'PUT'
  headers?: Record<string, string>
  body?: ArrayBuffer
  signal?: AbortSignal
}

/** The server answered; whether it agreed stands in `status`. */
export interface Exchanged {
  status: number
  header(name: string): string | undefined
  bytes: ArrayBuffer
}

/**
 * How long nothing may move before the line counts as dead, ms. A browser tells each packet, so there it is a standing still; WeChat tells
 * nothing while it sends and ends by itself at 60 s, so there it is a whole part, which is why parts shrink on a thin line (`api/line.ts`).
 */
export const STILL_MS = { browser: 25_000, wechat: 50_000 }

/** `instanceof` knows only the ArrayBuffer of its own realm. */
export const isBuffer = (value: unknown): value is ArrayBuffer => Object.prototype.toString.call(value) === '[object ArrayBuffer]'
