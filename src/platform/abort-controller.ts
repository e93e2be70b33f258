/**
 * AbortController for the mini-program, where WeChat has none; config/index.ts puts it in wherever the bare name is used.
 * abortcontroller-polyfill will not do: it asks `document` for an event, and the stand-in that Taro puts in place of
 * `document` makes one without `initEvent`, so that the first query cancelled by leaving a page throws.
 */
interface AbortEvent {
  type: 'abort'
  target: AbortSignal
}
type Listener = (event: AbortEvent) => void

export class AbortSignal {
  aborted = false
  reason: unknown = undefined
  onabort: Listener | null = null
  private readonly listeners = new Set<Listener>()

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.add(listener)
  }
  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.delete(listener)
  }
  throwIfAborted(): void {
    if (this.aborted) throw this.reason
  }
  /** For AbortController only; the second time nothing happens. */
  trip(reason: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    const event: AbortEvent = { type: 'abort', target: this }
    this.onabort?.(event)
    for (const listener of [...this.listeners]) listener(event)
    this.listeners.clear()
  }
}

export class AbortController {
  readonly signal = new AbortSignal()

  abort(reason: unknown = Object.assign(new Error('aborted'), { name: 'AbortError' })): void {
    this.signal.trip(reason)
  }
}
