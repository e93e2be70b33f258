import { msOf, toInstant, type Instant } from '@/domain/dates'
import type { LeaseRecord } from '../../../store/entities'
import type { FlowContext } from '../context'
import { askPayPartner } from './order-flow'
import { notify } from '../notify'
import { countPlaces, moveTicketRecord } from './places'
import type { Due } from '../timers'
import { closeWaitlist, moveUp } from './waitlist'

/** Reservations that lapse, leases that end, waiting lists of campaigns that are over, orders whose payment is not known. */
export async function nextOfGifts({ tx }: FlowContext): Promise<Due[]> {
  const lapses: Due[] = (await tx.list('reservation')).map(({ id, until }) => ({ at: secondAfter(until), run: (context) => lapse(context, id) }))
  const ends: Due[] = (await tx.list('lease')).filter(({ state }) => state === 'LIVE').map((lease) => ({ at: lease.expiresAt, run: (context) => endLease(context, lease, 'EXPIRED') }))
  const waiting = new Set((await tx.list('waitlist')).map(({ campaignId }) => campaignId))
  const closings: Due[] = (await tx.list('campaign')).filter(({ id }) => waiting.has(id)).map((campaign) => ({ at: secondAfter(campaign.closesAt), run: (context) => closeWaitlist(context, campaign) }))
  const orders: Due[] = (await tx.list('order')).flatMap((order) => (order.askAgainAt === null ? [] : [{ at: order.askAgainAt, run: (context) => askPayPartner(context, order) }]))
  return [...lapses, ...ends, ...closings, ...orders]
}

/** What is due in a campaign by now, for requests that come before the timers have run: nobody is refused for a place that is free. */
export async function settleCampaign(context: FlowContext, campaignId: string): Promise<void> {
  const { tx, now } = context
  for (const { id, until } of await tx.list('reservation', campaignId)) if (until < now) await lapse(context, id)
  for (const lease of await tx.list('lease')) if (lease.campaignId === campaignId && lease.state === 'LIVE' && lease.expiresAt <= now) await endLease(context, lease, 'EXPIRED')
}

/** K04: the place goes to the first who waits. */
async function lapse(context: FlowContext, ticketId: string): Promise<void> {
  const ticket = await context.tx.get('ticket', ticketId)
  if (!ticket) return
  await moveTicketRecord(context, ticket, { type: 'release' }, 'SYSTEM')
  await notify(context, ticket.ownerId, 'K04', {})
  await moveUp(context, ticket.campaignId)
}

/** Unused places of a lease go back (K09), or are void with it (K10): either way others may have them. */
export async function endLease(context: FlowContext, lease: LeaseRecord, state: Exclude<LeaseRecord['state'], 'LIVE'>): Promise<LeaseRecord> {
  const ended: LeaseRecord = { ...lease, state }
  await context.tx.put('lease', ended)
  await countPlaces(context.tx, lease.campaignId, { leased: lease.used - lease.size })
  await moveUp(context, lease.campaignId)
  return ended
}

/** A reservation holds through its last second. */
const secondAfter = (at: Instant): Instant => toInstant(msOf(at) + 1000)
