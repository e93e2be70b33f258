import { toInstant } from '@/domain/dates'
import { bindRep, CAMPAIGN, cardOf, codeOf, crowd, EVENT, INSTALLATION, scan, scanned, SEED_LEASE, setQuota, stopped, strokes, whoIs, withoutLease } from '@tests/builders/events'
import { CLAIMANT } from '@tests/builders/golden-claims'
import { createWorld, type World } from '@tests/builders/world'

const campaignOf = async ({ store }: World) => store.transact(async (tx) => tx.get('campaign', CAMPAIGN))
const confirm = async (world: World, id: string) => (await world.as(id))('createEnrolment', { body: { campaignId: CAMPAIGN, consents: [{ consentId: 'C1', version: '1.0' }] } })

/** A world with a bound rep and the courier's phone. */
async function desk() {
  const world = await createWorld()
  await bindRep(world)
  const card = await cardOf(world, CLAIMANT)
  return { world, card, code: (atMs = world.wall.ms) => codeOf(card, atMs) }
}

describe('a card that is scanned', () => {
  it('reserves, is confirmed by the member, and is done when scanned again', async () => {
    const { world, code } = await desk()
    const first = await scanned(world, code())
    expect(first).toMatchObject({ light: 'amber', code: 'RESERVED', nameMasked: '陈**', ticketState: 'RESERVED', repZh: '已预留,请会员在手机上确认' })
    const offer = (await (await world.as(CLAIMANT))('getGiftOffer', { params: { campaignId: CAMPAIGN } })).ok()
    expect(offer.ticket).toMatchObject({ state: 'RESERVED', reservedUntil: '2026-11-23T10:15:00+08:00' })
    expect((await (await world.as(CLAIMANT))('getHome')).ok().todos[0]).toMatchObject({ titleZh: '请确认领取', leadsTo: { page: 'gift', id: CAMPAIGN } })

    ;(await confirm(world, CLAIMANT)).ok()
    world.wall.ms += 4000
    const again = await scanned(world, code())
    expect(again).toMatchObject({ light: 'green', code: 'ALREADY_DONE', ticketState: 'ACTIVATED' })
    expect((await campaignOf(world))?.used).toBe(1)
  })

  it('answers the same key with the same bytes, and the same code with what is there', async () => {
    const { world, code } = await desk()
    const shown = code()
    const [one, two] = [await scan(world, shown, { key: 'scan-1' }), await scan(world, shown, { key: 'scan-1' })]
    expect(two.text).toBe(one.text)
    expect((await scanned(world, shown)).code).toBe('SCAN_TOO_FAST')
    world.wall.ms += 3000
    expect((await scanned(world, shown)).code).toBe('RESERVED')
    expect((await campaignOf(world))?.used).toBe(1)
  })

  it('is refused with its code when the reservation that it made has lapsed', async () => {
    const { world, code } = await desk()
    const shown = code()
    await scanned(world, shown)
    await world.move('2026-11-23T10:16:00+08:00')
    expect((await campaignOf(world))?.used).toBe(0)
    world.wall.ms += 4000
    expect((await scanned(world, shown)).code).toBe('CODE_USED')
    expect((await scanned(world, code())).code).toBe('RESERVED')
  })

  it('is activated on site by a signature that the server draws and keeps', async () => {
    const { world, code } = await desk()
    expect(await scanned(world, code(), { strokes })).toMatchObject({ light: 'green', code: 'ACTIVATED', ticketState: 'ACTIVATED' })
    const kept = await world.store.transact((tx) => tx.list('signature', CLAIMANT))
    const drawn = new TextDecoder().decode(await world.files.get(kept[0]?.hash ?? ''))
    // The strokes in the field of the sheet, each with its four points; the frame is a line too, but a thinner one.
    expect([...drawn.matchAll(/<polyline points="([^"]+)"[^>]+stroke-width="2"/g)].map(([, points = '']) => points.split(' ').length)).toEqual([4, 4])
    expect(drawn).toContain('身份与参保状态核验')
    expect(drawn).not.toContain('陈速达')
  })

  it('takes no dot for a signature, and no signature when the clocks disagree', async () => {
    const { world, code } = await desk()
    expect((await scanned(world, code(), { strokes: [[[1, 1]]] })).code).toBe('MEMBER_NOT_CONFIRMED')
    expect(await scanned(world, code(world.wall.ms - 120_000), { strokes })).toMatchObject({ light: 'amber', code: 'CLOCK_SKEW', ticketState: 'RESERVED' })
    expect(await scanned(world, code(), { strokes })).toMatchObject({ code: 'CLOCK_SKEW' })
    ;(await confirm(world, CLAIMANT)).ok()
  })

  it.each([
    [90_000, 'RESERVED', 'amber'],
    [91_000, 'CLOCK_SKEW', 'amber'],
    [300_000, 'CLOCK_SKEW', 'amber'],
    [301_000, 'CLOCK_WRONG', 'red'],
    [-301_000, 'CLOCK_WRONG', 'red'],
  ])('%i ms from the clock of the server: %s', async (skew, expected, light) => {
    const { world, code } = await desk()
    expect(await scanned(world, code(world.wall.ms - skew))).toMatchObject({ code: expected, light })
  })

  it('counts the largest difference: a device whose clock agrees with the picture does not make it young', async () => {
    const { world, code } = await desk()
    const old = world.wall.ms - 600_000
    expect((await scanned(world, code(old), { scannedAt: toInstant(old) })).code).toBe('CLOCK_WRONG')
  })
})

describe('refusals', () => {
  it.each([
    ['a text', 'hello'],
    ['4 KB', 'v1.'.padEnd(4096, 'x')],
    ['signs that are none', 'v1.\ud800\u0000💥'],
    ['a poster', 'Ev1aB3dE5fG7hJ9kL1mN2p'],
    ['nothing', ''],
  ])('%s is no card', async (_title, text) => {
    const { world } = await desk()
    expect(await scanned(world, text)).toMatchObject({ light: 'red', code: 'CODE_INVALID', nameMasked: null, ticketState: null })
  })

  it('shows nobody to a rep who is not assigned, and keeps the scan for the audit', async () => {
    const { world, code } = await desk()
    await bindRep(world, 'rep-unassigned', 'install-2')
    const refused = await scanned(world, code(), { repId: 'rep-unassigned', deviceId: 'install-2' })
    expect(refused).toMatchObject({ code: 'REP_NOT_ASSIGNED', nameMasked: null, ticketState: null })
    const [audited] = (await (await world.tester())('listAudit', { query: {} })).ok().items
    expect(audited).toMatchObject({ code: 'REP_NOT_ASSIGNED', deviceId: 'install-2', eventId: EVENT })
  })

  it('knows only the bound device, until the office unbinds it', async () => {
    const { world, code } = await desk()
    expect((await scanned(world, code(), { deviceId: 'another' })).code).toBe('REP_DEVICE_MISMATCH')
    ;(await (await world.tester())('unbindRepDevice', { params: { repId: 'rep' } })).ok()
    await bindRep(world, 'rep', 'another')
    expect((await scanned(world, code(), { deviceId: 'another' })).code).toBe('RESERVED')
  })

  it('lets no rep serve themself', async () => {
    const { world } = await desk()
    expect(await scanned(world, codeOf(await cardOf(world, 'rep'), world.wall.ms))).toMatchObject({ code: 'SELF_SCAN', nameMasked: null })
  })

  it('names the member where the condition is theirs', async () => {
    const { world } = await desk()
    expect(await scanned(world, codeOf(await cardOf(world, 'driver'), world.wall.ms))).toMatchObject({ light: 'red', code: 'ALREADY_GIFTED', nameMasked: '梁**', ticketState: null })
    expect((await scanned(world, codeOf(await cardOf(world, 'hardship'), world.wall.ms))).repZh).toBe('不符合本次活动条件')
  })

  it('before and after the event', async () => {
    const { world, code } = await desk()
    await world.move('2026-11-23T18:00:01+08:00')
    expect((await scanned(world, code())).code).toBe('CAMPAIGN_ENDED')
  })

  it('takes no code of a key that was replaced', async () => {
    const { world, code } = await desk()
    const stolen = code()
    await cardOf(world, CLAIMANT)
    expect((await scanned(world, stolen)).code).toBe('CODE_INVALID')
    const kit = (await (await world.as('rep'))('getEventKit', { params: { eventId: EVENT }, query: { deviceId: INSTALLATION } })).ok()
    expect(kit.revocations.deviceKeys).toHaveLength(1)
  })

  it('has no part in a campaign that would give hardship away', async () => {
    const { world, code } = await desk()
    await world.store.transact(async (tx) => {
      const campaign = await tx.get('campaign', CAMPAIGN)
      if (campaign) await tx.put('campaign', { ...campaign, perRepQuota: 0 })
    })
    expect((await scanned(world, code())).code).toBe('REP_NOT_ASSIGNED')
  })

  it('says that the places are gone, or that the member waits already', async () => {
    const { world, code } = await desk()
    await withoutLease(world)
    await setQuota(world, 0)
    expect((await scanned(world, code())).code).toBe('QUOTA_EXHAUSTED')
    ;(await (await world.as(CLAIMANT))('joinWaitlist', { params: { campaignId: CAMPAIGN } })).ok()
    expect(await scanned(world, code())).toMatchObject({ light: 'amber', code: 'WAITLISTED' })
  })

  it('takes the last places from the lease of the rep, which nobody else may have', async () => {
    const { world, code } = await desk()
    await setQuota(world, 50)
    expect((await scanned(world, code())).code).toBe('RESERVED')
    expect(await campaignOf(world)).toMatchObject({ used: 1, leased: 49 })
    expect((await (await world.as('rep'))('getRepEvent', { params: { eventId: EVENT } })).ok().lease).toMatchObject({ left: 49 })
  })
})

describe('a rep with more than 300 members in an hour', () => {
  const crowdedDesk = async () => {
    const { world, code } = await desk()
    const seen = Array.from({ length: 299 }, (_, at) => ({ memberId: `somebody-${at}`, atMs: world.wall.ms - 3_590_000 }))
    await world.store.transact((tx) => tx.put('repHour', { id: 'rep', seen }))
    expect((await scanned(world, code())).code).toBe('RESERVED')
    const industrial = await cardOf(world, 'industrial')
    return { world, code, next: () => scanned(world, codeOf(industrial, world.wall.ms)) }
  }

  it('is stopped, stays stopped when the hour is over, and goes on when somebody has lifted it', async () => {
    const { world, code, next } = await crowdedDesk()
    expect(await next()).toMatchObject({ code: 'SCAN_ANOMALY', light: 'red', nameMasked: null })
    world.wall.ms += 600_000
    expect((await next()).code).toBe('SCAN_ANOMALY')
    expect((await scanned(world, code())).code).toBe('SCAN_ANOMALY')
    const tester = await world.tester()
    expect((await tester('listRepStops')).ok().items).toEqual([{ repId: 'rep', repZh: '邓**', eventId: EVENT, at: '2026-11-23T10:00:00+08:00', members: 300, limit: 300 }])
    expect((await tester('listAudit', { query: {} })).ok().items.filter((line) => line.code === 'SCAN_ANOMALY')).toHaveLength(3)
    ;(await tester('liftRepStop', { params: { repId: 'rep' } })).ok()
    world.wall.ms += 4000
    expect((await next()).code).toBe('GROUP_MISMATCH')
    expect((await tester('listRepStops')).ok().items).toEqual([])
    ;(await tester('liftRepStop', { params: { repId: 'rep' } })).problem('NOT_FOUND')
  })

  it('is not stopped by the same person again, nor when the others lie an hour back', async () => {
    const { world, code, next } = await crowdedDesk()
    world.wall.ms += 4000
    expect((await scanned(world, code())).code).toBe('RESERVED')
    world.wall.ms += 60_000
    expect((await next()).code).toBe('GROUP_MISMATCH')
  })

  it('is told nothing by entering numbers and names while stopped', async () => {
    const { world } = await desk()
    await stopped(world)
    const who = await whoIs(world, CLAIMANT)
    const enter = async (name: string) => (await (await world.as('rep'))('submitEntry', { params: { eventId: EVENT }, body: { ...who, name, scannedAt: toInstant(world.wall.ms), deviceId: INSTALLATION, offline: false } })).ok()
    for (const name of [who.name, '某人']) expect(await enter(name)).toMatchObject({ code: 'SCAN_ANOMALY', nameMasked: null })
  })
})

describe('the list of the event', () => {
  it('pages, filters by light, searches by name and by the end of the number', async () => {
    const { world, code } = await desk()
    await scanned(world, code())
    await scanned(world, 'no card')
    await scanned(world, codeOf(await cardOf(world, 'driver'), world.wall.ms))
    const rep = await world.as('rep')
    const list = async (query: { light?: 'red' | 'amber'; q?: string; limit?: string; cursor?: string }) => (await rep('listScans', { params: { eventId: EVENT }, query })).ok()
    expect((await list({})).items.map((item) => item.code)).toEqual(['ALREADY_GIFTED', 'CODE_INVALID', 'RESERVED'])
    expect((await list({ light: 'amber' })).items.map(({ nameMasked }) => nameMasked)).toEqual(['陈**'])
    expect((await list({ q: '梁' })).total).toBe(1)
    expect((await list({ q: '0001' })).items.map(({ nameMasked }) => nameMasked)).toEqual(['陈**'])
    const page = await list({ limit: '2' })
    expect((await list({ cursor: page.nextCursor ?? '' })).items.map((item) => item.code)).toEqual(['RESERVED'])
  })

  it('has one line a person, the latest verdict; a page that was begun hides nobody who is scanned meanwhile', async () => {
    const { world, code } = await desk()
    const { scanId } = await scanned(world, code())
    const put = (id: string, memberId: string, second: number, light: 'green' | 'red') =>
      world.store.transact(async (tx) => {
        const first = await tx.get('scan', scanId)
        if (first) await tx.put('scan', { ...first, id, memberId, light, at: `2026-11-23T11:00:0${second}+08:00` })
      })
    await put('a1', 'a', 1, 'red')
    await put('b1', 'b', 2, 'red')
    await put('a2', 'a', 3, 'green')
    const rep = await world.as('rep')
    const page = async (query: { limit: string; cursor?: string; light?: 'red' }) => (await rep('listScans', { params: { eventId: EVENT }, query })).ok()
    const first = await page({ limit: '1' })
    expect([first.total, first.items.map(({ scanId: id, light }) => [id, light])]).toEqual([3, [['a2', 'green']]])
    expect((await page({ limit: '9', light: 'red' })).items.map(({ scanId: id }) => id)).toEqual(['b1'])
    await put('b2', 'b', 4, 'green')
    const second = await page({ limit: '1', cursor: first.nextCursor ?? '' })
    expect(second.items.map(({ scanId: id }) => id)).toEqual(['b1'])
    expect((await page({ limit: '1', cursor: second.nextCursor ?? '' })).items.map(({ scanId: id }) => id)).toEqual([scanId])
  })

  it('is told fast with 5,000 rows', async () => {
    const { world, code } = await desk()
    const { scanId } = await scanned(world, code())
    await world.store.transact(async (tx) => {
      const first = await tx.get('scan', scanId)
      if (first) for (let at = 0; at < 4999; at += 1) await tx.put('scan', { ...first, id: `scan-${at}`, memberId: `member-${at}` })
    })
    const rep = await world.as('rep')
    const started = performance.now()
    const { items, total } = (await rep('listScans', { params: { eventId: EVENT }, query: { limit: '500' } })).ok()
    ;(await rep('getRepEvent', { params: { eventId: EVENT } })).ok()
    console.info(`500 of ${total} scans and the desk in ${Math.round(performance.now() - started)} ms`)
    expect([items.length, total]).toEqual([500, 5000])
  })
})

it('shows quota, share, figures and who has not confirmed', async () => {
  const { world, code } = await desk()
  await scanned(world, code())
  await scanned(world, 'no card')
  const desked = (await (await world.as('rep'))('getRepEvent', { params: { eventId: EVENT } })).ok()
  expect(desked).toMatchObject({ quota: { total: 600, left: 549, leftZh: '约剩540个名额' }, share: { max: 50, leased: 50, done: 1 }, lights: { green: 0, amber: 1, red: 1 }, unconfirmed: 1, deviceBound: true })
  expect(desked.event.doneToday).toBe(1)
  expect((await (await world.as('rep'))('listRepEvents')).ok().items.map(({ eventId }) => eventId)).toEqual([EVENT])
  expect((await (await world.as('rep-unassigned'))('listRepEvents')).ok().items).toEqual([])
})

it('counts people, not scans: one person scanned three times is one everywhere', async () => {
  const { world, code } = await desk()
  for (let minute = 0; minute < 3; minute += 1) {
    await scanned(world, code())
    world.wall.ms += 61_000
  }
  const rep = await world.as('rep')
  expect((await rep('listScans', { params: { eventId: EVENT }, query: {} })).ok()).toMatchObject({ total: 1, items: [{ light: 'amber' }] })
  expect((await rep('listScans', { params: { eventId: EVENT }, query: { light: 'amber' } })).ok().total).toBe(1)
  const desked = (await rep('getRepEvent', { params: { eventId: EVENT } })).ok()
  expect(desked).toMatchObject({ lights: { green: 0, amber: 1, red: 0 }, unconfirmed: 1, share: { done: 1 }, event: { doneToday: 1 } })
  expect(desked.figures.map(({ count }) => count)).toEqual([1])
})

it('gives a crowd nothing more than the quota, by reps and by posters at once', async () => {
  const world = await createWorld()
  await bindRep(world)
  await withoutLease(world)
  await setQuota(world, 5)
  const people = await crowd(world, 8)
  const cards = []
  for (const id of people) cards.push(await cardOf(world, id))
  const replies = await Promise.all([
    ...cards.map((card) => scan(world, codeOf(card, world.wall.ms))),
    ...people.map(async (id) => (await world.as(id))('reserveGift', { params: { campaignId: CAMPAIGN }, body: {} })),
  ])
  expect(replies.filter(({ status }) => status === 201)).not.toHaveLength(0)
  expect(await campaignOf(world)).toMatchObject({ used: 5, leased: 0 })
  expect((await world.store.transact((tx) => tx.list('ticket'))).filter(({ holdsPlace, campaignId }) => holdsPlace && campaignId === CAMPAIGN)).toHaveLength(5)
})

it('needs the lease for a queued scan', async () => {
  const { world, code } = await desk()
  expect((await scan(world, code(), { offline: true })).problem('VALIDATION_FAILED').fieldErrors).toHaveProperty('/leaseId')
  expect((await scanned(world, code(), { offline: true, leaseId: SEED_LEASE, clockSkewMs: 0 })).code).toBe('RESERVED')
})
