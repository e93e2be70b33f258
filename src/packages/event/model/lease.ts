import { useState } from 'react'
import { failureOf, type Failure } from '@/api/api-error'
import { useDrawLease, useReturnLease } from '@/api/events'
import { useIntention } from '@/api/keys'
import type { RepEventDetail, RepLease } from '@/contract/schemas/event'
import { confirm } from '@/platform/dialogs'
import { deskTexts as t } from '../texts'
import type { Kit } from './judge'
import { leaseLeft, useQueue } from './queue'

/** Places that are taken at a time: enough for an hour, few enough for the other reps. */
const AT_A_TIME = 50

export interface Lease {
  held: RepLease | null
  left: number
  /** How many 领取 would take now; 0: none. */
  canDraw: number
  draw(): Promise<void>
  giveBack(): Promise<void>
  busy: boolean
  said: string | null
  failure: Failure | null
}

export function useLease(eventId: string, detail: RepEventDetail | undefined, kit: Kit | undefined): Lease {
  const drawing = useDrawLease(eventId)
  const returning = useReturnLease(eventId)
  const intention = useIntention()
  const { open } = useQueue(eventId)
  const [said, setSaid] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const lease = kit?.lease ?? null
  const held = lease?.state === 'LIVE' ? lease : null
  const share = detail?.share ?? { max: 0, leased: 0, done: 0 }
  const canDraw = Math.max(0, Math.min(AT_A_TIME, share.max - share.leased))
  const run = async (work: () => Promise<string>): Promise<void> => {
    setSaid(null)
    setFailure(null)
    try {
      setSaid(await work())
    } catch (error) {
      setFailure(failureOf(error, t.failed))
    }
  }
  return {
    held, canDraw, left: leaseLeft(kit, open), said, failure,
    busy: drawing.isPending || returning.isPending,
    draw: () =>
      run(async () => {
        const { left } = await drawing.mutateAsync({ size: canDraw, key: intention.key() })
        intention.renew()
        return t.drawn(left)
      }),
    giveBack: () =>
      run(async () => {
        if (open.length > 0) return t.giveWaiting(open.length)
        if (!held || !(await confirm(t.giveAsk))) return ''
        await returning.mutateAsync(held.leaseId)
        return t.givenBack
      }),
  }
}
