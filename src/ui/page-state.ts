import { formatInstantZh, toInstant } from '@/domain/dates'
import { serverMoment } from '@/platform/server-clock'

/** What Page needs of a TanStack Query result; any object of this shape will do. */
export interface PageQuery<T> {
  data: T | undefined
  error: unknown
  isPending: boolean
  isFetching?: boolean
  /** 'paused': waiting for a network. */
  fetchStatus?: 'fetching' | 'paused' | 'idle'
  refetch: (how?: { cancelRefetch: boolean }) => unknown
  /** Milliseconds since 1970 of the data at hand, by the phone's clock. */
  dataUpdatedAt?: number
}

/** The same query, its data withheld. Field by field: a result of TanStack is a proxy, of which Chrome 73 copies nothing from the second time on. */
export const withheld = <T>({ error, isPending, isFetching, fetchStatus, refetch, dataUpdatedAt }: PageQuery<T>): PageQuery<T> => ({ data: undefined, error, isPending, isFetching, fetchStatus, refetch, dataUpdatedAt })

/** Words of a failure as a member reads them. */
export interface ErrorWords {
  title: string
  detail?: string
  /** Quoted on the telephone when asking for help. */
  requestId?: string
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * Words for an unknown error: the message if somebody wrote it for members, that is, in Chinese;
 * an English one («Network Error») is for engineers and is replaced.
 */
export function errorWords(error: unknown): ErrorWords {
  const fields = isObject(error) ? error : {}
  const message = typeof fields.message === 'string' && /[\u4e00-\u9fff]/.test(fields.message) ? fields.message : undefined
  return {
    title: '没有打开',
    detail: message ?? '网络不通或服务繁忙，请稍后重试。您填过的内容不会丢失。',
    requestId: typeof fields.requestId === 'string' ? fields.requestId : undefined,
  }
}

/** The one thing a page shows now. */
export type PageState<T> =
  | { kind: 'loading' }
  | { kind: 'failed'; words: ErrorWords }
  | { kind: 'offline' }
  | { kind: 'ready'; data: T; staleSince?: string; staleZh?: string }

/** Codes of a line that brings nothing. */
const LINE: readonly unknown[] = ['NETWORK', 'TIMEOUT']

/** Decides what to show: old data wins over an error, an error over a skeleton. `staleSince` is set when the last fetch failed or waits for a network, `staleZh` where the server or this version is the reason. */
export function pageState<T>(query: PageQuery<T>): PageState<T> {
  const { data, error } = query
  if (data !== undefined) {
    const stale = Boolean(error) || query.fetchStatus === 'paused'
    return { kind: 'ready', data, staleSince: stale ? formatInstantZh(toInstant(serverMoment(query.dataUpdatedAt ?? 0))) : undefined, staleZh: isObject(error) && !LINE.includes(error.code) ? errorWords(error).detail : undefined }
  }
  if (error && !(query.isPending && query.isFetching)) return { kind: 'failed', words: errorWords(error) }
  return query.fetchStatus === 'paused' ? { kind: 'offline' } : { kind: 'loading' }
}
