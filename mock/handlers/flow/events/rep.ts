import { localDateOf, type Instant } from '@/domain/dates'
import { Refusal } from '../../../rules/refusal'
import type { EventRecord, LeaseRecord, RepDeviceRecord, ScanRecord } from '../../../store/entities'
import type { Tx } from '../../../store/store'

export async function eventOf(tx: Tx, eventId: string): Promise<EventRecord> {
  const event = await tx.get('event', eventId)
  if (!event) throw new Refusal('NOT_FOUND')
  return event
}

/** An event of a rep who is assigned to it. @throws NOT_FOUND, REP_NOT_ASSIGNED */
export async function assignedEvent(tx: Tx, eventId: string, repId: string): Promise<EventRecord> {
  const event = await eventOf(tx, eventId)
  if (!event.repIds.includes(repId)) throw new Refusal('REP_NOT_ASSIGNED')
  return event
}

/** Binding of a rep to the installation that asks. @throws REP_DEVICE_MISMATCH */
export async function boundDevice(tx: Tx, repId: string, deviceId: string): Promise<RepDeviceRecord> {
  const device = await tx.get('repDevice', repId)
  if (!device || device.installationId !== deviceId) throw new Refusal('REP_DEVICE_MISMATCH')
  return device
}

/** The newest lease of a rep for an event, live or not. */
export async function leaseOf(tx: Tx, repId: string, eventId: string): Promise<LeaseRecord | undefined> {
  const leases = (await tx.list('lease', repId)).filter((lease) => lease.eventId === eventId)
  return leases[leases.length - 1]
}

/** Members whom a rep has served, each once however often they were scanned; on a day, or ever. */
export function servedBy(scans: readonly ScanRecord[], repId: string, on: Instant | null): number {
  const served = scans.filter((scan) => scan.repId === repId && scan.ticketId !== null && scan.light !== 'red' && (on === null || localDateOf(scan.at) === localDateOf(on)))
  return new Set(served.map(({ ticketId }) => ticketId)).size
}

/** One scan a person, the first of a list that is newest first. Of whom nobody knows who it was, each counts. */
export function latestOfEach(newestFirst: readonly ScanRecord[]): ScanRecord[] {
  const known = new Set<string>()
  return newestFirst.filter(({ memberId }) => {
    if (memberId === null) return true
    if (known.has(memberId)) return false
    known.add(memberId)
    return true
  })
}
