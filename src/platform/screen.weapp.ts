import Taro from '@tarojs/taro'
import { callDevice } from './device-error'

const quietly = async (api: string, run: () => Promise<object>): Promise<void> => {
  await callDevice(api, run).catch(() => undefined)
}

async function raise(): Promise<number | undefined> {
  await quietly('setKeepScreenOn', () => Taro.setKeepScreenOn({ keepScreenOn: true }))
  const before = await callDevice('getScreenBrightness', () => Taro.getScreenBrightness()).catch(() => undefined)
  await quietly('setScreenBrightness', () => Taro.setScreenBrightness({ value: 1 }))
  return before?.value
}
async function lower(value: number | undefined): Promise<void> {
  if (value !== undefined) await quietly('setScreenBrightness', () => Taro.setScreenBrightness({ value }))
  await quietly('setKeepScreenOn', () => Taro.setKeepScreenOn({ keepScreenOn: false }))
}

/** One after the other: leaving and coming back quickly must not take 'full' for the value to restore. */
let queue: Promise<unknown> = Promise.resolve()

/** See screen.ts. */
export function brighten(): () => void {
  const raised = queue.then(raise)
  queue = raised
  let active = true
  return () => {
    if (!active) return
    active = false
    queue = raised.then(lower)
  }
}
