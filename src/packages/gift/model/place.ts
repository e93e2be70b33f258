import { useEffect, useRef } from 'react'
import { messageOf } from '@/api/api-error'
import { useReserve, useWaitlist } from '@/api/gifts'
import { useIntention } from '@/api/keys'
import type { GiftOfferDetail } from '@/contract/schemas/member'

/** What a member can do about a place in a campaign now. */
export type Place =
  | { kind: 'taken' }
  /** `until`: the place is kept till then; null: confirming takes one at once. */
  | { kind: 'open'; until: string | null; textZh: string | null }
  | { kind: 'waiting'; position: number }
  /** No place, and the waiting list is open to this member. */
  | { kind: 'soldOut' }
  | { kind: 'closed' }

export function placeOf({ offer, eligible, ticket, waitlist, soldOut, checks }: GiftOfferDetail): Place {
  if (offer.state === 'TAKEN') return { kind: 'taken' }
  if (ticket?.state === 'RESERVED') return { kind: 'open', until: ticket.reservedUntil, textZh: ticket.textZh }
  if (waitlist) return { kind: 'waiting', position: waitlist.position }
  if (soldOut) return checks.every(({ ok, code }) => ok || code === 'QUOTA_EXHAUSTED') ? { kind: 'soldOut' } : { kind: 'closed' }
  return eligible ? { kind: 'open', until: null, textZh: null } : { kind: 'closed' }
}

/**
 * Keeps a place as soon as somebody who may have one comes to the offer: nobody reads consents only to find the last place gone.
 * Once a visit; a reservation that has lapsed is not made anew behind the member's back.
 */
export function usePlace(campaignId: string, code: string, detail: GiftOfferDetail | undefined) {
  const reserve = useReserve(campaignId)
  const waitlist = useWaitlist(campaignId)
  const intention = useIntention()
  const asked = useRef(false)
  const place = detail && placeOf(detail)
  const free = place?.kind === 'open' && place.until === null
  const { mutate } = reserve
  useEffect(() => {
    if (!free || asked.current) return
    asked.current = true
    mutate({ key: intention.key(), code })
  }, [free, mutate, intention, code])
  return {
    place,
    reserving: reserve.isPending,
    busy: waitlist.isPending,
    failedZh: messageOf(waitlist.error),
    join: () => waitlist.mutate(true),
    leave: () => waitlist.mutate(false),
  }
}
