import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { ApiError, messageOf } from '@/api/api-error'
import { repEventQuery } from '@/api/events'
import { newKey } from '@/api/keys'
import type { Light, ScanResult } from '@/contract/schemas/event'
import { scanTexts as t } from '../texts'
import { feel } from './lights'

export type Shown =
  | { kind: 'idle' }
  | { kind: 'checking' }
  | { kind: 'verdict'; light: Light; words: string; name: string | null; next: string | null }
  /** Whose confirmation is awaited signs on this screen; `name` masked, null while only the server knows it. */
  | { kind: 'signing'; name: string | null }
  /** No answer came: nobody knows yet. */
  | { kind: 'lost' }

export type Tally = Record<Light, number>

export interface HandIn {
  shown: Shown
  /** Verdicts since the page was opened; null: none yet. */
  tally: Tally | null
  show(shown: Shown): void
  /** A verdict, seen, heard and felt. */
  say(light: Light, words: string, more?: { name?: string | null; retryable?: boolean; next?: string }): void
  /** Asks the server with one key until an answer has come. `taken`: true where the answer is shown in another way than as a verdict. */
  send(submit: (key: string) => Promise<ScanResult>, taken: (answer: ScanResult) => boolean): Promise<void>
  /** The same request with the same key. */
  retry(): void
  /** Lets go of what got no answer; the server may have it all the same. */
  drop(): void
  /** Somebody is in the middle of something: a request is out, an answer is missing, or a member signs. Nobody else's code may come in between. */
  taken(): boolean
  lost(): boolean
}

/** What the rep is told of the person who stands before them, and how it is handed in. */
export function useHandIn(eventId: string): HandIn {
  const client = useQueryClient()
  const [shown, setShown] = useState<Shown>({ kind: 'idle' })
  const [tally, setTally] = useState<Tally | null>(null)
  const again = useRef<(() => Promise<void>) | null>(null)
  const kind = useRef<Shown['kind']>('idle')
  // Read between two renderings, too: a camera sees several codes a second.
  const show = useCallback((next: Shown): void => {
    kind.current = next.kind
    setShown(next)
  }, [])

  const say = useCallback<HandIn['say']>((light, words, more = {}) => {
    feel(light)
    setTally((before) => ({ green: 0, amber: 0, red: 0, ...before, [light]: (before?.[light] ?? 0) + 1 }))
    show({ kind: 'verdict', light, words, name: more.name ?? null, next: more.next ?? (light === 'red' && more.retryable !== undefined ? (more.retryable ? t.mayRetry : t.noRetry) : t.doNext[light]) })
  }, [show])

  const send = useCallback<HandIn['send']>(
    async (submit, taken) => {
      const key = newKey()
      const attempt = async (): Promise<void> => {
        again.current = null
        show({ kind: 'checking' })
        try {
          const answer = await submit(key)
          again.current = null
          if (!taken(answer)) say(answer.light, answer.repZh, { name: answer.nameMasked, retryable: answer.retryable })
          void client.invalidateQueries({ queryKey: repEventQuery(eventId).queryKey })
        } catch (error) {
          if (error instanceof ApiError && error.retryable) {
            again.current = attempt
            show({ kind: 'lost' })
          } else say('red', messageOf(error) ?? t.failed, { retryable: true })
        }
      }
      await attempt()
    },
    [client, eventId, say, show],
  )
  const taken = useCallback(() => kind.current === 'checking' || kind.current === 'lost' || kind.current === 'signing', [])
  const lost = useCallback(() => kind.current === 'lost', [])
  return {
    shown, tally, show, say, send,
    retry: () => again.current?.(),
    drop: () => {
      again.current = null
      show({ kind: 'idle' })
    },
    taken, lost,
  }
}
