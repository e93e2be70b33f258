import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { messageOf } from '@/api/api-error'
import { repKitQuery, submitScan } from '@/api/events'
import { enqueueScan } from '@/api/scan-delivery'
import type { Signature } from '@/contract/schemas/drawn'
import type { SubmitScan } from '@/contract/schemas/event'
import { toInstant } from '@/domain/dates'
import { dropInvisible } from '@/domain/text'
import { isDeviceError } from '@/platform/device-error'
import { deviceId, knownDeviceKey } from '@/platform/device-key'
import { target } from '@/platform/env'
import { scanCode } from '@/platform/scan'
import { useRep } from '@/state/rep-store'
import { accountKey } from '@/state/session-store'
import { scanTexts as t, signTexts } from '../texts'
import { useHandIn } from './hand-in'
import { judge, kitSkewMs, type Kit } from './judge'
import { leaseLeft, scansOf } from './queue'

/** A code that passed the local check and is not yet handed in. */
interface Fit {
  text: string
  memberRef: string
  used: string
  scannedAt: string
}

/** Scanning at one event: local check, then the server or the queue; one code at a time. */
export function useScanning(eventId: string, signOnSite: boolean) {
  const { shown, tally, show, say, send, retry, drop, taken, lost, unread, looked, seen } = useHandIn(eventId)
  const kit = useQuery(repKitQuery(eventId)).data
  const offline = useRep((rep) => rep.offline[eventId] ?? false)
  const [looping, setLooping] = useState(false)
  const last = useRef<{ text: string; atMs: number } | null>(null)
  const fit = useRef<Fit | null>(null)
  const going = useRef(false)
  const busy = useRef(false)
  const now = useRef({ kit, offline, signOnSite })
  now.current = { kit, offline, signOnSite }

  /** To the queue first, then the screen; or to the server, whose word counts. */
  const handIn = useCallback(
    async ({ text, memberRef, used, scannedAt }: Fit, judgedBy: Kit, signature?: Signature): Promise<void> => {
      show({ kind: 'checking' })
      const { saw } = useRep.getState()
      const body: SubmitScan = { code: text, scannedAt, deviceId: await deviceId(), offline: now.current.offline, clockSkewMs: kitSkewMs(judgedBy), ...signature }
      if (body.offline) {
        try {
          await enqueueScan(eventId, judgedBy.lease?.leaseId ?? '', memberRef, body)
        } catch {
          return say('red', t.notKept, { retryable: true })
        }
        saw(used)
        return say('amber', t.pending, { next: t.pendingDetail, who: memberRef })
      }
      await send(
        memberRef,
        (key) => submitScan(eventId, body, key),
        () => {
          saw(used)
          return false
        },
      )
    },
    [eventId, say, send, show],
  )

  const read = useCallback(
    async (raw: string): Promise<void> => {
      const text = dropInvisible(raw).trim()
      const { kit: current, offline: cut, signOnSite: sign } = now.current
      if (busy.current || taken()) return
      if (!current) return say('red', t.noKit)
      busy.current = true
      try {
        const waiting = scansOf(eventId).filter(({ state }) => state !== 'ANSWERED')
        const nowMs = Date.now()
        const own = [accountKey(), knownDeviceKey(accountKey())?.publicKey ?? '']
        const judged = judge(text, {
          kit: current, nowMs, own, last: last.current, seen: useRep.getState().seen, pending: waiting.map(({ payload }) => payload.member),
          offline: cut, leaseLeft: leaseLeft(current, waiting), queued: waiting.length,
        })
        last.current = { text, atMs: nowMs }
        if (judged.kind === 'said') return say(judged.light, judged.words, judged)
        fit.current = { text, memberRef: judged.memberRef, used: judged.used, scannedAt: toInstant(nowMs) }
        if (!sign) return await handIn(fit.current, current)
        if (judged.skewed) return say('red', signTexts.skew, { retryable: true })
        show({ kind: 'signing', name: null })
      } finally {
        busy.current = false
      }
    },
    [eventId, handIn, say, show, taken],
  )

  const fail = useCallback((error: unknown): void => {
    if (!taken() && !isDeviceError(error, 'CANCELLED')) say('red', messageOf(error) ?? t.failed, { retryable: true })
  }, [say, taken])

  /** One after the other without a tap: WeChat's scanner opens again after a look at the result. Elsewhere one photo a tap. */
  const scan = useCallback(async (): Promise<void> => {
    if (going.current && target === 'weapp') return
    going.current = true
    setLooping(target === 'weapp')
    try {
      do {
        await read(await scanCode())
        if (now.current.signOnSite || lost()) break
        if (target === 'weapp') await looked()
      } while (target === 'weapp' && going.current)
    } catch (error) {
      fail(error)
    } finally {
      going.current = false
      setLooping(false)
    }
  }, [read, fail, lost, looked])
  const stop = useCallback((): void => {
    going.current = false
    setLooping(false)
  }, [])
  useEffect(() => stop, [stop])

  return {
    shown, tally, kit, offline, looping, stop,
    /** Not handed back: browsers before 2023 never tell that the picker was closed, and the next pick ends the wait. */
    scan: () => {
      void scan()
    },
    fail,
    /** The verdict that stops a scanner from going on has been read. */
    seen,
    unread,
    /** False while another code is being handed in: what is in view or was pasted then has not been read. */
    read: (text: string): boolean => {
      if (busy.current || taken()) return false
      void read(text)
      return true
    },
    retry, drop,
    signed: (signature: Signature) => {
      return fit.current && kit ? handIn(fit.current, kit, signature) : undefined
    },
    unsigned: () => show({ kind: 'idle' }),
  }
}
