import { msOf, toInstant, type Instant } from '@/domain/dates'
import data from './data/gift-codes.json'
import { giftCodes } from './gift-codes'
import { Refusal } from './refusal'
import type { TicketActor, TicketEvent, TicketEventType, TicketMove, TicketProgress, TicketState } from './ticket-types'

/** One row of gift-codes.json `ticketTransitions`. `from` null: the ticket does not exist yet. */
export interface TicketRow {
  id: string
  event: string
  from: readonly (string | null)[]
  to: string
  actor: readonly string[]
}
export const ticketRows: readonly TicketRow[] = data.ticketTransitions

export const ticketRow = (event: TicketEventType): TicketRow => {
  const row = ticketRows.find((candidate) => candidate.event === event)
  if (!row) throw new Error(`gift-codes.json has no event ${event}`)
  return row
}

/**
 * One step of a ticket (K01 to K10). Pure; quota, eligibility and nonces are the caller's guards, times and confirmation are kept here.
 * @throws Refusal TICKET_STATE_CONFLICT with state and version for an event that is not listed for the state or whose guard fails,
 *   FORBIDDEN for the wrong actor
 */
export function moveTicket(ticket: TicketProgress | null, event: TicketEvent, actor: TicketActor, now: Instant): TicketMove {
  const row = ticketRow(event.type)
  if (!row.from.includes(ticket?.state ?? null)) throw conflict(ticket)
  if (!row.actor.includes(actor)) throw new Refusal('FORBIDDEN')
  if (!isTicketState(row.to)) throw new Error(`gift-codes.json: ${row.id} leads to ${row.to}`)
  const before = ticket ?? fresh
  if (!mayHappen(before, event, now)) throw conflict(ticket)
  return { ticket: { ...before, reservedUntil: null, ...changeOf(before, event, actor, now), state: row.to, version: before.version + 1 }, transition: row.id }
}

const fresh: TicketProgress = { state: 'ISSUED', version: 0, reservedUntil: null, flags: [], reason: null }

function mayHappen(ticket: TicketProgress, event: TicketEvent, now: Instant): boolean {
  const { reservedUntil, flags } = ticket
  const skewed = flags.includes('CLOCK_SKEW')
  switch (event.type) {
    case 'activate':
      return reservedUntil !== null && now <= reservedUntil && !(event.confirmedBy === 'SIGNATURE' && skewed)
    case 'release':
      return reservedUntil !== null && now > reservedUntil
    case 'syncActivate':
      return event.signed && !skewed
    case 'issue':
    case 'reserve':
    case 'scanOffline':
    case 'syncReserve':
    case 'syncRefuse':
    case 'expireUnused':
    case 'void':
      return true
    default:
      return unreachable(event)
  }
}

function changeOf(ticket: TicketProgress, event: TicketEvent, actor: TicketActor, now: Instant): Partial<TicketProgress> {
  const { reserveMinutes, waitlistReserveHours, offlineReserveDays } = giftCodes.limits
  switch (event.type) {
    case 'reserve':
      return { reservedUntil: after(now, actor === 'SYSTEM' ? waitlistReserveHours * 60 : reserveMinutes), flags: event.clockSkew ? withSkew(ticket) : ticket.flags }
    case 'scanOffline':
      return { flags: event.clockSkew ? withSkew(ticket) : ticket.flags }
    case 'syncReserve':
      return { reservedUntil: after(now, offlineReserveDays * 24 * 60) }
    case 'syncRefuse':
      return { reason: event.code }
    case 'void':
      return { reason: event.causeZh }
    case 'issue':
    case 'activate':
    case 'release':
    case 'syncActivate':
    case 'expireUnused':
      return {}
    default:
      return unreachable(event)
  }
}

const withSkew = ({ flags }: TicketProgress): string[] => [...new Set([...flags, 'CLOCK_SKEW'])]
const after = (now: Instant, minutes: number): Instant => toInstant(msOf(now) + minutes * 60_000)
const isTicketState = (text: string): text is TicketState => giftCodes.ticketStates.some(({ id }) => id === text)

const conflict = (ticket: TicketProgress | null): Refusal =>
  new Refusal('TICKET_STATE_CONFLICT', undefined, {}, ticket ? { state: ticket.state, version: ticket.version } : {})

const unreachable = (event: never): never => {
  throw new Error(`not an event: ${JSON.stringify(event)}`)
}
