import Taro from '@tarojs/taro'
import type { ComponentType } from 'react'

interface TaroApp {
  mount(page: ComponentType, ...more: unknown[]): void
}

/**
 * Puts something around every page as Taro mounts it, on both targets; call it before the app is made. Taro's own wrapper draws nothing once
 * a page has thrown, and lies outside of whatever a page brings: the frame lies between the two.
 */
export function framePages(frame: (page: ComponentType) => ComponentType): void {
  const current: { app?: unknown } = Taro.getCurrentInstance()
  let app: TaroApp | null = null
  // It is there already, so it stays configurable and enumerable.
  Object.defineProperty(current, 'app', {
    get: () => app,
    set: (made: TaroApp | null) => {
      app = made
      if (!made) return
      const mount = made.mount
      made.mount = (page, ...more) => mount.call(made, frame(page), ...more)
    },
  })
}
