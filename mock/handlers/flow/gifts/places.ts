import type { Instant } from '@/domain/dates'
import { Refusal } from '../../../rules/refusal'
import { moveTicket } from '../../../rules/ticket-machine'
import type { TicketActor, TicketEvent, TicketState } from '../../../rules/ticket-types'
import type { CampaignRecord, TicketRecord } from '../../../store/entities'
import type { Tx } from '../../../store/store'
import type { FlowContext } from '../context'

/** Places that nobody holds: neither a ticket nor the lease of a device. */
export const placesLeft = ({ quota, used, leased }: CampaignRecord): number => Math.max(0, quota - used - leased)

export async function campaignOf(tx: Tx, campaignId: string): Promise<CampaignRecord> {
  const campaign = await tx.get('campaign', campaignId)
  if (!campaign) throw new Refusal('NOT_FOUND')
  return campaign
}

/** The one place where the counters of a campaign change. @throws Error where they would leave 0 … quota: a defect, the request rolls back */
export async function countPlaces(tx: Tx, campaignId: string, change: { used?: number; leased?: number }): Promise<void> {
  const campaign = await campaignOf(tx, campaignId)
  const used = campaign.used + (change.used ?? 0)
  const leased = campaign.leased + (change.leased ?? 0)
  if (used < 0 || leased < 0 || used + leased > campaign.quota) throw new Error(`places of ${campaignId}: ${used} + ${leased} of ${campaign.quota}`)
  await tx.put('campaign', { ...campaign, used, leased })
}

/** States in which a ticket holds a place of the quota. */
const holding: readonly TicketState[] = ['RESERVED', 'SCANNED_OFFLINE', 'ACTIVATED']

export interface NewTicket {
  ownerId: string
  campaignId: string
  eventId: string | null
  repId: string | null
  /** Where the place is to come from first; null: only from what is free. */
  leaseId: string | null
  scannedAt: Instant | null
}

/** K01. The place itself is taken when the ticket begins to hold one. */
export async function issueTicket({ tx, now }: FlowContext, parts: NewTicket): Promise<TicketRecord> {
  const number = 100_000 + (await tx.next('ticket'))
  const { ticket } = moveTicket(null, { type: 'issue' }, 'SYSTEM', now)
  return { ...parts, id: `TK-${now.slice(0, 4)}-${number}`, holdsPlace: false, progress: ticket, enrolmentId: null, createdAt: now }
}

/**
 * Moves a ticket through the machine and stores it with what follows: its place is taken in the same unit of work or given back.
 * A ticket that must hold a place and finds none stays without (only an offline scan may, on its way to the refusal).
 * @throws QUOTA_EXHAUSTED where a reservation finds no place
 */
export async function moveTicketRecord({ tx, now }: FlowContext, record: TicketRecord, event: TicketEvent, actor: TicketActor): Promise<TicketRecord> {
  const { ticket } = moveTicket(record.progress, event, actor, now)
  const wanted = holding.includes(ticket.state)
  const moved: TicketRecord = { ...record, progress: ticket }
  if (wanted && !record.holdsPlace) Object.assign(moved, await takePlace(tx, record))
  if (!wanted && record.holdsPlace) {
    await countPlaces(tx, record.campaignId, { used: -1 })
    moved.holdsPlace = false
  }
  if (wanted && !moved.holdsPlace && event.type !== 'scanOffline') throw new Refusal('QUOTA_EXHAUSTED')
  await tx.put('ticket', moved)
  if (ticket.reservedUntil === null) await tx.delete('reservation', record.id)
  else await tx.put('reservation', { id: record.id, ownerId: record.campaignId, eventId: record.eventId, until: ticket.reservedUntil })
  return moved
}

/** From the lease while it lives and has places, else from what is free. `leaseId` then names what was really used. */
async function takePlace(tx: Tx, { campaignId, leaseId }: TicketRecord): Promise<Pick<TicketRecord, 'holdsPlace' | 'leaseId'>> {
  const lease = leaseId === null ? undefined : await tx.get('lease', leaseId)
  if (lease && lease.state === 'LIVE' && lease.used < lease.size) {
    await tx.put('lease', { ...lease, used: lease.used + 1 })
    await countPlaces(tx, campaignId, { used: 1, leased: -1 })
    return { holdsPlace: true, leaseId }
  }
  if (placesLeft(await campaignOf(tx, campaignId)) === 0) return { holdsPlace: false, leaseId }
  await countPlaces(tx, campaignId, { used: 1 })
  return { holdsPlace: true, leaseId: null }
}

/** The newest ticket of a member in a campaign. */
export async function ticketOf(tx: Tx, ownerId: string, campaignId: string): Promise<TicketRecord | undefined> {
  const tickets = (await tx.list('ticket', ownerId)).filter((ticket) => ticket.campaignId === campaignId)
  return tickets[tickets.length - 1]
}
