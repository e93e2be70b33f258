import data from '@mock/rules/data/gift-codes.json'
import { Refusal } from '@mock/rules/refusal'
import { moveTicket, ticketRows } from '@mock/rules/ticket-machine'
import type { TicketActor, TicketEvent, TicketEventType, TicketProgress, TicketState } from '@mock/rules/ticket-types'

const NOW = '2026-11-23T10:00:00+08:00'
const SOON = '2026-11-23T10:10:00+08:00'
const PAST = '2026-11-23T09:59:59+08:00'

const states: (TicketState | null)[] = [null, 'ISSUED', 'RESERVED', 'SCANNED_OFFLINE', 'ACTIVATED', 'EXPIRED', 'CONFLICT', 'VOID']
/** Each event as it may happen: with it, only state and actor can stand against it. */
const events: Record<TicketEventType, TicketEvent> = {
  issue: { type: 'issue' },
  reserve: { type: 'reserve' },
  activate: { type: 'activate', confirmedBy: 'PHONE' },
  release: { type: 'release' },
  scanOffline: { type: 'scanOffline', clockSkew: false },
  syncReserve: { type: 'syncReserve' },
  syncActivate: { type: 'syncActivate', signed: true },
  syncRefuse: { type: 'syncRefuse', code: 'ALREADY_GIFTED' },
  expireUnused: { type: 'expireUnused' },
  void: { type: 'void', causeZh: '活动取消' },
}
const actors: TicketActor[] = ['MEMBER', 'REP', 'SYSTEM', 'SPONSOR']

const ticketIn = (state: TicketState | null, parts: Partial<TicketProgress> = {}): TicketProgress | null =>
  state && { state, version: 4, reservedUntil: state === 'RESERVED' ? SOON : null, flags: [], reason: null, ...parts }
/** What the reservation has to be for the event: over for its release, running for everything else. */
const ready = (state: TicketState | null, type: TicketEventType): TicketProgress | null => ticketIn(state, type === 'release' && state === 'RESERVED' ? { reservedUntil: PAST } : {})

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'moved'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const types = Object.keys(events).filter((type): type is TicketEventType => type in events)
const rowOf = (type: TicketEventType) => data.ticketTransitions.find(({ event }) => event === type)
const listed = types.flatMap((type) => (rowOf(type)?.from ?? []).flatMap((from) => (rowOf(type)?.actor ?? []).map((actor) => [rowOf(type)?.id, type, from, actor] as const)))

it('knows every transition of the file and no other', () => {
  expect(ticketRows.map(({ event }) => event).sort()).toEqual([...types].sort())
})

it.each(listed)('%s %s from %s by %s', (id, type, from, actor) => {
  const state = states.find((candidate) => candidate === from) ?? null
  const by = actors.find((candidate) => candidate === actor)
  if (!by) throw new Error(`no actor ${actor}`)
  const { ticket, transition } = moveTicket(ready(state, type), events[type], by, NOW)
  expect([transition, ticket.state]).toEqual([id, rowOf(type)?.to])
  expect(ticket.version).toBe(state === null ? 1 : 5)
})

it.each(types.flatMap((type) => states.filter((state) => !rowOf(type)?.from.includes(state as never)).map((state) => [type, state] as const)))('refuses %s in %s', (type, state) => {
  const refused = codeOf(() => moveTicket(ready(state, type), events[type], 'SYSTEM', NOW))
  expect(refused).toBe('TICKET_STATE_CONFLICT')
})

it.each(types.flatMap((type) => actors.filter((actor) => !rowOf(type)?.actor.includes(actor)).map((actor) => [type, actor] as const)))('does not let %s be done by %s', (type, actor) => {
  const from = states.find((state) => rowOf(type)?.from.includes(state as never)) ?? null
  expect(codeOf(() => moveTicket(ready(from, type), events[type], actor, NOW))).toBe('FORBIDDEN')
})

describe('guards', () => {
  it.each<[string, TicketProgress | null, TicketEvent, TicketActor, string]>([
    ['a confirmation in the last second counts', ticketIn('RESERVED', { reservedUntil: NOW }), events.activate, 'MEMBER', 'moved'],
    ['a confirmation after it does not', ticketIn('RESERVED', { reservedUntil: PAST }), events.activate, 'MEMBER', 'TICKET_STATE_CONFLICT'],
    ['a place is not released in its last second', ticketIn('RESERVED', { reservedUntil: NOW }), events.release, 'SYSTEM', 'TICKET_STATE_CONFLICT'],
    ['a signature with clocks that agree', ticketIn('RESERVED'), { type: 'activate', confirmedBy: 'SIGNATURE' }, 'MEMBER', 'moved'],
    ['no signature with clocks that do not', ticketIn('RESERVED', { flags: ['CLOCK_SKEW'] }), { type: 'activate', confirmedBy: 'SIGNATURE' }, 'MEMBER', 'TICKET_STATE_CONFLICT'],
    ['the own phone always', ticketIn('RESERVED', { flags: ['CLOCK_SKEW'] }), events.activate, 'MEMBER', 'moved'],
    ['no activation from the queue without a signature', ticketIn('SCANNED_OFFLINE'), { type: 'syncActivate', signed: false }, 'SYSTEM', 'TICKET_STATE_CONFLICT'],
    ['none with clocks that disagree', ticketIn('SCANNED_OFFLINE', { flags: ['CLOCK_SKEW'] }), events.syncActivate, 'SYSTEM', 'TICKET_STATE_CONFLICT'],
  ])('%s', (_title, ticket, event, actor, expected) => {
    expect(codeOf(() => moveTicket(ticket, event, actor, NOW))).toBe(expected)
  })
})

describe('what a move leaves', () => {
  it.each<[string, TicketState, TicketEvent, TicketActor, Partial<TicketProgress>]>([
    ['15 minutes for a member', 'ISSUED', events.reserve, 'MEMBER', { reservedUntil: '2026-11-23T10:15:00+08:00' }],
    ['15 minutes after a scan', 'ISSUED', { type: 'reserve', clockSkew: true }, 'REP', { reservedUntil: '2026-11-23T10:15:00+08:00', flags: ['CLOCK_SKEW'] }],
    ['24 hours for the first of the waiting list', 'ISSUED', events.reserve, 'SYSTEM', { reservedUntil: '2026-11-24T10:00:00+08:00' }],
    ['7 days after a scan without a network', 'SCANNED_OFFLINE', events.syncReserve, 'SYSTEM', { reservedUntil: '2026-11-30T10:00:00+08:00' }],
    ['nothing reserved once it is taken up', 'RESERVED', events.activate, 'MEMBER', { reservedUntil: null }],
    ['the failing code', 'SCANNED_OFFLINE', events.syncRefuse, 'SYSTEM', { reason: 'ALREADY_GIFTED' }],
    ['the cause', 'RESERVED', events.void, 'SPONSOR', { reason: '活动取消', reservedUntil: null }],
    ['the flag of the clocks', 'ISSUED', { type: 'scanOffline', clockSkew: true }, 'REP', { flags: ['CLOCK_SKEW'] }],
  ])('%s', (_title, state, event, actor, expected) => {
    expect(moveTicket(ticketIn(state), event, actor, NOW).ticket).toMatchObject(expected)
  })

  it('says in the refusal where the ticket stands', () => {
    try {
      moveTicket(ticketIn('ACTIVATED'), events.reserve, 'MEMBER', NOW)
      throw new Error('moved')
    } catch (error) {
      expect(error).toMatchObject({ code: 'TICKET_STATE_CONFLICT', extra: { state: 'ACTIVATED', version: 4 } })
    }
  })
})
