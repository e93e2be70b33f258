import Taro from '@tarojs/taro'
import { broughtBy, certificateCode, giftCode, type Brought } from './launch-code'

export type Target = 'weapp' | 'h5'
export const target: Target = 'weapp'

/** See env.ts. Absolute here: there is no own origin. */
export const apiBase: string = API_BASE

/** See env.ts. Puts the API's origin before a path. */
export const absoluteUrl = (path: string): string => (path.startsWith('/') ? (/^https?:\/\/[^/]+/.exec(apiBase)?.[0] ?? '') + path : path)

/** See env.ts. */
export const launchCode = (readers: readonly string[]): string | undefined => giftCode(brought(readers))

/** See env.ts. */
export const launchCheck = (readers: readonly string[]): string | undefined => certificateCode(brought(readers))

function brought(readers: readonly string[]): Brought | undefined {
  const { path = '', query = {} } = Taro.getEnterOptionsSync()
  return readers.includes(`/${path.replace(/^\//, '')}`) ? undefined : broughtBy(query)
}

/** See env.ts. WeChat has chosen the first page already. */
export const startAt = (_url: string): boolean => false
