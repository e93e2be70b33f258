import { isSampled } from '@mock/rules/auto-claim'
import { capOf } from '@mock/handlers/views/caps'
import { CLAIMANT, matchedAll, reread } from '@tests/builders/after-submission'
import type { Api } from '@tests/builders/api'
import { createWorld, type World } from '@tests/builders/world'

/** Numbers that no sampling takes to a person. */
const numbers = Array.from({ length: 60 }, (_, at) => `CLM-2026-0009${String(at).padStart(2, '0')}`).filter((no) => !isSampled(no))
const take = (count: number): string[] => numbers.slice(0, count)

let world: World
let courier: Api
beforeEach(async () => {
  world = await createWorld()
  courier = await world.as(CLAIMANT)
})
const confirm = ({ claimId, version }: { claimId: string; version: number }) => courier('confirmAutoClaim', { params: { claimId }, version, body: {} })
const paidOf = async (): Promise<number> => (await world.store.transact((tx) => tx.list('payout', CLAIMANT))).reduce((sum, { amountFen }) => sum + amountFen, 0)

test('three stays matched at once, two that a period pays: the third yes goes to a person, and nothing is paid for it', async () => {
  const claims = await matchedAll(world, take(3))
  expect(claims.map(({ status }) => status.state)).toEqual(['AUTO_MATCHED', 'AUTO_MATCHED', 'AUTO_MATCHED'])
  const answers = await Promise.all(claims.map(confirm))
  expect(answers.map((answer) => answer.ok().status.state).sort()).toEqual(['PAYING', 'PAYING', 'REVIEWING'])
  const third = answers.map((answer) => answer.ok()).find(({ status }) => status.state === 'REVIEWING')
  expect(third?.timeline.map(({ detailZh }) => detailZh)).toContain('需人工判断')
  expect(third?.actions).toContain('addPapers')
  expect(await paidOf()).toBe(2 * 440_000)
})

test('a cap that another claim has used meanwhile: the lower amount is asked about anew, and the second yes takes it', async () => {
  const [one, two] = await matchedAll(world, take(2))
  if (!one || !two) throw new Error('nothing was matched')
  ;(await confirm(one)).ok()
  // As if the first had been a much larger one: 1,000.00 are left of the cap.
  await world.store.transact(async (tx) => {
    const record = await tx.get('claim', one.claimId)
    const cover = (await tx.list('coverage', CLAIMANT)).find(({ planId }) => planId === 'P1')
    if (!record?.decision || !cover) throw new Error('no decision')
    await tx.put('claim', { ...record, decision: { ...record.decision, perPlanFen: { P1: capOf(cover).fen - 100_000 } } })
  })
  const asked = await confirm(two)
  expect(asked.problem('CLAIM_STATE_CONFLICT')).toMatchObject({ status: 409, detail: '另一笔申领用去了一部分限额，这笔现在可领1,000.00元，请看过再确认。', state: 'AUTO_MATCHED', version: two.version + 1 })
  const now = await reread(world, two)
  expect(now).toMatchObject({ version: two.version + 1, status: { state: 'AUTO_MATCHED' }, estimate: { amountFen: 100_000 }, payoutIds: [] })
  expect((await confirm(now)).ok()).toMatchObject({ status: { state: 'PAYING' }, decision: { amountFen: 100_000 } })
  expect(await paidOf()).toBe(440_000 + 100_000)
})
