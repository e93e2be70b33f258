import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { repKitQuery, submitEntry } from '@/api/events'
import { enqueueEntry, entryMark } from '@/api/scan-delivery'
import type { Signature } from '@/contract/schemas/drawn'
import type { SubmitEntry } from '@/contract/schemas/event'
import { cleanMemberNo } from '@/domain/cleaners'
import { toInstant } from '@/domain/dates'
import { cleanName } from '@/domain/names'
import { deviceId } from '@/platform/device-key'
import { useTyped } from '@/state/draft-store'
import { useRep } from '@/state/rep-store'
import { entryTexts, scanTexts as t } from '../texts'
import { useHandIn } from './hand-in'
import { kitSkewMs, refusedOffline, type Kit } from './judge'
import { leaseLeft, scansOf } from './queue'

export type EntryProblems = Partial<Record<'memberNo' | 'name', string>>

/** A worker without phone or card: number and name, the server's word, the signature. Without a network the signature comes first and the word later. */
export function useEntry(eventId: string) {
  const { shown, show, say, send, retry, drop, taken } = useHandIn(eventId)
  const kit = useQuery(repKitQuery(eventId)).data
  const offline = useRep((rep) => rep.offline[eventId] ?? false)
  const { value, set, forget } = useTyped(`entry:${eventId}`)
  const [memberNo, name] = [value('memberNo'), value('name')]
  const [problems, setProblems] = useState<EntryProblems>({})
  /** The offline switch may be turned on another page meanwhile: what begins offline ends offline. */
  const begun = useRef({ offline: false })

  const bodyWith = async (judgedBy: Kit, signature?: Signature): Promise<SubmitEntry> => ({
    memberNo: cleanMemberNo(memberNo), name: cleanName(name), scannedAt: toInstant(Date.now()), deviceId: await deviceId(),
    offline: begun.current.offline, clockSkewMs: kitSkewMs(judgedBy), ...signature,
  })

  const submit = async (judgedBy: Kit, signature?: Signature): Promise<void> => {
    show({ kind: 'checking' })
    const body = await bodyWith(judgedBy, signature)
    await send(
      entryMark(memberNo, name),
      (key) => submitEntry(eventId, body, key),
      ({ code, light, nameMasked }) => {
        if (code !== 'ENTRY_RESERVED') {
          if (light !== 'red') forget()
          return false
        }
        show({ kind: 'signing', name: nameMasked })
        return true
      },
    )
  }

  const check = async (): Promise<void> => {
    // The keyboard's own key comes past the button.
    if (taken()) return
    const missing: EntryProblems = { ...(!cleanMemberNo(memberNo) && { memberNo: entryTexts.memberNoMissing }), ...(!cleanName(name) && { name: entryTexts.nameMissing }) }
    setProblems(missing)
    if (Object.keys(missing).length > 0) return
    if (!kit) return say('red', t.noKit)
    if (kitSkewMs(kit) > kit.rules.clockSkewGreenSeconds * 1000) return say('red', entryTexts.skew, { retryable: true })
    begun.current = { offline }
    if (!offline) return submit(kit)
    const waiting = scansOf(eventId).filter(({ state }) => state !== 'ANSWERED')
    const refused = refusedOffline({ kit, pending: waiting.map(({ payload }) => payload.member), leaseLeft: leaseLeft(kit, waiting), queued: waiting.length }, entryMark(memberNo, name))
    if (refused) return say(refused.light, refused.words, refused)
    show({ kind: 'signing', name: null })
  }

  const signed = async (signature: Signature): Promise<void> => {
    if (!kit) return
    if (!begun.current.offline) return submit(kit, signature)
    show({ kind: 'checking' })
    try {
      await enqueueEntry(eventId, kit.lease?.leaseId ?? '', await bodyWith(kit, signature))
      forget()
    } catch {
      return say('red', t.notKept, { retryable: true })
    }
    say('amber', t.pending, { next: t.pendingDetail, who: entryMark(memberNo, name) })
  }

  return {
    shown, kit, offline, memberNo, setMemberNo: set('memberNo'), name, setName: set('name'), problems, retry, drop,
    check: () => check(),
    signed: (signature: Signature) => signed(signature),
    unsigned: () => show({ kind: 'idle' }),
    /** The next worker: nothing of the one before stays on the screen. */
    next: () => {
      forget()
      show({ kind: 'idle' })
    },
  }
}
