import Taro from '@tarojs/taro'

let online = true
let watching = false
const listeners = new Set<(online: boolean) => void>()

function tell(now: boolean): void {
  if (now === online) return
  online = now
  for (const fn of listeners) fn(now)
}

/** One listener for the whole app: WeChat calls each function once per registration and forgets none by itself. */
function watch(): void {
  if (watching) return
  watching = true
  Taro.onNetworkStatusChange(({ isConnected }) => tell(isConnected))
  Taro.getNetworkType().then(
    ({ networkType }) => tell(networkType !== 'none'),
    () => undefined,
  )
}

/** See network.ts. Until WeChat has answered for the first time: true. */
export function isOnline(): boolean {
  watch()
  return online
}

/** See network.ts. */
export function onNetworkChange(fn: (online: boolean) => void): () => void {
  watch()
  listeners.add(fn)
  return () => listeners.delete(fn)
}

/** See network.ts. WeChat also calls it at the start. */
export function onAppShow(fn: () => void): () => void {
  const listener = () => fn()
  Taro.onAppShow(listener)
  return () => Taro.offAppShow(listener)
}

/** See network.ts. */
export function onAppHide(fn: () => void): () => void {
  const listener = () => fn()
  Taro.onAppHide(listener)
  return () => Taro.offAppHide(listener)
}
