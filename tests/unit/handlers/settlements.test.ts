import type { PushSettlement, SettlementOutcome } from '@/contract/schemas/tester'
import { reasonWords } from '@mock/rules/reasons'
import { grant } from '@tests/builders/golden-claims'
import { payoutsOf } from '@tests/builders/payouts'
import { createWorld, type World } from '@tests/builders/world'

/** Standing consent, verified card, P1 and P3 that hold: every guard is in order. */
const MEMBER = 'industrial'
const INVOICE = { code: '44990026', number: '0000009001' }

async function push(world: World, change: Partial<PushSettlement> = {}, accountId = MEMBER): Promise<SettlementOutcome> {
  return (await (await world.tester())('pushSettlement', { body: { accountId, invoice: INVOICE, ...change } })).ok()
}
const claimOf = async (world: World, { claimId }: SettlementOutcome, persona = MEMBER) => (await (await world.as(persona))('getClaim', { params: { claimId: claimId ?? 'none' } })).ok()
const messages = async (world: World, persona = MEMBER) => (await (await world.as(persona))('listMessages', { query: {} })).ok().items
const stored = async (world: World) => world.store.transact(async (tx) => ({ claims: (await tx.list('claim')).length, messages: (await tx.list('message')).length, settlements: (await tx.list('settlement')).length }))

/** The first numbers of a fresh world are not among the sampled ones. */
it('standing consent: from the settlement to the payout in one run, without a tap, and to the money with the bank', async () => {
  const world = await createWorld()
  const outcome = await push(world)
  expect(outcome).toMatchObject({ outcome: 'MATCHED', reasonCode: null })
  const claim = await claimOf(world, outcome)
  expect(claim.status.state).toBe('PAYING')
  expect(claim.timeline.map(({ titleZh }) => titleZh)).toEqual(['免审待确认', '已核定', '拨付中'])
  expect(claim.auto).toMatchObject({ sourceZh: expect.stringContaining('出院结算数据'), ruleZh: expect.stringContaining('住院医保补充'), formulaZh: expect.stringContaining('80%') })
  // P1 pays of the bill, P3 a day in hospital: the picture of the bill says why it shows less than the amount.
  expect(claim.decision).toMatchObject({ amountFen: 464_000, split: { mutualAidFen: 440_000, besideZh: '互助金共4,640.00元：4,400.00元分担账单，住院津贴240.00元另外给付，不算在账单里。' } })
  // Decided by no reviewer.
  expect(claim.decision?.noteZh).toBe('按医保结算数据核算，2026年11月23日按您的“自动到账”授权确认。')
  expect((await messages(world)).slice(0, 2).map(({ titleZh }) => titleZh)).toEqual(['拨付中', '免审即享'])
  await world.move(1)
  const [payout] = await payoutsOf(world, MEMBER)
  expect((await payoutsOf(world, MEMBER)).some(({ claimId, status }) => claimId === claim.claimId && status.state === 'SUCCESS')).toBe(true)
  expect(payout?.paidAt).not.toBeNull()
  expect((await messages(world)).map(({ titleZh }) => titleZh)).toContain('已到账')
})

it('C2 without 自动到账: asks, and a yes pays', async () => {
  const world = await createWorld()
  ;(await (await world.as(MEMBER))('setConsent', { params: { consentId: 'C2' }, body: { granted: true, version: '1.0', standing: false } })).ok()
  const claim = await claimOf(world, await push(world))
  expect(claim.status).toMatchObject({ state: 'AUTO_MATCHED', memberActs: true })
  const confirmed = (await (await world.as(MEMBER))('confirmAutoClaim', { params: claim, version: claim.version, body: {} })).ok()
  expect(confirmed.status.state).toBe('PAYING')
})

it('without C2 nothing at all happens: no claim, no message, no record of the stay', async () => {
  const world = await createWorld()
  await grant(world, MEMBER, 'C2', false)
  const before = await stored(world)
  expect(await push(world)).toEqual({ outcome: 'NOTHING', reasonCode: 'AUTO_NO_CONSENT', claimId: null })
  expect(await stored(world)).toEqual(before)
})

it('another name: nothing is taken over or shown, a person looks', async () => {
  const world = await createWorld()
  const before = await stored(world)
  expect(await push(world, { nameZh: '何炉升' })).toEqual({ outcome: 'PERSON', reasonCode: 'AUTO_DATA_CONFLICT', claimId: null })
  expect(await stored(world)).toEqual(before)
})

describe('what a person of the office finds out about another name', () => {
  const conflict = async () => {
    const world = await createWorld()
    await push(world, { nameZh: '何炉升' })
    const reviewer = await world.as('reviewer-1')
    const task = (await reviewer('listOfficeTasks')).ok().items.find(({ kind }) => kind === 'IDENTITY_CONFLICT')
    if (!task) throw new Error('nothing for the reviewers')
    return { world, task, decide: async (decision: 'ACCEPT' | 'REFUSE') => (await reviewer('decideTask', { params: { taskId: task.taskId }, body: { decision } })).ok() }
  }
  const open = async (world: World) => (await (await world.as('reviewer-1'))('listOfficeTasks')).ok().items.filter(({ kind }) => kind === 'IDENTITY_CONFLICT')

  it('lies on the reviewers’ list with both names, not on the union’s', async () => {
    const { world, task } = await conflict()
    expect(task).toMatchObject({ titleZh: '医保数据姓名不一致', facts: [{ valueZh: '何炉生' }, { valueZh: '何炉升' }, { labelZh: '住院' }] })
    expect((await (await world.as('union-officer-2'))('listOfficeTasks')).ok().items).toEqual([])
    ;(await (await world.as('union-officer-2'))('decideTask', { params: task, body: { decision: 'ACCEPT' } })).problem('NOT_FOUND')
  })

  it('the same person: on as if the names were equal, to the money', async () => {
    const { world, decide } = await conflict()
    expect((await decide('ACCEPT')).resultZh).toBe('已按免审即享处理。')
    expect((await messages(world)).slice(0, 2).map(({ titleZh }) => titleZh)).toEqual(['拨付中', '免审即享'])
    expect(await open(world)).toEqual([])
  })

  it('somebody else: nothing of it is kept, and the member hears that it was not theirs', async () => {
    const { world, task, decide } = await conflict()
    const before = await stored(world)
    await decide('REFUSE')
    const [message] = await messages(world)
    expect(message).toMatchObject({ titleZh: '医保数据核对完毕', leadsTo: { page: 'claims', id: null } })
    expect(message?.textZh).not.toMatch(/何炉升|医院|\d/)
    expect(await stored(world)).toEqual({ ...before, messages: before.messages + 1 })
    expect(JSON.stringify(await world.store.transact((tx) => tx.get('task', task.taskId)))).not.toContain(INVOICE.number)
  })

  it('C2 withdrawn meanwhile: what waited is dropped unseen', async () => {
    const { world } = await conflict()
    await grant(world, MEMBER, 'C2', false)
    expect(await world.store.transact((tx) => tx.list('task'))).toEqual([])
  })
})

it('no cover on the day, and too late to claim: nothing', async () => {
  const world = await createWorld()
  const at = (admittedOn: string, dischargedOn: string) => push(world, { stay: { hospitalZh: '示例区第一人民医院', admittedOn, dischargedOn } })
  expect(await at('2025-06-01', '2025-06-05')).toMatchObject({ outcome: 'NOTHING', reasonCode: 'AUTO_RULE_DOUBT' })
  expect(await at('2024-01-02', '2024-01-05')).toMatchObject({ outcome: 'NOTHING', reasonCode: 'WINDOW_EXPIRED' })
})

it('an invoice that is claimed already: no second draft, the notice leads to the claim', async () => {
  const world = await createWorld()
  const first = await push(world)
  expect(await push(world)).toEqual({ outcome: 'NOTHING', reasonCode: 'AUTO_DUPLICATE', claimId: null })
  const [message] = await messages(world)
  expect(message).toMatchObject({ titleZh: '票据已在申领中', leadsTo: { page: 'claimDetail', id: first.claimId } })
})

const bill = { totalFen: 3_030_000, pooledFen: 2_480_000, inScopeSelfPayFen: 550_000, outOfScopeFen: 0, otherPaidFen: 0 }
const noCard = (world: World) => world.store.transact((tx) => tx.delete('bankCard', `card-${MEMBER}`).then(() => undefined))

/** Each failing guard: a draft that is filled in as far as the data go, with the reason in words - never a refusal. */
describe.each<[string, string, Partial<PushSettlement>, ((world: World) => Promise<unknown>)?]>([
  ['still in the waiting period', 'AUTO_RULE_DOUBT', {}, async (world) => world.store.transact(async (tx) => {
    for (const cover of await tx.list('coverage', MEMBER)) await tx.put('coverage', { ...cover, first: true, waitingEndsOn: '2026-12-31', benefitsFrom: '2027-01-01', effectiveOn: cover.effectiveOn > '2026-01-01' ? '2026-11-01' : cover.effectiveOn })
  })],
  ['a plan that needs papers', 'AUTO_PLAN_EXCLUDED', { amounts: { ...bill, totalFen: 3_080_000, outOfScopeFen: 50_000 } }, async (world) => world.store.transact(async (tx) => {
    const [cover] = await tx.list('coverage', MEMBER)
    if (cover) await tx.put('coverage', { ...cover, id: 'CV-P2', planId: 'P2' })
  })],
  ['more than 5,000 yuan', 'AUTO_AMOUNT_OVER', { amounts: { ...bill, totalFen: 3_280_000, inScopeSelfPayFen: 800_000 } }],
  // Nothing is not «above the limit»: the member must not read that.
  ['nothing to pay', 'AUTO_RULE_DOUBT', { amounts: { ...bill, totalFen: 2_480_000, inScopeSelfPayFen: 0 } }, async (world) => world.store.transact(async (tx) => {
    for (const cover of await tx.list('coverage', MEMBER)) if (cover.planId === 'P3') await tx.delete('coverage', cover.id)
  })],
  ['an accident', 'AUTO_ACCIDENT', { cause: 'ACCIDENT' }],
  ['somebody else is liable', 'AUTO_ACCIDENT', { thirdParty: true }],
  ['settled off-site by hand', 'AUTO_OFFSITE_MANUAL', { offsiteManual: true }],
  ['sums that do not fit', 'AUTO_DATA_CONFLICT', { amounts: { ...bill, pooledFen: 2_400_000 } }],
  ['a reversed bill', 'AUTO_DATA_CONFLICT', { reversed: true }],
  ['no card', 'AUTO_CARD_UNVERIFIED', {}, noCard],
  ['a card of today', 'AUTO_CARD_UNVERIFIED', {}, async (world) => (await (await world.as(MEMBER))('putBankAccount', { body: { cardNumber: '6228480000000000000' } })).ok()],
  ['no C5', 'AUTO_CARD_UNVERIFIED', {}, async (world) => grant(world, MEMBER, 'C5', false)],
  ['money to be given back', 'AUTO_RULE_DOUBT', {}, async (world) => {
    const paid = await push(world, { invoice: { code: '44990026', number: '0000009002' } })
    await world.store.transact(async (tx) => {
      const claim = await tx.get('claim', paid.claimId ?? '')
      if (claim) await tx.put('claim', { ...claim, progress: { ...claim.progress, state: 'RECOVERING', recoverFen: 1, recoverReasonCode: 'OVERPAID', recoverDueOn: '2026-12-31' } })
    })
  }],
])('%s', (_, reasonCode, change, prepare) => {
  it(`gives a draft with ${reasonCode}`, async () => {
    const world = await createWorld()
    await prepare?.(world)
    const outcome = await push(world, change)
    expect(outcome).toMatchObject({ outcome: 'PREFILLED', reasonCode })
    const draft = await claimOf(world, outcome)
    expect(draft).toMatchObject({ status: { state: 'DRAFT' }, invoice: INVOICE, stay: { hospitalZh: '示例区第一人民医院' }, actions: expect.arrayContaining(['edit']) })
    // Sums that do not fit are left for the papers; everything else is filled in.
    expect(draft.amounts).toEqual(change.amounts?.pooledFen === 2_400_000 ? null : (change.amounts ?? bill))
    const [message] = await messages(world)
    expect(message).toMatchObject({ titleZh: '申领草稿已备好', leadsTo: { page: 'claimDraft', id: draft.claimId } })
    expect(message?.textZh).toContain(reasonWords(reasonCode, { limit: '5,000.00', planName: '住院自费补贴保障计划', otherClaimNo: '' }).memberZh)
    // On the pages of the draft too: the message may be long gone.
    expect(message?.textZh).toContain(draft.preparedZh?.split('已为您备好')[0])
    expect(draft.checklist.find(({ documentType }) => documentType === 'OFFSITE_SETTLEMENT')?.required ?? false).toBe(reasonCode === 'AUTO_OFFSITE_MANUAL')
  })
})

it('five in a hundred go to a person before payment, and the member is told', async () => {
  const world = await createWorld()
  const seen = new Map<string, number>()
  for (let no = 0; no < 60 && !seen.has('REVIEWING'); no += 1) {
    const fresh = await push(world, { invoice: { code: '44990026', number: String(8_000_000_000 + no) } })
    if (fresh.outcome !== 'MATCHED') break
    const { status } = await claimOf(world, fresh)
    seen.set(status.state, (seen.get(status.state) ?? 0) + 1)
    // Each uses a place of the cover; the next one begins afresh.
    if (status.state !== 'REVIEWING') await world.store.transact((tx) => tx.delete('claim', fresh.claimId ?? ''))
    if (status.state !== 'REVIEWING') continue
    expect((await messages(world))[0]?.titleZh).toBe('抽中人工复核')
    const tasks = (await (await world.as('reviewer-1'))('listOfficeTasks')).ok().items
    expect(tasks.find(({ claimId }) => claimId === fresh.claimId)).toMatchObject({ kind: 'CLAIM', textZh: '免审即享抽中人工复核。' })
  }
  expect(seen.get('REVIEWING')).toBe(1)
})
