import { verifyCardCode } from '@/domain/card-code'
import { msOf, toInstant } from '@/domain/dates'
import { bindRep, cardOf, codeOf, EVENT, INSTALLATION, scanned } from '@tests/builders/events'
import { CLAIMANT } from '@tests/builders/golden-claims'
import { createWorld } from '@tests/builders/world'

it('certifies a phone for seven days of the wall clock, however the time of the scheme is moved', async () => {
  const world = await createWorld()
  await world.move(30)
  const register = async () => (await (await world.as(CLAIMANT))('registerDevice', { params: { deviceId: 'phone-1' }, body: { publicKey: 'A'.repeat(43) } })).ok()
  const first = await register()
  expect(first.serverTime).toBe(toInstant(world.wall.ms))
  expect(msOf(first.expiresAt) - msOf(first.serverTime)).toBe(7 * 86_400_000)
  world.wall.ms += 60_000
  expect((await register()).expiresAt > first.expiresAt).toBe(true)
})

it('says nothing of the member in a code, and the same on all their phones', async () => {
  const world = await createWorld()
  await bindRep(world)
  const [one, two] = [await cardOf(world, CLAIMANT, 'phone-1'), await cardOf(world, CLAIMANT, 'phone-2')]
  const { serverKeys } = (await (await world.as('rep'))('getEventKit', { params: { eventId: EVENT }, query: { deviceId: INSTALLATION } })).ok()
  const read = (card: typeof one) => verifyCardCode(codeOf(card, world.wall.ms), { serverPublicKeys: serverKeys.map(({ publicKey }) => publicKey), nowMs: world.wall.ms })
  const refs = [one, two].map((card) => {
    const seen = read(card)
    return seen.ok ? seen.memberRef : seen.code
  })
  expect(refs[0]).toBe(refs[1])
  expect(refs[0]).toMatch(/^[\w-]{16}$/)
  expect(refs[0]).not.toMatch(/courier|0001/)
})

it('keeps phones certified over a reset, and codes of a key that was never theirs invalid', async () => {
  const world = await createWorld()
  const card = await cardOf(world, CLAIMANT)
  ;(await (await world.tester())('resetData', { body: {} })).ok()
  await bindRep(world)
  expect((await scanned(world, codeOf(card, world.wall.ms))).code).toBe('RESERVED')
  const stranger = await cardOf(await createWorld(), CLAIMANT)
  expect((await scanned(world, codeOf(stranger, world.wall.ms))).code).toBe('CODE_INVALID')
})

it('refuses a certificate that has run out', async () => {
  const world = await createWorld()
  await bindRep(world)
  const card = await cardOf(world, CLAIMANT)
  await world.store.transact(async (tx) => {
    // Sessions end sooner than certificates: these hold on.
    for (const session of await tx.list('session')) await tx.put('session', { ...session, accessExpiresMs: Number.MAX_SAFE_INTEGER })
  })
  world.wall.ms += 7 * 86_400_000
  expect((await scanned(world, codeOf(card, world.wall.ms))).code).toBe('CODE_EXPIRED')
})

it('does not certify one key for two members', async () => {
  const world = await createWorld()
  const body = { publicKey: 'B'.repeat(42) + 'A' }
  ;(await (await world.as(CLAIMANT))('registerDevice', { params: { deviceId: 'phone-1' }, body })).ok()
  ;(await (await world.as('driver'))('registerDevice', { params: { deviceId: 'phone-1' }, body })).problem('VALIDATION_FAILED')
})
