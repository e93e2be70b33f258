import { encodeCardCode, newKeyPair, signDeviceCertificate, type KeyPair } from '@/domain/card-code'
import { msOf, toInstant } from '@/domain/dates'
import { createBank } from '@mock/partners/bank'
import type { BodyOf } from '@/contract/endpoints'
import type { ScanResult } from '@/contract/schemas/event'
import { createCore, META_ID, openSession, setClock, type Core, type Env } from '@mock/core'
import { handlers, tick } from '@mock/handlers'
import { deviceKeyName } from '@mock/handlers/flow/events/card-keys'
import { consentIdOf } from '@mock/handlers/records'
import { judgeSkew } from '@mock/rules/clock-skew'
import { createMemoryFiles } from '@mock/store/memory-files'
import { createMemoryStore } from '@mock/store/memory'
import type { Account } from '@mock/store/entities'
import type { Store } from '@mock/store/store'
import { api, type Api } from '@tests/builders/api'
import { anAccount } from '@tests/builders/core'
import { strokes } from '@tests/builders/events'

/** A day at an event, small enough to be played hundreds of times: three reps with phones, a handful of workers, few places. */
export const REPS = ['rep-0', 'rep-1', 'rep-2']
export const WORKERS = ['w-0', 'w-1', 'w-2', 'w-3', 'w-4', 'w-5']
const START = '2026-11-23T10:00:00+08:00'
const WALL = 1_760_000_000_000
const CAMPAIGN = 'CP-sim'
const EVENT = 'EV-sim'

// Made once: keys and certificates cost more than everything else.
const bytes = (seed: number, count: number): Uint8Array => Uint8Array.from({ length: count }, (_, at) => (seed * 37 + at * 101 + ((seed * at) >> 3)) & 255)
const server = newKeyPair(bytes(1, 32))
const phones = new Map(
  WORKERS.map((id, at): [string, { keys: KeyPair; certificate: string }] => {
    const keys = newKeyPair(bytes(at + 2, 32))
    return [id, { keys, certificate: signDeviceCertificate(server.secretKey, { memberRef: `ref-${id}`, deviceKey: keys.publicKey, expiresMs: WALL + 7 * 86_400_000 }) }]
  }),
)

type Item = { key: string; body: BodyOf<'submitScan'>; scan: number }
/** What a scan came to. The rep's own phone may have refused it before anything was sent. */
export type End = { by: 'phone' | 'server'; light: ScanResult['light']; code: string; words: string }

class RepPhone {
  clockMs = 0
  online = true
  /** Survives a kill. */
  queue: Item[] = []
  /** Dies with the app. */
  codesSeen = new Set<string>()
  lease: { leaseId: string; left: number } | null = null
  constructor(readonly id: string, readonly call: Api) {}
}

export class Day {
  readonly wall = { ms: WALL }
  readonly ends = new Map<number, End>()
  readonly codes: string[] = []
  scans = 0
  sent = 0
  private keys = 0
  private nonces = 0

  private constructor(readonly store: Store, readonly core: Core, readonly env: Env, readonly quota: number, readonly reps: RepPhone[], private readonly members: Map<string, Api>) {}

  static async begin(quota: number): Promise<Day> {
    const wall = { ms: WALL }
    let counter = 0
    const env: Env = { wallMs: () => wall.ms, randomBytes: (count) => bytes((counter += 1), count).map((byte, at) => (at < 4 ? (counter >> (at * 8)) & 255 : byte)), testMode: true, smsCode: '202507', bank: createBank(), log: (line) => { throw new Error(line) } }
    const store = createMemoryStore()
    const core = createCore({ store, files: createMemoryFiles(), env, handlers })
    const tokens = await store.transact(async (tx) => {
      await setClock(tx, env, msOf(START))
      const meta = await tx.get('meta', META_ID)
      if (meta) await tx.put('meta', { ...meta, ranTo: START, keyPair: `${server.publicKey}.${server.secretKey}` })
      await tx.put('campaign', { id: CAMPAIGN, nameZh: '模拟赠送', sponsor: '示例工会', fundSource: '互助会', planId: 'P1', targetGroups: ['NEW_EMPLOYMENT'], regions: ['44'], quota, used: 0, leased: 0, perRepQuota: 50, opensAt: START, closesAt: '2026-12-20T23:59:59+08:00', ageMin: 16, ageMax: 59, medicalInsurance: ['RESIDENT'], noRegift: true })
      await tx.put('event', { id: EVENT, campaignId: CAMPAIGN, placeZh: '示例驿站', opensAt: START, closesAt: '2026-11-23T18:00:00+08:00', repIds: REPS, posterCode: 'S'.repeat(22) })
      const all: [string, string][] = []
      for (const id of REPS) {
        await tx.put('account', { ...anAccount(), id, roles: ['MEMBER', 'REP'] })
        await tx.put('repDevice', { id, installationId: `phone-of-${id}`, deviceNo: `DEV-${id}`, boundAt: START })
        all.push([id, (await openSession(tx, env, id, ['MEMBER', 'REP'])).accessToken])
      }
      for (const id of WORKERS) {
        await tx.put('account', worker(id))
        await tx.claimKey(`memberRef:ref-${id}`, id)
        const publicKey = phones.get(id)?.keys.publicKey ?? ''
        await tx.claimKey(deviceKeyName(publicKey), `${id}:phone`)
        await tx.put('consent', { id: consentIdOf(id, 'C1'), ownerId: id, consentId: 'C1', version: '1.0', granted: true, standing: null, at: START, claimId: null })
        all.push([id, (await openSession(tx, env, id, ['MEMBER'])).accessToken])
      }
      // A day is longer than a token; refreshing it is another test's affair.
      for (const session of await tx.list('session')) await tx.put('session', { ...session, accessExpiresMs: WALL + 30 * 86_400_000 })
      return new Map(all)
    })
    const callOf = (id: string): Api => api(core, tokens.get(id))
    const day = new Day(store, core, env, quota, REPS.map((id) => new RepPhone(id, callOf(id))), new Map(WORKERS.map((id) => [id, callOf(id)])))
    Object.assign(day, { wall })
    return day
  }

  rep(at: number): RepPhone {
    const rep = this.reps[at % this.reps.length]
    if (!rep) throw new Error('no rep')
    return rep
  }

  /** The code that a worker's phone shows, or showed `ageMs` ago: a picture of the screen. */
  codeOf(worker: number, ageMs: number): string {
    const phone = phones.get(WORKERS[worker % WORKERS.length] ?? '')
    if (!phone) throw new Error('no phone')
    const code = encodeCardCode({ certificate: phone.certificate, deviceSecretKey: phone.keys.secretKey, nowMs: this.wall.ms - ageMs, nonce: bytes((this.nonces += 1) + 9, 12) })
    this.codes.push(code)
    return code
  }

  /** A rep scans: what the phone judges alone, then the queue first, then the network. */
  async scan(rep: RepPhone, code: string, madeAgoMs: number, signed: boolean, line: 'good' | 'lost before' | 'lost after'): Promise<void> {
    const scan = (this.scans += 1)
    const phoneNow = this.wall.ms + rep.clockMs
    if (judgeSkew(phoneNow - (this.wall.ms - madeAgoMs)) === 'refused') return this.end(scan, { by: 'phone', light: 'red', code: 'CLOCK_WRONG', words: '请校准手机时间' })
    const body = { code, scannedAt: toInstant(phoneNow), deviceId: `phone-of-${rep.id}`, offline: false, ...(signed ? { strokes } : {}) }
    if (rep.online) {
      const item = { key: this.key(rep), body, scan }
      rep.queue.push(item)
      if (line === 'good') return this.send(rep, item)
      if (line === 'lost after') await rep.call('submitScan', { params: { eventId: EVENT }, body, key: item.key }).then(() => (this.sent += 1))
      rep.online = false
      rep.queue.pop()
    }
    if (rep.codesSeen.has(code)) return this.end(scan, { by: 'phone', light: 'red', code: 'CODE_USED', words: '此码已扫过' })
    if (!rep.lease || rep.lease.left === 0) return this.end(scan, { by: 'phone', light: 'red', code: 'LEASE_EXHAUSTED', words: '本机离线名额已用完,请联网补充' })
    rep.lease.left -= 1
    rep.codesSeen.add(code)
    rep.queue.push({ key: this.key(rep), body: { ...body, offline: true, leaseId: rep.lease.leaseId, clockSkewMs: Math.abs(rep.clockMs) }, scan })
  }

  /** The app dies: what was only in its memory is gone, the queue is not. */
  kill(rep: RepPhone): void {
    rep.codesSeen = new Set()
  }

  async flip(rep: RepPhone): Promise<void> {
    rep.online = !rep.online
    if (rep.online) await this.sync(rep)
  }

  /** In the order of scanning, with the keys that the items were queued with. */
  async sync(rep: RepPhone, twice = false): Promise<void> {
    for (const item of [...rep.queue]) {
      if (twice) await rep.call('submitScan', { params: { eventId: EVENT }, body: item.body, key: item.key }).then(() => (this.sent += 1))
      await this.send(rep, item, twice)
    }
  }

  async draw(rep: RepPhone, size: number): Promise<void> {
    if (!rep.online) return
    const reply = await rep.call('drawLease', { params: { eventId: EVENT }, body: { size, deviceId: `phone-of-${rep.id}` } })
    if (reply.status === 201) rep.lease = reply.ok()
  }

  async giveBack(rep: RepPhone): Promise<void> {
    if (!rep.online || !rep.lease) return
    if ((await rep.call('returnLease', { params: { leaseId: rep.lease.leaseId } })).status === 200) rep.lease = null
  }

  async lose(rep: RepPhone): Promise<void> {
    if (!rep.lease) return
    const { accessToken } = (await api(this.core)('openTesterSession', { body: {} })).ok()
    ;(await api(this.core, accessToken)('revokeLease', { params: { leaseId: rep.lease.leaseId }, body: {} })).ok()
  }

  /** A worker answers on their own phone: confirms, or takes a place by the poster. */
  async confirm(worker: number): Promise<void> {
    await this.members.get(WORKERS[worker % WORKERS.length] ?? '')?.('createEnrolment', { body: { campaignId: CAMPAIGN, consents: [] } })
  }

  async wait(seconds: number): Promise<void> {
    this.wall.ms += seconds * 1000
    await tick(this.store, this.env)
  }

  private key(rep: RepPhone): string {
    return `${rep.id}-${(this.keys += 1)}`
  }

  private async send(rep: RepPhone, item: Item, replayed = false): Promise<void> {
    const reply = await rep.call('submitScan', { params: { eventId: EVENT }, body: item.body, key: item.key })
    if (!replayed) this.sent += 1
    rep.queue = rep.queue.filter(({ key }) => key !== item.key)
    const { light, code, repZh } = reply.ok()
    this.end(item.scan, { by: 'server', light, code, words: repZh })
  }

  private end(scan: number, end: End): void {
    if (this.ends.has(scan)) throw new Error(`scan ${scan} ended twice`)
    this.ends.set(scan, end)
  }
}

const worker = (id: string): Account => ({
  ...anAccount(),
  id,
  memberRef: `ref-${id}`,
  name: '陈某某',
  birthDate: '1990-01-01',
  // One of them is not in the group, one has retired: refusals have to happen too.
  groups: id === 'w-4' ? ['GENERAL'] : ['NEW_EMPLOYMENT'],
  union: { nameZh: '示例工会', pathZh: [], cityCode: '4401' },
  membership: { memberNo: `GD-0000-9${id.slice(2)}`, memberType: 'NEW_EMPLOYMENT', platform: null, status: 'NORMAL', joinedOn: '2026-01-01', dataAsOf: START },
  realNameVerified: true,
  medicalInsurance: 'RESIDENT',
  employment: id === 'w-5' ? 'RETIRED' : 'EMPLOYED',
})

/** What the server keeps, and what must hold of it at any moment. */
export async function mustHold(day: Day): Promise<void> {
  const kept = await day.store.transact(async (tx) => ({
    campaign: await tx.get('campaign', CAMPAIGN),
    tickets: await tx.list('ticket'),
    leases: await tx.list('lease'),
    enrolments: await tx.list('enrolment'),
    reservations: await tx.list('reservation'),
  }))
  const holding = kept.tickets.filter(({ holdsPlace }) => holdsPlace)
  const leased = kept.leases.filter(({ state }) => state === 'LIVE').reduce((sum, { size, used }) => sum + size - used, 0)
  expect(kept.campaign).toMatchObject({ used: holding.length, leased })
  expect(holding.length + leased).toBeLessThanOrEqual(day.quota)
  expect(kept.leases.every(({ size, used }) => used >= 0 && used <= size)).toBe(true)
  expect(new Set(holding.map(({ ownerId }) => ownerId)).size).toBe(holding.length)
  expect(new Set(kept.enrolments.map(({ ownerId }) => ownerId)).size).toBe(kept.enrolments.length)
  expect(kept.enrolments.length).toBe(kept.tickets.filter(({ progress }) => progress.state === 'ACTIVATED').length)
  expect(kept.reservations.map(({ id }) => id).sort()).toEqual(kept.tickets.filter(({ progress }) => progress.state === 'RESERVED').map(({ id }) => id).sort())
}
