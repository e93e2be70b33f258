// What wx.navigateTo gives to both pages to talk to each other.
import { guarded, type AppFunction } from './state'

export class EventChannel {
  private handlers = new Map<string, AppFunction[]>()
  on(name: string, handler: AppFunction): void {
    this.handlers.set(name, [...(this.handlers.get(name) ?? []), handler])
  }
  off(name: string, handler?: AppFunction): void {
    this.handlers.set(name, handler ? (this.handlers.get(name) ?? []).filter((known) => known !== handler) : [])
  }
  once(name: string, handler: AppFunction): void {
    const wrapper = (...args: unknown[]) => {
      this.off(name, wrapper)
      return handler(...args)
    }
    this.on(name, wrapper)
  }
  emit(name: string, ...args: unknown[]): void {
    for (const handler of this.handlers.get(name) ?? []) guarded('event channel', () => handler(...args))
  }
}
