import Taro from '@tarojs/taro'

/** The page on the screen with its parameters, as `go` takes it: '/packages/claim/pages/detail/index?claimId=c1'. */
export const currentPath = (): string => (typeof location === 'undefined' ? '/' : location.pathname + location.search)

/** No limit: a browser's history takes what comes. */
export const STACK_LIMIT = Number.POSITIVE_INFINITY

export const stackDepth = (): number => Taro.getCurrentPages().length
