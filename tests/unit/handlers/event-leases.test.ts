import { toInstant } from '@/domain/dates'
import { bindRep, CAMPAIGN, cardOf, codeOf, drawn, EVENT, INSTALLATION, scan, scanned, SEED_LEASE, setQuota, strokes } from '@tests/builders/events'
import { CLAIMANT } from '@tests/builders/golden-claims'
import { createWorld, type World } from '@tests/builders/world'

const campaignOf = async ({ store }: World) => store.transact(async (tx) => tx.get('campaign', CAMPAIGN))
const messagesOf = async (world: World, id: string) => (await (await world.as(id))('listMessages', { query: {} })).ok().items

/** A rep in a basement: the phone of the courier, scans that wait. */
async function basement(size = 20) {
  const world = await createWorld()
  await bindRep(world)
  const { leaseId } = await drawn(world, size)
  const card = await cardOf(world, CLAIMANT)
  /** What the queue sends later for a scan of now. */
  const queued = (code: string) => ({ code, scannedAt: toInstant(world.wall.ms), offline: true as const, leaseId, clockSkewMs: 0 })
  return { world, card, leaseId, queued }
}

it('takes the places of a lease out of the quota and gives unused ones back', async () => {
  const { world, leaseId } = await basement(20)
  expect(await campaignOf(world)).toMatchObject({ used: 0, leased: 20 })
  const rep = await world.as('rep')
  const grown = (await rep('drawLease', { params: { eventId: EVENT }, body: { size: 10, deviceId: INSTALLATION } })).ok()
  expect(grown).toMatchObject({ leaseId, size: 30, left: 30, expiresAt: '2026-11-24T18:00:00+08:00', state: 'LIVE' })
  expect((await rep('drawLease', { params: { eventId: EVENT }, body: { size: 21, deviceId: INSTALLATION } })).problem('QUOTA_EXHAUSTED')).toMatchObject({ available: 20 })
  expect((await rep('returnLease', { params: { leaseId } })).ok()).toMatchObject({ state: 'RETURNED', left: 0 })
  expect((await rep('returnLease', { params: { leaseId } })).ok().state).toBe('RETURNED')
  expect(await campaignOf(world)).toMatchObject({ used: 0, leased: 0 })
})

it('lets an unused lease end 24 hours after the event', async () => {
  const { world } = await basement(20)
  await world.move('2026-11-24T18:00:01+08:00')
  expect(await campaignOf(world)).toMatchObject({ leased: 0 })
})

describe('a scan from the queue', () => {
  it('reserves for 7 days, from the lease, and tells the member', async () => {
    const { world, card, queued } = await basement()
    const item = queued(codeOf(card, world.wall.ms))
    world.wall.ms += 8 * 60_000
    expect(await scanned(world, item.code, item)).toMatchObject({ code: 'RESERVED', offline: true, ticketState: 'RESERVED', leaseLeft: 19 })
    expect(await campaignOf(world)).toMatchObject({ used: 1, leased: 19 })
    expect((await messagesOf(world, CLAIMANT))[0]).toMatchObject({ titleZh: '请确认领取', leadsTo: { page: 'gift', id: CAMPAIGN } })
    await world.move(6)
    expect((await messagesOf(world, CLAIMANT)).filter(({ titleZh }) => titleZh === '请确认领取')).toHaveLength(2)
    const done = await (await world.as(CLAIMANT))('createEnrolment', { body: { campaignId: CAMPAIGN, consents: [{ consentId: 'C1', version: '1.0' }] } })
    expect(done.ok().coverage.effectiveOn).toBe('2026-11-30')
  })

  it('activates with a signature, from the day after the server has taken it', async () => {
    const { world, card, queued } = await basement()
    const item = { ...queued(codeOf(card, world.wall.ms)), strokes }
    await world.move(1)
    expect(await scanned(world, item.code, item)).toMatchObject({ light: 'green', code: 'ACTIVATED' })
    expect((await (await world.as(CLAIMANT))('listCoverages')).ok().items.find(({ planId }) => planId === 'P1')?.effectiveOn).toBe('2026-11-25')
  })

  it('ends as a conflict in words for rep and member, and the place is free again', async () => {
    const { world, queued } = await basement()
    const driver = await cardOf(world, 'driver')
    const item = queued(codeOf(driver, world.wall.ms))
    expect(await scanned(world, item.code, item)).toMatchObject({ light: 'red', code: 'ALREADY_GIFTED', ticketState: 'CONFLICT', ticketStateZh: '未能领取', repZh: '核对未通过:以前已获赠同一计划' })
    expect(await campaignOf(world)).toMatchObject({ used: 0, leased: 19 })
    expect((await messagesOf(world, 'driver'))[0]?.textZh).toBe('联网核对后未能领取:以前领取过同一计划的赠送。如有疑问请拨打12351。')
    const offer = (await (await world.as('driver'))('getGiftOffer', { params: { campaignId: CAMPAIGN } })).ok()
    expect(offer.ticket).toMatchObject({ state: 'CONFLICT', stateZh: '未能领取' })
  })

  it('with a picture that is too old ends as CLOCK_WRONG and may be scanned again', async () => {
    const { world, card, queued } = await basement()
    const old = codeOf(card, world.wall.ms - 301_000)
    expect(await scanned(world, old, queued(old))).toMatchObject({ code: 'CLOCK_WRONG', ticketState: 'CONFLICT', nameMasked: null })
    expect((await messagesOf(world, CLAIMANT))[0]?.textZh).toContain('请校准后重新出示')
    const fresh = codeOf(card, world.wall.ms)
    expect((await scanned(world, fresh, queued(fresh))).code).toBe('RESERVED')
  })

  it.each([[91_000, 'CLOCK_SKEW'], [301_000, 'CLOCK_WRONG']])('on a device that was %i ms from the server at their last contact: %s', async (clockSkewMs, expected) => {
    const { world, card, queued } = await basement()
    const code = codeOf(card, world.wall.ms)
    expect((await scanned(world, code, { ...queued(code), clockSkewMs, strokes })).code).toBe(expected)
  })

  it('that says nothing of its clock is flagged: amber, and a signature does not do instead of the own phone', async () => {
    const { world, card, queued } = await basement()
    const code = codeOf(card, world.wall.ms)
    const { clockSkewMs: _unsaid, ...unsaid } = queued(code)
    expect(await scanned(world, code, { ...unsaid, strokes })).toMatchObject({ light: 'amber', code: 'CLOCK_SKEW', ticketState: 'RESERVED' })
    expect((await campaignOf(world))?.used).toBe(1)
    // Older than five minutes it stays refused.
    const driver = await cardOf(world, 'industrial')
    const old = codeOf(driver, world.wall.ms - 301_000)
    expect((await scanned(world, old, { ...unsaid, code: old })).code).toBe('CLOCK_WRONG')
  })

  it('is audited with how far its clock was off', async () => {
    const { world, card, queued } = await basement()
    const [first, second] = [codeOf(card, world.wall.ms), codeOf(card, world.wall.ms + 1)]
    const { clockSkewMs: _unsaid, ...unsaid } = queued(first)
    await scanned(world, first, unsaid)
    await scanned(world, second, { ...queued(second), clockSkewMs: 91_000 })
    await scanned(world, codeOf(card, world.wall.ms), { scannedAt: toInstant(world.wall.ms - 2_000) })
    const items = (await (await world.tester())('listAudit', { query: {} })).ok().items
    expect(items.map(({ offline, clockSkewMs }) => [offline, clockSkewMs])).toEqual(expect.arrayContaining([[true, null], [true, 91_000], [false, 2_000]]))
  })

  it('dated before its lease or after now was made with a clock that is wrong', async () => {
    const { world, card, queued } = await basement()
    for (const at of [world.wall.ms - 3_600_000, world.wall.ms + 3_600_000]) {
      const code = codeOf(card, at)
      expect((await scanned(world, code, { ...queued(code), scannedAt: toInstant(at) })).code).toBe('CLOCK_WRONG')
    }
  })

  it('of a member who has been served meanwhile gives what is there', async () => {
    const { world, card, queued } = await basement()
    const code = codeOf(card, world.wall.ms)
    ;(await (await world.as(CLAIMANT))('createEnrolment', { body: { campaignId: CAMPAIGN, consents: [] } })).ok()
    expect(await scanned(world, code, queued(code))).toMatchObject({ light: 'green', code: 'ALREADY_DONE' })
    expect(await campaignOf(world)).toMatchObject({ used: 1, leased: 20 })
  })

  it('whose first sending got no answer makes one ticket, with the same key or as a new item', async () => {
    const { world, card, queued } = await basement()
    const code = codeOf(card, world.wall.ms)
    await scan(world, code, { key: 'online' })
    expect((await scanned(world, code, { ...queued(code), key: 'queued' })).code).toBe('RESERVED')
    const again = await scan(world, code, { ...queued(code), key: 'queued' })
    expect(again.headers['idempotent-replay']).toBe('true')
    expect((await campaignOf(world))?.used).toBe(1)
  })

  it('after the event still counts for the time of the scan', async () => {
    const { world, card, queued } = await basement()
    const code = codeOf(card, world.wall.ms)
    const item = queued(code)
    await world.move('2026-11-23T21:00:00+08:00')
    expect((await scanned(world, code, item)).code).toBe('RESERVED')
  })

  it('beyond the lease takes what is free, and is refused when nothing is', async () => {
    const { world, card, queued } = await basement(1)
    const other = await cardOf(world, 'driver')
    const [first, second] = [codeOf(other, world.wall.ms), codeOf(card, world.wall.ms)]
    expect((await scanned(world, first, queued(first))).code).toBe('ALREADY_GIFTED')
    await setQuota(world, 0)
    expect(await scanned(world, second, queued(second))).toMatchObject({ code: 'QUOTA_EXHAUSTED', ticketState: 'CONFLICT' })
    await setQuota(world, 1)
    const third = codeOf(card, world.wall.ms)
    expect((await scanned(world, third, queued(third))).code).toBe('RESERVED')
    expect(await campaignOf(world)).toMatchObject({ used: 1, leased: 0 })
  })
})

it('voids what a lost device still sends, and tells the member', async () => {
  const { world, card, leaseId, queued } = await basement()
  const tester = await world.tester()
  expect((await tester('listLeases')).ok().items.map(({ lease }) => lease.leaseId)).toEqual([SEED_LEASE, leaseId])
  expect((await tester('revokeLease', { params: { leaseId }, body: {} })).ok()).toMatchObject({ state: 'REVOKED', left: 0 })
  expect(await campaignOf(world)).toMatchObject({ leased: 0 })
  const code = codeOf(card, world.wall.ms)
  expect(await scanned(world, code, queued(code))).toMatchObject({ code: 'LEASE_REVOKED', ticketState: 'VOID', nameMasked: null })
  expect((await messagesOf(world, CLAIMANT))[0]?.titleZh).toBe('凭证已作废')
  const kit = (await (await world.as('rep'))('getEventKit', { params: { eventId: EVENT }, query: { deviceId: INSTALLATION } })).ok()
  expect(kit.revocations.leaseIds).toEqual([leaseId])
})

it('does not take the lease of somebody else', async () => {
  const { world, leaseId } = await basement()
  await bindRep(world, 'rep-unassigned', 'install-2')
  await world.store.transact(async (tx) => {
    const event = await tx.get('event', EVENT)
    if (event) await tx.put('event', { ...event, repIds: ['rep', 'rep-unassigned'] })
  })
  const card = await cardOf(world, CLAIMANT)
  const code = codeOf(card, world.wall.ms)
  const refused = await scanned(world, code, { repId: 'rep-unassigned', deviceId: 'install-2', offline: true, leaseId, clockSkewMs: 0 })
  expect(refused.code).toBe('LEASE_REVOKED')
  expect((await (await world.as('rep-unassigned'))('returnLease', { params: { leaseId } })).problem('NOT_FOUND').code).toBe('NOT_FOUND')
})

it('carries everything that a phone needs to judge alone', async () => {
  const { world, leaseId } = await basement()
  const kit = (await (await world.as('rep'))('getEventKit', { params: { eventId: EVENT }, query: { deviceId: INSTALLATION } })).ok()
  expect(kit).toMatchObject({ rules: { clockSkewGreenSeconds: 90, clockSkewRefuseSeconds: 300, sameCodePauseSeconds: 3, offlineQueueMax: 200, syncConcurrency: 10, anomalyPerHour: 300 }, lease: { leaseId, left: 20 } })
  expect(kit.serverKeys).toHaveLength(1)
  expect(kit.words.find(({ code }) => code === 'OFFLINE_PENDING')).toMatchObject({ light: 'amber', repZh: '已登记,待联网确认;请告知会员尚未生效' })
  expect(JSON.stringify(kit)).not.toMatch(/[{]\w+[}]|困难/)
})
