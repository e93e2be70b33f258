import { encodeCardCode, newKeyPair, type KeyPair } from '@/domain/card-code'
import { toInstant } from '@/domain/dates'
import type { BodyOf } from '@/contract/endpoints'
import type { RepLease, ScanResult } from '@/contract/schemas/event'
import { consentIdOf } from '@mock/handlers/records'
import type { Account } from '@mock/store/entities'
import type { Reply } from './api'
import type { World } from './world'

/** The event of the seed, its campaign, its printed code, and the installation that tests bind. */
export const EVENT = 'EV-2026-01'
export const CAMPAIGN = 'CP-2026-01'
export const POSTER = 'Ev1aB3dE5fG7hJ9kL1mN2p'
export const INSTALLATION = 'install-1'
/** Drawn for the seed's rep; nothing of it is used. */
export const SEED_LEASE = 'LS-2026-0001'

/** A worker's phone: its key, certified by the server. */
export interface Card {
  personaId: string
  keys: KeyPair
  certificate: string
}

let seeds = 0
/** Random enough for a test, different for each call, the same in each run of a file. */
export const someBytes = (count: number): Uint8Array => {
  seeds += 1
  return Uint8Array.from({ length: count }, (_, at) => ((seeds * 2654435761 + at * 40503) >>> 7) & 255)
}

export async function cardOf(world: Pick<World, 'as'>, personaId: string, deviceId = 'phone-1'): Promise<Card> {
  const keys = newKeyPair(someBytes(32))
  const { certificate } = (await (await world.as(personaId))('registerDevice', { params: { deviceId }, body: { publicKey: keys.publicKey } })).ok()
  return { personaId, keys, certificate }
}

/** A fresh code, as the phone would show it at a moment of its own clock. */
export const codeOf = ({ certificate, keys }: Card, atMs: number): string => encodeCardCode({ certificate, deviceSecretKey: keys.secretKey, nowMs: atMs, nonce: someBytes(12) })

/** Binds the rep's installation, so that scans are let in. */
export async function bindRep(world: World, repId = 'rep', deviceId = INSTALLATION): Promise<void> {
  ;(await (await world.as(repId))('bindRepDevice', { params: { deviceId }, body: {} })).ok()
}

export type ScanDifferences = Partial<BodyOf<'submitScan'>> & { repId?: string; eventId?: string; key?: string }

/** Scans a code as the seed's rep, now; says only what differs. */
export async function scan(world: World, code: string, { repId = 'rep', eventId = EVENT, key, ...differences }: ScanDifferences = {}): Promise<Reply<'submitScan'>> {
  const body = { code, scannedAt: toInstant(world.wall.ms), deviceId: INSTALLATION, offline: false, ...differences }
  return (await world.as(repId))('submitScan', { params: { eventId }, body, ...(key === undefined ? {} : { key }) })
}

export async function scanned(world: World, code: string, differences: ScanDifferences = {}): Promise<ScanResult> {
  return (await scan(world, code, differences)).ok()
}

/** The seed's rep, stopped for too many people in an hour. */
export async function stopped({ store }: Pick<World, 'store'>): Promise<void> {
  await store.transact((tx) => tx.put('repStop', { id: 'rep', eventId: EVENT, at: '2026-11-23T10:00:00+08:00', members: 300, limit: 300 }))
}

/** What a worker without a card tells the rep. */
export async function whoIs({ store }: Pick<World, 'store'>, personaId: string): Promise<{ memberNo: string; name: string }> {
  const account = await store.transact((tx) => tx.get('account', personaId))
  if (!account?.membership) throw new Error(`${personaId} has no number`)
  return { memberNo: account.membership.memberNo, name: account.name }
}

/** Gives the seed's lease back and draws another one. */
export async function drawn(world: World, size: number): Promise<RepLease> {
  const rep = await world.as('rep')
  ;(await rep('returnLease', { params: { leaseId: SEED_LEASE } })).ok()
  return (await rep('drawLease', { params: { eventId: EVENT }, body: { size, deviceId: INSTALLATION } })).ok()
}

/** A signature that goes somewhere. */
export const strokes: [number, number][][] = [[[100, 100], [200, 300], [300, 120], [420, 340]], [[500, 200], [620, 380], [700, 150], [820, 300]]]

/** Sets the quota of the seed's campaign; places of leases count. */
export async function setQuota({ store }: World, quota: number, campaignId = CAMPAIGN): Promise<void> {
  await store.transact(async (tx) => {
    const campaign = await tx.get('campaign', campaignId)
    if (campaign) await tx.put('campaign', { ...campaign, quota })
  })
}

/** The seed's lease given back by nobody's hand: the whole quota is free. */
export async function withoutLease({ store }: World): Promise<void> {
  await store.transact(async (tx) => {
    const campaign = await tx.get('campaign', CAMPAIGN)
    if (campaign) await tx.put('campaign', { ...campaign, leased: 0 })
    await tx.delete('lease', SEED_LEASE)
  })
}

/** Members like the courier, by number, with C1 and nothing else. */
export async function crowd({ store }: Pick<World, 'store'>, count: number, parts: (at: number) => Partial<Account> = () => ({})): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, at) => `worker-${at}`)
  await store.transact(async (tx) => {
    const courier = await tx.get('account', 'courier')
    if (!courier) throw new Error('the seed lacks the courier')
    const c1 = await tx.get('consent', consentIdOf('courier', 'C1'))
    if (!c1) throw new Error('the courier lacks C1')
    for (const [at, id] of ids.entries()) {
      await tx.put('consent', { ...c1, id: consentIdOf(id, 'C1'), ownerId: id })
      await tx.put('account', { ...courier, id, memberRef: undefined, mobile: `138${String(at).padStart(8, '0')}`, ...parts(at) })
    }
  })
  return ids
}
