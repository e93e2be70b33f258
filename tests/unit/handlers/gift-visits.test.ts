import { msOf } from '@/domain/dates'
import { setClock } from '@mock/core'
import { CAMPAIGN, crowd, EVENT, POSTER } from '@tests/builders/events'
import { CLAIMANT } from '@tests/builders/golden-claims'
import { signIn } from '@tests/builders/people'
import { createWorld, type World } from '@tests/builders/world'

const of = { params: { campaignId: CAMPAIGN } }
const accept = { body: { campaignId: CAMPAIGN, consents: [{ consentId: 'C1' as const, version: '1.0' }] } }
const MINUTE = 60_000

/** What the screen shows now, and the wall clock of its beginning. */
async function shown(world: World): Promise<{ code: string; begin: number }> {
  const [current] = (await (await world.as('rep'))('getPosterCodes', { params: { eventId: EVENT } })).ok().codes
  if (!current) throw new Error('no code')
  return { code: current.code, begin: msOf(current.validFrom) }
}
const visit = (world: World, code: string) => world.anonymous('openGiftVisit', { body: { code } })
const reserve = async (world: World, id: string, code?: string) => (await world.as(id))('reserveGift', { ...of, body: code === undefined ? {} : { code } })
const eventsOf = async (world: World, id: string) => (await world.store.transact((tx) => tx.list('ticket', id))).map(({ eventId }) => eventId)
/** A visit of a code that is on the screen now, and the wall clock when it was opened. */
async function visited(world: World): Promise<{ code: string; at: number }> {
  const { code } = await shown(world)
  return { code: (await visit(world, code)).ok().code, at: world.wall.ms }
}

describe('a code of the screen, handed in by who has still to sign in or to join', () => {
  it('is taken 89 s after it came up, and not at 91 s', async () => {
    const world = await createWorld()
    const { code, begin } = await shown(world)
    world.wall.ms = begin + 89_000
    const opened = (await visit(world, code)).ok()
    expect(opened.code).toMatch(/^[\w-]{22}$/)
    expect(opened.code).not.toBe(code)
    expect(msOf(opened.validUntil)).toBe(Math.floor((begin + 89_000) / 1000) * 1000 + 15 * MINUTE)
    world.wall.ms = begin + 91_000
    ;(await visit(world, code)).problem('CODE_EXPIRED')
    // A picture of the code that was sent on does not lead to a place either.
    ;(await reserve(world, CLAIMANT, code)).problem('CODE_EXPIRED')
  })

  it('leads to a place 14 minutes later, counted to the event, and not at 16', async () => {
    const world = await createWorld()
    const [first, second] = [await visited(world), await visited(world)]
    expect(first.code).not.toBe(second.code)
    world.wall.ms = first.at + 14 * MINUTE
    const courier = await world.as(CLAIMANT)
    expect((await courier('resolveGiftCode', { params: { code: first.code } })).ok()).toMatchObject({ campaignId: CAMPAIGN, eventId: EVENT })
    expect((await reserve(world, CLAIMANT, first.code)).ok().state).toBe('RESERVED')
    expect(await eventsOf(world, CLAIMANT)).toEqual([EVENT])
    world.wall.ms = second.at + 16 * MINUTE
    const [other = ''] = await crowd(world, 1)
    ;(await reserve(world, other, second.code)).problem('CODE_EXPIRED')
  })

  it('is handed in again without living longer', async () => {
    const world = await createWorld()
    const { code, at } = await visited(world)
    const before = (await visit(world, code)).ok()
    world.wall.ms = at + 10 * MINUTE
    expect((await visit(world, code)).ok()).toEqual(before)
    world.wall.ms = at + 15 * MINUTE + 1
    ;(await visit(world, code)).problem('CODE_EXPIRED')
  })

  it('belongs to the first whom it leads to a place; the same person again is welcome', async () => {
    const world = await createWorld()
    const { code } = await visited(world)
    const [other = ''] = await crowd(world, 1)
    ;(await reserve(world, CLAIMANT, code)).ok()
    expect((await reserve(world, CLAIMANT, code)).ok().state).toBe('RESERVED')
    ;(await reserve(world, other, code)).problem('CODE_USED')
    ;(await (await world.as(other))('resolveGiftCode', { params: { code } })).problem('CODE_USED')
    expect(await eventsOf(world, other)).toEqual([])
  })

  it('is no use to somebody who may not have the gift, and stays free', async () => {
    const world = await createWorld()
    const { code } = await visited(world)
    ;(await reserve(world, 'driver', code)).problem('GIFT_NOT_ELIGIBLE')
    expect((await reserve(world, CLAIMANT, code)).ok().state).toBe('RESERVED')
  })

  it('is not handed in without end', async () => {
    const world = await createWorld()
    const { code } = await shown(world)
    await world.store.transact(async (tx) => {
      for (let at = 0; at < 300; at += 1) await tx.put('visit', { id: `v-${at}`, ownerId: code, eventId: EVENT, expiresMs: world.wall.ms, usedBy: null })
    })
    ;(await visit(world, code)).problem('RATE_LIMITED')
  })
})

it('the printed code holds for the event, and nothing is stored for it', async () => {
  const world = await createWorld()
  expect((await visit(world, POSTER)).ok().code).toBe(POSTER)
  expect(await world.store.transact((tx) => tx.list('visit'))).toEqual([])
})

describe('after a place has lapsed', () => {
  async function lapsed(): Promise<World> {
    const world = await createWorld()
    ;(await reserve(world, CLAIMANT, POSTER)).ok()
    await world.store.transact((tx) => setClock(tx, world.env, msOf('2026-11-23T10:20:00+08:00')))
    return world
  }

  it('a confirmation is still counted to the event', async () => {
    const world = await lapsed()
    ;(await (await world.as(CLAIMANT))('createEnrolment', accept)).ok()
    expect(await eventsOf(world, CLAIMANT)).toEqual([EVENT, EVENT])
  })

  it('a new place is too, with the code of the screen that has run out meanwhile', async () => {
    const world = await createWorld()
    const { code } = await shown(world)
    ;(await reserve(world, CLAIMANT, code)).ok()
    await world.store.transact((tx) => setClock(tx, world.env, msOf('2026-11-23T10:20:00+08:00')))
    world.wall.ms += 20 * MINUTE
    const again = await signIn(world.core, CLAIMANT)
    expect((await again('reserveGift', { ...of, body: { code } })).ok().state).toBe('RESERVED')
    expect(await eventsOf(world, CLAIMANT)).toEqual([EVENT, EVENT])
  })

  it('but not when the event is over', async () => {
    const world = await lapsed()
    await world.move('2026-11-24T10:00:00+08:00')
    ;(await (await world.as(CLAIMANT))('createEnrolment', accept)).ok()
    expect(await eventsOf(world, CLAIMANT)).toEqual([EVENT, null])
  })
})
