import { msOf } from '@/domain/dates'
import type { Env } from '../core'
import { countPlaces } from '../handlers/flow/gifts/places'
import type { Tx } from '../store/store'
import { seedData } from './persona-data'

/** Events with their reps, devices and leases, and the tickets of the gifts that the seeded covers came from. */
export async function seedEvents(tx: Tx, env: Env): Promise<void> {
  for (const event of seedData.events) await tx.put('event', event)
  for (const { id, rep } of seedData.personas) {
    // The number is known, the installation is not: the first that signs in is bound to it.
    if (rep) await tx.put('repDevice', { id, installationId: null, deviceNo: rep.deviceId, boundAt: null })
  }
  for (const lease of seedData.leases) await seedLease(tx, env, lease)
  for (const { id, records } of seedData.personas) for (const ticket of records.tickets) await seedTicket(tx, id, ticket)
}

/** Drawn in the morning, when the event opened; nothing of it is used. */
async function seedLease(tx: Tx, env: Env, { id, eventId, repId, deviceId, size, expiresAt }: (typeof seedData.leases)[number]): Promise<void> {
  const event = await tx.get('event', eventId)
  if (!event) throw new Error(`personas.json: lease ${id} is for no event`)
  const drawnWallMs = env.wallMs() - (msOf(seedData.asOf) - msOf(event.opensAt))
  await tx.put('lease', { id, ownerId: repId, eventId, campaignId: event.campaignId, deviceNo: deviceId, size, used: 0, drawnAt: event.opensAt, drawnWallMs, expiresAt, state: 'LIVE' })
  await countPlaces(tx, event.campaignId, { leased: size })
}

async function seedTicket(tx: Tx, ownerId: string, { ticketId, campaignId }: { ticketId: string; campaignId: string }): Promise<void> {
  const enrolment = (await tx.list('enrolment', ownerId)).find((candidate) => candidate.campaignId === campaignId)
  if (!enrolment) throw new Error(`personas.json: ticket ${ticketId} has no cover`)
  await countPlaces(tx, campaignId, { used: 1 })
  await tx.put('ticket', {
    id: ticketId,
    ownerId,
    campaignId,
    eventId: null,
    leaseId: null,
    repId: null,
    holdsPlace: true,
    progress: { state: 'ACTIVATED', version: 3, reservedUntil: null, flags: [], reason: null },
    scannedAt: null,
    enrolmentId: enrolment.id,
    createdAt: enrolment.acceptedAt,
  })
}
