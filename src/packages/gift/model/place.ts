import { useEffect, useRef } from 'react'
import { ApiError, failureOf } from '@/api/api-error'
import { useReserve, useWaitlist } from '@/api/gifts'
import { useIntention } from '@/api/keys'
import type { GiftOfferDetail } from '@/contract/schemas/member'
import { confirm } from '@/platform/dialogs'
import { offerTexts as t } from '../texts'

/** What a member can do about a place in a campaign now. */
export type Place =
  | { kind: 'taken' }
  /** `until`: the place is kept till then; null: confirming takes one at once. */
  | { kind: 'open'; until: string | null }
  /** The place that was kept has lapsed; confirming takes one at once. */
  | { kind: 'lapsed' }
  | { kind: 'waiting'; position: number }
  /** No place, and the waiting list is open to this member. */
  | { kind: 'soldOut' }
  | { kind: 'closed' }

export function placeOf({ offer, eligible, ticket, waitlist, soldOut, checks }: GiftOfferDetail): Place {
  if (offer.state === 'TAKEN') return { kind: 'taken' }
  if (ticket?.state === 'RESERVED') return { kind: 'open', until: ticket.reservedUntil }
  if (waitlist) return { kind: 'waiting', position: waitlist.position }
  if (soldOut) return checks.every(({ ok, code }) => ok || code === 'QUOTA_EXHAUSTED') ? { kind: 'soldOut' } : { kind: 'closed' }
  if (!eligible) return { kind: 'closed' }
  return ticket?.state === 'EXPIRED' ? { kind: 'lapsed' } : { kind: 'open', until: null }
}

/** Whether 确认领取 is offered. */
export const mayConfirm = ({ kind }: Place): boolean => kind === 'open' || kind === 'lapsed'

/**
 * Keeps a place as soon as somebody who may have one comes to the offer: nobody reads consents only to find the last place gone.
 * Once a visit; a reservation that has lapsed while the page was open is not made anew behind the member's back.
 */
export function usePlace(campaignId: string, code: string, detail: GiftOfferDetail | undefined) {
  const reserve = useReserve(campaignId)
  const waitlist = useWaitlist(campaignId)
  const intention = useIntention()
  const asked = useRef(false)
  const place = detail && placeOf(detail)
  const free = (place?.kind === 'open' && place.until === null) || place?.kind === 'lapsed'
  const { mutate, mutateAsync } = reserve
  useEffect(() => {
    if (place?.kind === 'open' && place.until !== null) asked.current = true
    if (!free || asked.current) return
    asked.current = true
    mutate({ key: intention.key(), code })
  }, [free, place, mutate, intention, code])
  return {
    place,
    reserving: reserve.isPending,
    busy: waitlist.isPending,
    failure: failureOf(waitlist.error, t.refused),
    /** No answer came to the wish for a place: the same key asks again. */
    unsure: reserve.error instanceof ApiError && reserve.error.retryable,
    reserve: () => {
      // After a lapse it is a new wish: the old key would give the old answer.
      if (place?.kind === 'lapsed') intention.renew()
      return mutateAsync({ key: intention.key(), code }).catch(() => undefined)
    },
    // What went wrong is said by `failure`.
    join: () => waitlist.mutateAsync(true).catch(() => undefined),
    leave: async () => {
      if (await confirm(t.leaveAsk)) await waitlist.mutateAsync(false).catch(() => undefined)
    },
  }
}
