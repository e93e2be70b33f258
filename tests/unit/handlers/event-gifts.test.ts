import jsQR from 'jsqr'
import { msOf } from '@/domain/dates'
import { setClock } from '@mock/core'
import { drawHere } from '@mock/node/drawing'
import { bindRep, CAMPAIGN, crowd, EVENT, POSTER, setQuota, withoutLease } from '@tests/builders/events'
import { CLAIMANT } from '@tests/builders/golden-claims'
import { pdfPages } from '@tests/builders/pdf-words'
import { pixelsOf } from '@tests/builders/png'
import { createWorld, recordsOf, type World } from '@tests/builders/world'

const of = { params: { campaignId: CAMPAIGN } }
const accept = { body: { campaignId: CAMPAIGN, consents: [{ consentId: 'C1' as const, version: '1.0' }] } }
const offerOf = async (world: World, id: string) => (await (await world.as(id))('getGiftOffer', of)).ok()
const reserve = async (world: World, id: string) => (await world.as(id))('reserveGift', { ...of, body: {} })
const titlesOf = async (world: World, id: string) => (await (await world.as(id))('listMessages', { query: {} })).ok().items.map(({ titleZh }) => titleZh)

describe('a reservation', () => {
  it('keeps a place for 15 minutes and is confirmed by the enrolment', async () => {
    const world = await createWorld()
    const courier = await world.as(CLAIMANT)
    const ticket = (await courier('reserveGift', { ...of, body: { code: POSTER } })).ok()
    expect(ticket).toMatchObject({ state: 'RESERVED', stateZh: '待您确认', reservedUntil: '2026-11-23T10:15:00+08:00', textZh: '已为您预留,请在2026年11月23日 10:15前确认领取,确认后才生效。' })
    expect((await reserve(world, CLAIMANT)).ok().ticketId).toBe(ticket.ticketId)
    ;(await courier('createEnrolment', accept)).ok()
    expect((await offerOf(world, CLAIMANT)).ticket).toMatchObject({ ticketId: ticket.ticketId, state: 'ACTIVATED', textZh: '领取成功,保障自2026年11月24日零时起生效,至2027年11月23日二十四时止。' })
    expect((await reserve(world, CLAIMANT)).ok().state).toBe('ACTIVATED')
  })

  it('lapses also before the timers have run, and may be made again', async () => {
    const world = await createWorld()
    await reserve(world, CLAIMANT)
    const clock = (to: string) => world.store.transact((tx) => setClock(tx, world.env, msOf(to)))
    await clock('2026-11-23T10:15:00+08:00')
    expect((await offerOf(world, CLAIMANT)).ticket?.state).toBe('RESERVED')
    await clock('2026-11-23T10:15:01+08:00')
    expect((await offerOf(world, CLAIMANT)).ticket).toMatchObject({ state: 'EXPIRED', reservedUntil: null })
    expect((await titlesOf(world, CLAIMANT))[0]).toBe('预留已释放')
    expect((await reserve(world, CLAIMANT)).ok().state).toBe('RESERVED')
  })

  it('is confirmed also when the last free place is gone and the campaign is over', async () => {
    const world = await createWorld()
    await world.move('2026-12-20T23:55:00+08:00')
    ;(await reserve(world, CLAIMANT)).ok()
    await setQuota(world, 1)
    await world.move('2026-12-21T00:05:00+08:00')
    expect((await (await world.as(CLAIMANT))('createEnrolment', accept)).ok().coverage.effectiveOn).toBe('2026-12-22')
  })

  it('does not give a cover that the member has got elsewhere meanwhile', async () => {
    const world = await createWorld()
    ;(await reserve(world, CLAIMANT)).ok()
    await world.store.transact(async (tx) => {
      const [cover] = await tx.list('coverage', CLAIMANT)
      if (cover) await tx.put('coverage', { ...cover, id: 'CV-elsewhere', planId: 'P1', source: 'UNIT' })
    })
    ;(await (await world.as(CLAIMANT))('createEnrolment', accept)).problem('ALREADY_COVERED')
  })
})

describe('the waiting list', () => {
  /** One place, held by the first of a crowd; the others wait in order. */
  async function queue(waiting: number) {
    const world = await createWorld()
    await withoutLease(world)
    await setQuota(world, 1)
    const people = await crowd(world, waiting + 1)
    const [holder = '', ...others] = people
    ;(await reserve(world, holder)).ok()
    for (const [at, id] of others.entries()) expect((await (await world.as(id))('joinWaitlist', of)).ok()).toEqual({ position: at + 1 })
    return { world, holder, others }
  }

  it('gives the freed place to the first, for 24 hours, and tells those it concerns', async () => {
    const { world, others: [first = '', second = '', third = ''] } = await queue(3)
    expect(await offerOf(world, second)).toMatchObject({ soldOut: true, waitlist: { position: 2 }, ticket: null })
    await world.move('2026-11-23T10:16:00+08:00')
    expect((await offerOf(world, first)).ticket).toMatchObject({ state: 'RESERVED', reservedUntil: '2026-11-24T10:15:01+08:00' })
    expect((await titlesOf(world, first))[0]).toBe('候补有名额了')
    expect((await titlesOf(world, second))[0]).toBe('候补进度')
    expect((await offerOf(world, third)).waitlist).toEqual({ position: 2 })

    ;(await (await world.as(first))('createEnrolment', accept)).ok()
    expect((await offerOf(world, second)).soldOut).toBe(true)
  })

  it('goes on when the first does not answer, and past those who may not have the gift any more', async () => {
    const { world, others: [, second = '', third = ''] } = await queue(3)
    await world.store.transact(async (tx) => {
      const account = await tx.get('account', second)
      if (account) await tx.put('account', { ...account, employment: 'RETIRED' })
    })
    await world.move('2026-11-24T11:00:00+08:00')
    expect((await offerOf(world, second)).waitlist).toBeNull()
    expect((await offerOf(world, third)).ticket?.state).toBe('RESERVED')
  })

  it('is joined once, and left', async () => {
    const { world, others: [first = '', second = ''] } = await queue(2)
    expect((await (await world.as(second))('joinWaitlist', of)).ok()).toEqual({ position: 2 })
    ;(await (await world.as(first))('leaveWaitlist', of)).ok()
    expect((await offerOf(world, second)).waitlist).toEqual({ position: 1 })
  })

  it('gets the places that a rep gives back', async () => {
    const world = await createWorld()
    await setQuota(world, 50)
    ;(await (await world.as(CLAIMANT))('joinWaitlist', of)).ok()
    ;(await (await world.as('rep'))('returnLease', { params: { leaseId: 'LS-2026-0001' } })).ok()
    expect(await offerOf(world, CLAIMANT)).toMatchObject({ waitlist: null, soldOut: false, ticket: { state: 'RESERVED', reservedUntil: '2026-11-24T10:00:00+08:00' } })
  })

  it('ends with the campaign, in words', async () => {
    const { world, holder, others: [first = ''] } = await queue(1)
    ;(await (await world.as(holder))('createEnrolment', accept)).ok()
    await world.move('2026-12-21T08:00:00+08:00')
    expect((await titlesOf(world, first))[0]).toBe('候补结束')
    expect(await world.store.transact((tx) => tx.list('waitlist'))).toEqual([])
  })
})

describe('poster codes', () => {
  it('turn every minute, hold 90 seconds, and are known for what they were', async () => {
    const world = await createWorld()
    const [rep, courier] = [await world.as('rep'), await world.as(CLAIMANT)]
    const { codes, staticCode, linkPrefix } = (await rep('getPosterCodes', { params: { eventId: EVENT } })).ok()
    expect(new Set(codes.map(({ code }) => code)).size).toBe(10)
    expect([staticCode, linkPrefix]).toEqual([POSTER, 'https://zsb.example/g/'])
    const [current] = codes
    if (!current) throw new Error('no code')
    const resolve = () => courier('resolveGiftCode', { params: { code: current.code } })
    expect((await resolve()).ok()).toEqual({ campaignId: CAMPAIGN, eventId: EVENT, placeZh: '海珠骑手驿站(示例)' })
    const begin = Date.parse(current.validFrom)
    world.wall.ms = begin + 90_000
    expect((await resolve()).status).toBe(200)
    world.wall.ms = begin + 90_001
    ;(await resolve()).problem('CODE_EXPIRED')
    const altered = `${current.code.slice(0, 10)}${current.code.charAt(10) === 'A' ? 'B' : 'A'}${current.code.slice(11)}`
    ;(await courier('resolveGiftCode', { params: { code: altered } })).problem('CODE_INVALID')
  })

  it.each([['pdf', '%PDF-1.7'], ['svg', '<svg xmln'], ['png', '\u0089PNG']])('stand on a poster as %s', async (format, magic) => {
    const world = await createWorld({ env: { draw: drawHere } })
    const reply = await (await world.as('rep'))('getPoster', { params: { eventId: EVENT, format } })
    const bytes = reply.ok()
    expect(String.fromCharCode(...bytes.subarray(0, magic.length))).toBe(magic)
    expect(reply.headers['content-type']).toMatch(/pdf|svg|png/)
  })

  it('stand on a poster that says what it is for, on paper and as a picture', async () => {
    const world = await createWorld({ env: { draw: drawHere } })
    const rep = await world.as('rep')
    const [page, ...more] = await pdfPages((await rep('getPoster', { params: { eventId: EVENT, format: 'pdf' } })).ok())
    expect(more).toEqual([])
    expect(page).toMatchObject({ width: 595, height: 842 })
    for (const words of ['扫码领取，不用付费', '海珠骑手驿站(示例)', '示例数据']) expect(page?.words).toContain(words)
    const { width, height, data } = pixelsOf((await rep('getPoster', { params: { eventId: EVENT, format: 'png' } })).ok())
    expect(jsQR(data, width, height)?.data).toBe(`https://zsb.example/g/${POSTER}`)
  })
})

describe('joining on the spot', () => {
  it('makes a member with accident cover, who goes on to the gift', async () => {
    const world = await createWorld()
    const newcomer = await world.as('newcomer')
    ;(await newcomer('resolveGiftCode', { params: { code: POSTER } })).problem('NOT_MEMBER')
    const application = (await newcomer('applyForMembership', { body: { platform: '饿了么', c1Version: '1.0' } })).ok()
    expect(application).toMatchObject({ state: 'APPROVED', stateZh: '已通过', helpZh: null, memberNo: 'GD-0000-1001' })
    expect((await newcomer('getCard')).ok()).toMatchObject({ memberNo: 'GD-0000-1001', platformZh: '饿了么', statusZh: '正常', memberTypeZh: '新就业形态劳动者' })
    expect((await newcomer('listCoverages')).ok().items.map(({ planId }) => planId)).toEqual(['G7'])
    ;(await newcomer('createEnrolment', accept)).ok()
    expect((await newcomer('listMembershipApplications')).ok().items).toEqual([application])
  })

  it('is refused with a reason and a way on', async () => {
    const world = await createWorld()
    const refused = (await (await world.as('beneficiary'))('applyForMembership', { body: { platform: '顺丰' } })).ok()
    expect(refused).toMatchObject({ state: 'REFUSED', textZh: '平台没有查到您的从业登记。', helpZh: '请核对所选平台，或带上接单记录到就近工会办理。', memberNo: null })
    ;(await (await world.as('beneficiary'))('getCard')).problem('NOT_MEMBER')
  })

  it('keeps nothing of who is under 16', async () => {
    const world = await createWorld()
    const minor = await world.as('minor')
    const before = await recordsOf(world)
    ;(await minor('applyForMembership', { body: { platform: '美团', c1Version: '1.0' } })).problem('MEMBER_UNDER_AGE')
    expect(await recordsOf(world)).toEqual(before)
  })
})

it('knows model workers and workers in hardship from the lists only, and tells them on their own phone', async () => {
  const world = await createWorld()
  await world.store.transact(async (tx) => {
    const campaign = await tx.get('campaign', 'CP-2026-03')
    if (campaign) await tx.put('campaign', { ...campaign, closesAt: '2026-12-31T23:59:59+08:00' })
    const courier = await tx.get('account', CLAIMANT)
    if (courier) await tx.put('account', { ...courier, groups: ['NEW_EMPLOYMENT', 'MODEL_WORKER', 'HARDSHIP'] })
  })
  const offers = async (id: string) => (await (await world.as(id))('listGiftOffers')).ok().items
  expect((await offers(CLAIMANT)).map(({ campaignId, whyZh }) => [campaignId, whyZh])).toEqual([[CAMPAIGN, '因为您是新就业形态劳动者，由海珠区总工会(示例)出资赠送，您不用付费。']])
  expect((await offers('model'))[0]?.matchedZh).toEqual(['劳动模范'])
})

it('does not bind a second installation', async () => {
  const world = await createWorld()
  await bindRep(world)
  expect((await (await world.as('rep'))('bindRepDevice', { params: { deviceId: 'install-1' }, body: {} })).ok().deviceNo).toBe('DEV-0001')
})
