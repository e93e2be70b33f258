import Taro from '@tarojs/taro'
import { codeInQuery } from './launch-code'

export type Target = 'weapp' | 'h5'
export const target: Target = 'weapp'

/** See env.ts. Absolute here: there is no own origin. */
export const apiBase: string = API_BASE

/** See env.ts. Puts the API's origin before a path. */
export const absoluteUrl = (path: string): string => (path.startsWith('/') ? (/^https?:\/\/[^/]+/.exec(apiBase)?.[0] ?? '') + path : path)

/** See env.ts. */
export const launchCode = (): string | undefined => codeInQuery(Taro.getEnterOptionsSync().query ?? {})

/** See env.ts. */
export const launchCheck = (): undefined => undefined

/** See env.ts. WeChat has chosen the first page already. */
export const startAt = (_url: string): boolean => false
