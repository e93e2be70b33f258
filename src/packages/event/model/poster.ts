import { useReducer } from 'react'
import type { PosterCodes } from '@/contract/schemas/event'
import { msOf } from '@/domain/dates'

export type LiveCode =
  | { kind: 'code'; link: string; until: number; now: () => number; onEnd: () => void }
  /** All that the phone has fetched have run out. */
  | { kind: 'none'; retry: () => void }

/** How long one code stands: each is valid for longer, so that who has just scanned it still comes in. */
const TURN_MS = 60_000

/** The code for the screen now, by the server's clock as these codes saw it. */
export function useLiveCode({ codes, serverTime, fetchedAt, linkPrefix }: PosterCodes & { fetchedAt: number }, refetch: () => void): LiveCode {
  const [, turn] = useReducer((count: number) => count + 1, 0)
  const ahead = msOf(serverTime) - fetchedAt
  const now = (): number => Date.now() + ahead
  const at = codes.findIndex(({ validFrom }) => msOf(validFrom) <= now() && now() < msOf(validFrom) + TURN_MS)
  const code = codes[at]
  if (!code) return { kind: 'none', retry: refetch }
  return { kind: 'code', link: linkPrefix + code.code, until: msOf(code.validFrom) + TURN_MS, now, onEnd: () => (at === codes.length - 1 ? refetch() : turn()) }
}
