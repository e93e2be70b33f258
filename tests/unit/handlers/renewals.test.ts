import { CLAIMANT } from '@tests/builders/golden-claims'
import { signIn } from '@tests/builders/people'
import { createWorld, type World } from '@tests/builders/world'

/** The seed's clock stands at 2026-11-23. */
async function coveredUntil(endsOn: string): Promise<World> {
  const world = await createWorld()
  await world.store.transact(async (tx) => {
    const [cover] = await tx.list('coverage', CLAIMANT)
    if (cover) await tx.put('coverage', { ...cover, id: 'CV-p3', planId: 'P3', source: 'SELF', effectiveOn: '2025-10-01', endsOn })
  })
  return world
}
const renewals = async (world: World): Promise<string[]> => {
  const { todos } = (await (await signIn(world.core, CLAIMANT))('getHome')).ok()
  return todos.filter(({ kind }) => kind === 'RENEWAL').map(({ titleZh, textZh }) => `${titleZh}|${textZh}`)
}

test.each([
  ['31 days before the end', '2026-12-24', []],
  ['30 days before', '2026-12-23', ['续保住院津贴保障计划|2026年12月23日24时到期。现在续保，2026年12月24日零时接上，续保没有免责期。']],
  ['on the last day', '2026-11-23', ['续保住院津贴保障计划|2026年11月23日24时到期。现在续保，2026年11月24日零时接上，续保没有免责期。']],
  ['the day after', '2026-11-22', ['续保住院津贴保障计划|2026年11月22日已到期。今天续保，2026年11月24日零时起有保障，续保没有免责期。']],
  ['the last day on which it is a renewal', '2026-10-24', ['续保住院津贴保障计划|2026年10月24日已到期。今天续保，2026年11月24日零时起有保障，续保没有免责期。']],
  ['a day later', '2026-10-23', []],
])('home reminds of a renewal: %s', async (_when, endsOn, words) => expect(await renewals(await coveredUntil(endsOn))).toEqual(words))

it('and no more once the plan is renewed, with the words kept: no waiting period', async () => {
  const world = await coveredUntil('2026-11-10')
  const courier = await signIn(world.core, CLAIMANT)
  const { orderId } = (await courier('createOrder', { body: { planId: 'P3', payer: 'SELF' } })).ok()
  ;(await courier('payOrder', { params: { orderId }, body: { method: 'WECHAT' } })).ok()
  const covers = (await courier('listCoverages')).ok().items.filter(({ planId }) => planId === 'P3')
  expect(covers.map(({ effectiveOn, benefitsFrom }) => [effectiveOn, benefitsFrom])).toContainEqual(['2026-11-24', '2026-11-24'])
  expect(await renewals(world)).toEqual([])
})
