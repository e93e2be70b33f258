import type { SubscriptionAnswer } from '@/contract/schemas/session'
import { offeredAfter, type Ledger } from '@mock/rules/subscriptions'
import { api } from '@tests/builders/api'
import { claimAt, CLAIMANT, grant } from '@tests/builders/golden-claims'
import { createWorld, type World } from '@tests/builders/world'

const NOW = '2026-11-23T10:00:00+08:00'
const entry = (lastAnswer: SubscriptionAnswer, left: number, answeredAt: string): Ledger => ({ template: 'CLAIM_PROGRESS', left, lastAnswer, answeredAt })

test.each<[string, Ledger[], boolean, boolean]>([
  ['never asked', [], true, true],
  ['without C7', [], false, false],
  ['one is left', [entry('accept', 1, NOW)], true, false],
  ['used up', [entry('accept', 0, NOW)], true, true],
  ['refused the day before the rest ends', [entry('reject', 0, '2026-08-26T10:00:00+08:00')], true, false],
  ['refused 90 days ago', [entry('reject', 0, '2026-08-25T10:00:00+08:00')], true, true],
  ['switched off in WeChat, long ago', [entry('ban', 0, '2025-01-01T10:00:00+08:00')], true, false],
])('%s', (_, ledger, c7, offered) => {
  expect(offeredAfter('SUBMIT', ledger, c7, NOW).includes('CLAIM_PROGRESS')).toBe(offered)
})
test('three at most, those of the occasion', () => {
  expect(offeredAfter('SUBMIT', [], true, NOW)).toEqual(['CLAIM_PROGRESS', 'ACTION_NEEDED', 'PAYOUT_RESULT'])
  expect(offeredAfter('GIFT', [], true, NOW)).toEqual(['GIFT_RESULT', 'RENEWAL'])
})

const sentTo = (world: World, ownerId: string) => world.store.transact((tx) => tx.list('wechatMessage', ownerId))
const left = async (world: World, template: string): Promise<number | undefined> =>
  (await (await world.as(CLAIMANT))('listSubscriptions', { query: {} })).ok().items.find((item) => item.template === template)?.left
const accept = async (world: World, template: 'PAYOUT_RESULT' | 'CLAIM_PROGRESS'): Promise<void> =>
  void (await (await world.as(CLAIMANT))('answerSubscriptions', { body: { answers: [{ template, answer: 'accept' }] } })).ok()

it('one accept is one message; sending uses it up, and the inbox has everything', async () => {
  const world = await createWorld()
  await grant(world, CLAIMANT, 'C7')
  await accept(world, 'PAYOUT_RESULT')
  await claimAt(world, 'PAYING')
  expect(await left(world, 'PAYOUT_RESULT')).toBe(1)
  await world.move(4)
  expect(await left(world, 'PAYOUT_RESULT')).toBe(0)
  const sent = await sentTo(world, CLAIMANT)
  expect(sent).toMatchObject([{ template: 'PAYOUT_RESULT', titleZh: '已到账', amountZh: '8,000.00元' }])
  // No more than title, date, amount and number leaves for WeChat.
  expect(Object.keys(sent[0] ?? {}).sort()).toEqual(['amountZh', 'at', 'dateZh', 'id', 'leadsTo', 'number', 'ownerId', 'template', 'titleZh'])
})

it('C7 withdrawn: nothing goes to WeChat, what is left stays, the inbox goes on', async () => {
  const world = await createWorld()
  await grant(world, CLAIMANT, 'C7')
  await accept(world, 'PAYOUT_RESULT')
  await claimAt(world, 'PAYING')
  await grant(world, CLAIMANT, 'C7', false)
  await world.move(4)
  expect(await sentTo(world, CLAIMANT)).toEqual([])
  expect(await left(world, 'PAYOUT_RESULT')).toBe(1)
  expect((await (await world.as(CLAIMANT))('listMessages', { query: {} })).ok().items.map(({ titleZh }) => titleZh)).toContain('已到账')
})

it('the same answer again with its key counts once', async () => {
  const { core, as } = await createWorld()
  const courier = await as(CLAIMANT)
  const body = { answers: [{ template: 'RENEWAL' as const, answer: 'accept' as const }] }
  const key = 'subscribe-once-0001'
  for (let time = 0; time < 2; time += 1) (await courier('answerSubscriptions', { key, body })).ok()
  expect((await courier('listSubscriptions', { query: {} })).ok().items.find(({ template }) => template === 'RENEWAL')?.left).toBe(1)
  expect((await api(core)('listSubscriptions', { query: {} })).problem().code).toBe('UNAUTHENTICATED')
})
