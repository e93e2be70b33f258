import { toInstant } from '@/domain/dates'
import type { BodyOf } from '@/contract/endpoints'
import type { ScanResult } from '@/contract/schemas/event'
import type { Reply } from '@tests/builders/api'
import { bindRep, CAMPAIGN, EVENT, INSTALLATION, SEED_LEASE, strokes, whoIs } from '@tests/builders/events'
import { CLAIMANT } from '@tests/builders/golden-claims'
import { consentSheet } from '@mock/handlers/sheets/on-site-consent'
import { createWorld, type World } from '@tests/builders/world'

type Differences = Partial<BodyOf<'submitEntry'>> & { key?: string }

async function entry(world: World, { key, ...differences }: Differences): Promise<Reply<'submitEntry'>> {
  const body = { memberNo: '', name: '', scannedAt: toInstant(world.wall.ms), deviceId: INSTALLATION, offline: false, ...differences }
  return (await world.as('rep'))('submitEntry', { params: { eventId: EVENT }, body, ...(key === undefined ? {} : { key }) })
}
const entered = async (world: World, differences: Differences): Promise<ScanResult> => (await entry(world, differences)).ok()

async function desk() {
  const world = await createWorld()
  await bindRep(world)
  return { world, who: await whoIs(world, CLAIMANT) }
}
const audit = async (world: World) => (await (await world.tester())('listAudit', { query: {} })).ok().items
/** What tells one answer from another. */
const told = ({ scanId: _scanId, at: _at, ...rest }: ScanResult) => rest

describe('a worker without a phone', () => {
  it('is found by number and name together, and is covered when they have signed', async () => {
    const { world, who } = await desk()
    const found = await entered(world, who)
    expect(told(found)).toEqual({ light: 'amber', code: 'ENTRY_RESERVED', repZh: '已核对,名额保留15分钟,请会员现场签名', retryable: false, nameMasked: '陈**', offline: false, ticketState: 'RESERVED', ticketStateZh: '待您确认', leaseLeft: null })
    expect(await entered(world, { ...who, strokes })).toMatchObject({ light: 'green', code: 'ACTIVATED', nameMasked: '陈**', ticketState: 'ACTIVATED' })
    const kept = await world.store.transact(async (tx) => ({ signatures: await tx.list('signature', CLAIMANT), campaign: await tx.get('campaign', CAMPAIGN) }))
    expect(kept.signatures).toHaveLength(1)
    expect(kept.campaign?.used).toBe(1)
    expect((await entered(world, who)).code).toBe('ALREADY_DONE')
  })

  it('keeps the place only for a quarter of an hour when nobody signs', async () => {
    const { world, who } = await desk()
    await entered(world, who)
    await world.move('2026-11-23T10:16:00+08:00')
    expect((await world.store.transact((tx) => tx.get('campaign', CAMPAIGN)))?.used).toBe(0)
    expect((await entered(world, { ...who, strokes })).code).toBe('ACTIVATED')
  })

  it.each<[string, (who: { memberNo: string; name: string }) => { memberNo: string; name: string }]>([
    ['spaces and other hyphens in the number', ({ memberNo, name }) => ({ memberNo: ` ${memberNo.replace(/-/g, '–')} `, name })],
    ['no hyphens, small letters', ({ memberNo, name }) => ({ memberNo: memberNo.replace(/-/g, '').toLowerCase(), name })],
    ['spaces around the name', ({ memberNo, name }) => ({ memberNo, name: ` ${name} ` })],
  ])('%s: the same worker', async (_title, typed) => {
    const { world, who } = await desk()
    expect((await entered(world, typed(who))).code).toBe('ENTRY_RESERVED')
  })

  it('answers a wrong number, a wrong name, a part of the name and another member in the same words', async () => {
    const { world, who } = await desk()
    const other = await whoIs(world, 'driver')
    const answers = [
      await entered(world, { memberNo: 'GD-0000-0000', name: who.name }),
      await entered(world, { memberNo: who.memberNo, name: '陈速' }),
      await entered(world, { memberNo: who.memberNo, name: other.name }),
      await entered(world, { memberNo: who.memberNo.slice(-4), name: who.name }),
    ]
    for (const answer of answers) expect(told(answer)).toEqual({ light: 'red', code: 'ENTRY_NO_MATCH', repZh: '会员号和姓名没有核对上,请与会员一起再核对一遍', retryable: true, nameMasked: null, offline: false, ticketState: null, ticketStateZh: null, leaseLeft: null })
  })

  it.each([['memberNo'], ['name']] as const)('is not looked up by one of the two: %s missing', async (missing) => {
    const { world, who } = await desk()
    ;(await entry(world, { ...who, [missing]: '' })).problem('VALIDATION_FAILED')
    expect((await entered(world, { ...who, [missing]: ' ' })).code).toBe('ENTRY_NO_MATCH')
  })

  it('guessing ends after five misses, also for the right pair, and goes on ten minutes later; all of it is audited', async () => {
    const { world, who } = await desk()
    for (let miss = 0; miss < 5; miss += 1) expect((await entered(world, { ...who, name: `陈${miss}` })).code).toBe('ENTRY_NO_MATCH')
    expect(told(await entered(world, { ...who, name: '陈九' }))).toEqual(told(await entered(world, who)))
    expect((await entered(world, who)).code).toBe('ENTRY_TOO_OFTEN')
    world.wall.ms += 600_000
    expect((await entered(world, who)).code).toBe('ENTRY_RESERVED')
    const lines = await audit(world)
    expect(lines).toHaveLength(9)
    expect(lines.every(({ entered: by, deviceId, repZh }) => by && deviceId === INSTALLATION && repZh === '邓**')).toBe(true)
    expect(lines.filter(({ memberZh }) => memberZh !== null)).toHaveLength(1)
  })

  it('tells a phone that is not bound nothing, whatever was typed', async () => {
    const { world, who } = await desk()
    const answers = [await entered(world, { ...who, deviceId: 'stolen-1' }), await entered(world, { ...who, name: '某人', deviceId: 'stolen-1' })]
    expect(answers.map(told)).toEqual([told(answers[0] ?? fail()), told(answers[0] ?? fail())])
    expect(answers[0]?.code).toBe('REP_DEVICE_MISMATCH')
  })

  it('is not the rep', async () => {
    const { world } = await desk()
    expect(await entered(world, await whoIs(world, 'rep'))).toMatchObject({ code: 'SELF_SCAN', nameMasked: null })
  })

  it('a dot is no signature, and a clock that is off is told before anybody signs for nothing', async () => {
    const { world, who } = await desk()
    expect((await entered(world, { ...who, strokes: [[[1, 1]]] })).code).toBe('MEMBER_NOT_CONFIRMED')
    expect((await entered(world, { ...who, scannedAt: toInstant(world.wall.ms - 100_000) })).code).toBe('CLOCK_SKEW')
    expect((await entered(world, { ...who, scannedAt: toInstant(world.wall.ms - 301_000) })).code).toBe('CLOCK_WRONG')
  })

  it('who cannot draw types the name as it is registered, and the paper says that it was typed; another name is no signature', async () => {
    const { world, who } = await desk()
    expect((await entered(world, { ...who, typedName: '陈速' })).code).toBe('MEMBER_NOT_CONFIRMED')
    expect(await entered(world, { ...who, typedName: ` ${who.name} ` })).toMatchObject({ light: 'green', code: 'ACTIVATED' })
    const [kept] = await world.store.transact((tx) => tx.list('signature', CLAIMANT))
    expect(kept).toMatchObject({ typedName: ` ${who.name} ` })
    expect((await audit(world)).find(({ signed }) => signed)).toBeDefined()
    const drawn = consentSheet({ titleZh: '授权', version: '1.0', nameMasked: '陈**', at: '2026-11-23T10:00:00+08:00', signature: { typedName: who.name } })
    expect(drawn.blocks).toContainEqual({ kind: 'typed', labelZh: '会员签名（以输入姓名代签）', nameZh: who.name, linesZh: [expect.any(String)] })
  })

  it('answers the same key with the same bytes', async () => {
    const { world, who } = await desk()
    const [one, two] = [await entry(world, { ...who, strokes, key: 'entry-1' }), await entry(world, { ...who, strokes, key: 'entry-1' })]
    expect(two.text).toBe(one.text)
    expect(one.ok().code).toBe('ACTIVATED')
  })
})

describe('entered without a network', () => {
  const queued = { offline: true, leaseId: SEED_LEASE, clockSkewMs: 0 }
  it('comes with its signature, and takes a place of the lease', async () => {
    const { world, who } = await desk()
    ;(await entry(world, { ...who, ...queued })).problem('VALIDATION_FAILED')
    expect(await entered(world, { ...who, ...queued, strokes })).toMatchObject({ light: 'green', code: 'ACTIVATED', offline: true, leaseLeft: 49 })
  })
  it('a typed name is a signature too', async () => {
    const { world, who } = await desk()
    expect(await entered(world, { ...who, ...queued, typedName: who.name })).toMatchObject({ light: 'green', code: 'ACTIVATED', offline: true })
  })

  it('without a word of its clock is flagged, not activated', async () => {
    const { world, who } = await desk()
    expect(await entered(world, { ...who, ...queued, clockSkewMs: undefined, strokes })).toMatchObject({ light: 'amber', code: 'CLOCK_SKEW' })
  })

  it('what does not belong together is told when the phone is back', async () => {
    const { world, who } = await desk()
    expect(await entered(world, { ...who, name: '陈错', ...queued, strokes })).toMatchObject({ light: 'red', code: 'ENTRY_NO_MATCH', nameMasked: null })
  })

  it('waits while too many have missed: no verdict, and the same key is accepted later', async () => {
    const { world, who } = await desk()
    for (let miss = 0; miss < 5; miss += 1) await entered(world, { ...who, name: `陈${miss}` })
    const item = { ...who, ...queued, strokes, scannedAt: toInstant(world.wall.ms), key: 'waits' }
    expect((await entry(world, item)).problem('RATE_LIMITED')).toMatchObject({ retryAfterSeconds: 600 })
    world.wall.ms += 600_000
    expect((await entered(world, item)).code).toBe('ACTIVATED')
  })
})

function fail(): never {
  throw new Error('no answer')
}
