/**
 * When a page or the app comes and goes. Same names and arguments on both targets:
 * `useLoad(fn)` once, `useDidShow(fn)` at first and each time it comes back, `useDidHide(fn)`, `useUnload(fn)`,
 * `usePullDownRefresh(fn)` (page config `enablePullDownRefresh`; end it with `stopPullDownRefresh`), `useReachBottom(fn)`,
 * `useShareAppMessage(fn)` (mini-program only; H5 never calls it).
 */
import Taro from '@tarojs/taro'

export { useDidHide, useDidShow, useLoad, usePullDownRefresh, useReachBottom, useShareAppMessage, useUnload } from '@tarojs/taro'

/** Closes the pull-down indicator; harmless where none is open. */
export const stopPullDownRefresh = (): void => {
  void Promise.resolve()
    .then(() => Taro.stopPullDownRefresh())
    .catch(() => undefined)
}

/**
 * An address without a page. WeChat takes the page that `hear` opens in the same turn, and none later; Taro's `usePageNotFound` comes a turn late.
 */
export const onPageNotFound = (hear: () => void): void => Taro.onPageNotFound(hear)
