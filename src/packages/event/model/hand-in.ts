import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { PAUSES, pause } from '@/api/act'
import { ApiError, isRefusal, messageOf } from '@/api/api-error'
import { repEventQuery } from '@/api/events'
import { newKey } from '@/api/keys'
import type { Light, ScanResult } from '@/contract/schemas/event'
import { confirm } from '@/platform/dialogs'
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
  /** People since the page was opened, by their latest verdict; null: none yet. */
  tally: Tally | null
  show(shown: Shown): void
  /** A verdict, seen, heard and felt. `who`: a reference by which the same person is known again. */
  say(light: Light, words: string, more?: { name?: string | null; retryable?: boolean; next?: string; who?: string }): void
  /** Asks the server with one key until an answer has come. `taken`: true where the answer is shown in another way than as a verdict. */
  send(who: string, submit: (key: string) => Promise<ScanResult>, taken: (answer: ScanResult) => boolean): Promise<void>
  /** The same request with the same key. */
  retry(): void
  /** Lets go of what got no answer; the server may have it all the same. */
  drop(): Promise<void>
  /** Somebody is in the middle of something: a request is out, an answer is missing, or a member signs. Nobody else's code may come in between. */
  taken(): boolean
  lost(): boolean
  /** A red or amber verdict that nobody can have read yet: a scanner that goes on by itself waits for it. */
  unread(): boolean
  /** Settles once the verdict on the screen has been looked at: green soon, red and amber by a tap, or after a clearly longer time. */
  looked(): Promise<void>
  /** The tap that says so. */
  seen(): void
}

/** How long a green verdict stands before a scanner goes on by itself, and one that has to be read, ms. */
const GREEN_MS = 1_000
const READ_MS = 10_000

/** What the rep is told of the person who stands before them, and how it is handed in. */
export function useHandIn(eventId: string): HandIn {
  const client = useQueryClient()
  const [shown, setShown] = useState<Shown>({ kind: 'idle' })
  const [tally, setTally] = useState<Tally | null>(null)
  const people = useRef(new Map<string, Light>())
  const again = useRef<(() => Promise<boolean>) | null>(null)
  const kind = useRef<Shown['kind']>('idle')
  // Read between two renderings, too: a camera sees several codes a second.
  const reading = useRef<{ untilMs: number; end: () => void }>({ untilMs: 0, end: () => undefined })
  const show = useCallback((next: Shown): void => {
    kind.current = next.kind
    reading.current.end()
    reading.current = { untilMs: next.kind === 'verdict' ? Date.now() + (next.light === 'green' ? GREEN_MS : READ_MS) : 0, end: () => undefined }
    setShown(next)
  }, [])
  // Away from the page nobody waits for the answer any more.
  useEffect(() => () => {
    again.current = null
  }, [])

  const say = useCallback<HandIn['say']>((light, words, more = {}) => {
    feel(light)
    people.current.set(more.who ?? `?${people.current.size}`, light)
    setTally(tallyOf([...people.current.values()]))
    show({ kind: 'verdict', light, words, name: more.name ?? null, next: more.next ?? (light === 'red' && more.retryable !== undefined ? (more.retryable ? t.mayRetry : t.noRetry) : t.doNext[light]) })
  }, [show])

  const send = useCallback<HandIn['send']>(
    async (who, submit, taken) => {
      const key = newKey()
      let asking: Promise<boolean> | null = null
      /** True: it is known what became of it, or nobody waits for it any more. */
      const attempt = async (): Promise<boolean> => {
        try {
          const answer = await submit(key)
          if (again.current !== ask) return true
          if (!taken(answer)) say(answer.light, answer.repZh, { name: answer.nameMasked, retryable: answer.retryable, who })
          void client.invalidateQueries({ queryKey: repEventQuery(eventId).queryKey })
        } catch (error) {
          if (again.current !== ask) return true
          if ((error instanceof ApiError && error.retryable) || isRefusal(error, 'IDEMPOTENCY_IN_PROGRESS')) {
            if (kind.current !== 'lost') show({ kind: 'lost' })
            return false
          }
          say('red', messageOf(error) ?? t.failed, { retryable: true, who })
        }
        again.current = null
        return true
      }
      // One request at a time: who presses 重试 waits for the one that is out.
      const ask = (): Promise<boolean> => (asking ??= attempt().finally(() => (asking = null)))
      again.current = ask
      show({ kind: 'checking' })
      if (!(await ask())) void askOn(ask, () => again.current === ask)
    },
    [client, eventId, say, show],
  )
  const taken = useCallback(() => kind.current === 'checking' || kind.current === 'lost' || kind.current === 'signing', [])
  const lost = useCallback(() => kind.current === 'lost', [])
  return {
    shown, tally, show, say, send,
    retry: () => again.current?.(),
    unread: useCallback(() => kind.current === 'verdict' && Date.now() < reading.current.untilMs, []),
    looked: useCallback(() => new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, reading.current.untilMs - Date.now()))
      reading.current.end = () => {
        clearTimeout(timer)
        resolve()
      }
    }), []),
    seen: useCallback(() => {
      reading.current.untilMs = 0
      reading.current.end()
    }, []),
    drop: async () => {
      // What has been answered meanwhile is read, not dropped.
      if (!(await confirm(t.dropAsk)) || kind.current !== 'lost') return
      again.current = null
      show({ kind: 'idle' })
    },
    taken, lost,
  }
}

/** Asks by itself for a while, so that the rep need not stand there and press. */
async function askOn(ask: () => Promise<boolean>, wanted: () => boolean): Promise<void> {
  for (const ms of PAUSES) {
    await pause(ms)
    if (!wanted() || (await ask())) return
  }
}

const tallyOf = (lights: readonly Light[]): Tally => ({ green: lights.filter((light) => light === 'green').length, amber: lights.filter((light) => light === 'amber').length, red: lights.filter((light) => light === 'red').length })
