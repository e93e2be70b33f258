import { createWorld, type World } from '@tests/builders/world'
import { aGrant } from '../../contract/people-calls'

const inbox = async (world: World, personaId: string): Promise<string[]> =>
  (await (await world.as(personaId))('listMessages', { query: { limit: '50' } })).ok().items.map(({ at, titleZh, textZh }) => `${at.slice(0, 16)} ${titleZh} ${textZh}`)

it('reminds of every cover that ends, also of two on one morning', async () => {
  const world = await createWorld()
  await world.move('2027-06-02T10:00:00+08:00')
  const told = (await inbox(world, 'industrial')).filter((message) => message.startsWith('2027-05-31T09:00 保障将到期'))
  expect(told.map((message) => message.split(' ')[2]?.slice(0, 4)).sort()).toEqual(['住院医保', '住院津贴'])
})

it('says kindly that a cover cannot be renewed, and does not ask for it', async () => {
  const world = await createWorld()
  await world.store.transact(async (tx) => {
    for (const cover of await tx.list('coverage', 'over60')) if (cover.endsOn === '2026-11-30') await tx.put('coverage', { ...cover, endsOn: '2026-12-31' })
  })
  await world.move('2027-01-05T10:00:00+08:00')
  const told = await inbox(world, 'over60')
  expect(told.filter((message) => message.includes('保障将到期')).length).toBeGreaterThan(0)
  expect(told.join('\n')).toContain('不超过60周岁')
  expect(told.join('\n')).not.toContain('现在续保')
})

it.each([
  ['runs', false, ['2026-12-08T09:00 代办授权将到期']],
  ['was withdrawn', true, []],
])('an authorisation that %s and its last week', async (_, withdrawn, expected) => {
  const world = await createWorld()
  const member = await world.as('hardship')
  const granted = (await member('createAuthorisation', { body: { ...aGrant, until: '2026-12-15' } })).ok()
  if (withdrawn) (await member('endAuthorisation', { params: { authorisationId: granted.authorisationId } })).ok()
  await world.move('2026-12-10T10:00:00+08:00')
  const told = (await inbox(world, 'hardship')).filter((message) => message.includes('代办授权将到期'))
  expect(told.map((message) => message.split(' ').slice(0, 2).join(' '))).toEqual(expected)
  if (!withdrawn) expect(told[0]).toContain(`${granted.agentNameMasked}的代办授权将于2026年12月15日到期`)
})

it('stops reminding once the member has answered', async () => {
  const [answered, silent] = [await createWorld(), await createWorld()]
  ;(await (await answered.as('driver'))('putBankAccount', { body: { cardNumber: '6222020000000000000' } })).ok()
  for (const world of [answered, silent]) await world.move(40)
  const reminders = async (world: World) => (await inbox(world, 'driver')).filter((message) => message.includes('等待发放'))
  expect(await reminders(silent)).toHaveLength(2)
  expect(await reminders(answered)).toEqual([])
})
