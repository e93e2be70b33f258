import Taro from '@tarojs/taro'
import { decodeLoosely } from './launch-code'

/** See route.ts. `$taroTimestamp` is Taro's own. */
export function currentPath(): string {
  const pages = Taro.getCurrentPages()
  const page = pages[pages.length - 1]
  if (!page) return '/'
  const options: Record<string, unknown> = page.options ?? {}
  const query = Object.keys(options)
    .filter((key) => !key.startsWith('$'))
    .map((key) => `${key}=${encodeURIComponent(decodeLoosely(String(options[key])))}`)
    .join('&')
  return `/${(page.route ?? '').replace(/^\//, '')}${query && `?${query}`}`
}

/** WeChat refuses an eleventh page. */
export const STACK_LIMIT = 10

export const stackDepth = (): number => Taro.getCurrentPages().length
