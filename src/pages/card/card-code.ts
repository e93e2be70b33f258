import { useQuery } from '@tanstack/react-query'
import { useReducer } from 'react'
import { cardCodesQuery } from '@/api/me'
import { msOf } from '@/domain/dates'

export type CardCode =
  | { kind: 'loading' }
  | { kind: 'code'; text: string; until: number; now: () => number; onEnd: () => void }
  /** No code is valid now: all have run out without a network, or none came. */
  | { kind: 'none'; retry: () => void }

/** The code that is valid now, each for 60 s. Codes come ten at a time and are kept, so the card goes on turning without a network. */
export function useCardCode(): CardCode {
  const query = useQuery(cardCodesQuery())
  const [, turn] = useReducer((count: number) => count + 1, 0)
  const retry = (): void => void query.refetch()
  // The server's clock as these codes saw it: it holds across a restart without a network, where no answer tells the time.
  const ahead = query.data ? msOf(query.data.serverTime) - query.dataUpdatedAt : 0
  const now = (): number => Date.now() + ahead
  const code = query.data?.codes.find(({ validFrom, validUntil }) => msOf(validFrom) <= now() && now() < msOf(validUntil))
  if (code) return { kind: 'code', text: code.code, until: msOf(code.validUntil), now, onEnd: () => (isLast(query.data?.codes, code) ? retry() : turn()) }
  return query.fetchStatus === 'fetching' ? { kind: 'loading' } : { kind: 'none', retry }
}

const isLast = <T>(codes: readonly T[] | undefined, code: T): boolean => codes !== undefined && codes[codes.length - 1] === code
