import Taro from '@tarojs/taro'
import { callDevice } from './device-error'

/** Hides the tab bar, which lies over everything a tab page draws. Returns how to show it again. Never throws. */
export function hideTabs(): () => void {
  const quietly = (api: string, run: () => Promise<object>): void => void callDevice(api, run).catch(() => undefined)
  quietly('hideTabBar', () => Taro.hideTabBar({}))
  return () => quietly('showTabBar', () => Taro.showTabBar({}))
}
