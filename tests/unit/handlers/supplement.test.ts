import type { Claim } from '@/contract/schemas/claim'
import { addPaper, answerItem, askedForMore, CLAIMANT, reread, twoItems } from '@tests/builders/after-submission'
import type { Api } from '@tests/builders/api'
import { goldenInvoice, goldenStay } from '@tests/builders/golden-claims'
import { createWorld, type World } from '@tests/builders/world'

let world: World
let courier: Api
let claim: Claim

beforeEach(async () => {
  world = await createWorld()
  claim = await askedForMore(world)
  courier = await world.as(CLAIMANT)
})

const titles = async (): Promise<string[]> => (await courier('listMessages')).ok().items.map(({ titleZh }) => titleZh)
const resubmit = (reasons: { itemId: string; reasonZh: string }[] = [], { claimId, version } = claim) => courier('resubmitClaim', { params: { claimId }, version, body: { reasons } })
const idOf = (place: number, { supplement } = claim): string => supplement?.items[place]?.itemId ?? ''
const askAgain = async (items = twoItems) => (await world.tester())('decideClaim', { params: claim, body: { decision: 'REQUEST_MORE', items } })

it('says of each item what, why, how, and of all of them by when', () => {
  expect(claim.status).toMatchObject({ state: 'SUPPLEMENT', nextZh: expect.stringContaining('2项'), memberActs: true })
  expect(claim.actions).toEqual(['resubmit', 'withdraw'])
  expect(claim.supplement).toMatchObject({ dueOn: '2027-01-30', round: 1, maxRounds: 2 })
  expect(claim.supplement?.items).toMatchObject([
    { documentType: 'MEDICAL_INVOICE', titleZh: '医疗收费票据', whatZh: '医疗收费票据的文字看不清。', tipZh: '请在光线充足处平放拍摄,避免反光和抖动。', state: 'OPEN', stateZh: '待补充', reasonGivenZh: null },
    { documentType: 'INSURANCE_SETTLEMENT', whatZh: '医保结算单需要加盖出具单位公章。', state: 'OPEN' },
  ])
  for (const { whyZh, sampleNoteZh } of claim.supplement?.items ?? []) expect(whyZh.length * sampleNoteZh.length).toBeGreaterThan(0)
})

it('is said in a message and on the first page, both of which lead to the list', async () => {
  const leadsTo = { page: 'claimSupplement', id: claim.claimId }
  expect((await courier('listMessages')).ok().items[0]).toMatchObject({ titleZh: '待补材料', leadsTo })
  expect((await courier('getHome')).ok().todos.find(({ kind }) => kind === 'SUPPLEMENT')).toMatchObject({ leadsTo })
})

it('goes back to the reviewer when every item has a file; the pause moves the promised day', async () => {
  await world.move(4)
  await answerItem(courier, claim, 0)
  expect((await reread(world, claim)).supplement?.items.map(({ state }) => state)).toEqual(['RECEIVED', 'OPEN'])
  expect((await resubmit()).problem('FILES_INCOMPLETE').detail).toContain('还有1项材料没有收到')
  await answerItem(courier, claim, 1)
  const back = (await resubmit()).ok()
  expect(back).toMatchObject({ status: { state: 'REVIEWING' }, supplement: null, consentsNeeded: [] })
  expect(back.timeline.map(({ titleZh, whoZh }) => `${titleZh} ${whoZh}`).slice(-2)).toEqual(['待补材料 代办处审核人员', '已补充材料 您'])
  expect((await titles())[0]).toBe('补材料已收到')
  expect((await courier('getHome')).ok().todos.map(({ kind }) => kind)).not.toContain('SUPPLEMENT')
})

it('takes a reason in place of a file, and shows it when the same paper is asked for again', async () => {
  await answerItem(courier, claim, 0)
  const back = (await resubmit([{ itemId: idOf(1), reasonZh: ' 医保局已停止补打。 ' }])).ok()
  expect(back.timeline[back.timeline.length - 1]?.detailZh).toBe('医保结算单：医保局已停止补打。')
  ;(await askAgain()).ok()
  const again = await reread(world, claim)
  expect(again.supplement).toMatchObject({ round: 2, items: [{ state: 'OPEN', reasonGivenZh: null }, { state: 'OPEN', reasonGivenZh: '医保局已停止补打。' }] })
  expect(idOf(1, again)).not.toBe(idOf(1))
  ;(await resubmit(again.supplement?.items.map(({ itemId }) => ({ itemId, reasonZh: '没有。' })), again)).ok()
  expect((await askAgain()).problem('CLAIM_STATE_CONFLICT').detail).toMatch(/状态已变化/)
})

it('does not take a reason for what nobody asked for, nor an empty one', async () => {
  expect((await resubmit([{ itemId: 'S9-9', reasonZh: '没有' }])).problem('VALIDATION_FAILED').fieldErrors).toHaveProperty('/reasons/0/itemId')
  expect((await resubmit([{ itemId: idOf(0), reasonZh: '  ' }])).problem('VALIDATION_FAILED').fieldErrors).toHaveProperty('/reasons/0/reasonZh')
})

it('takes files for what was asked for only, and takes back those only', async () => {
  const register = (extra: object) => courier('registerDocument', { params: claim, body: { documentType: 'MEDICAL_INVOICE', clientRef: 'other', name: 'a.jpg', ...extra } })
  expect((await register({})).problem('CLAIM_STATE_CONFLICT').detail).toBe('现在只能补充清单上要求的材料。')
  expect((await register({ supplementItemId: 'S9-9' })).problem('CLAIM_STATE_CONFLICT').status).toBe(409)
  expect((await register({ supplementItemId: idOf(1) })).problem('VALIDATION_FAILED').fieldErrors).toHaveProperty('/documentType')
  const documentId = await answerItem(courier, claim, 0)
  const first = claim.documents[0]?.documentId ?? ''
  expect((await courier('removeDocument', { params: { claimId: claim.claimId, documentId: first } })).problem('CLAIM_STATE_CONFLICT').status).toBe(409)
  ;(await courier('removeDocument', { params: { claimId: claim.claimId, documentId } })).ok()
  await answerItem(courier, claim, 0, 'again')
  ;(await resubmit([{ itemId: idOf(1), reasonZh: '没有' }])).ok()
  expect((await register({ supplementItemId: idOf(0) })).problem('CLAIM_STATE_CONFLICT').detail).toBe('申领已提交，材料不能再改。')
})

it('refuses an empty list, and a code that is no reason to ask for a paper', async () => {
  const reviewing = (await resubmit(claim.supplement?.items.map(({ itemId }) => ({ itemId, reasonZh: '没有' })))).ok()
  const tester = await world.tester()
  expect((await tester('decideClaim', { params: reviewing, body: { decision: 'REQUEST_MORE' } })).problem('VALIDATION_FAILED').fieldErrors).toHaveProperty('/items')
  expect((await askAgain([])).problem('VALIDATION_FAILED').status).toBe(422)
  expect((await askAgain([{ documentType: 'MEDICAL_INVOICE', reasonCode: 'NOT_COVERED' }])).problem('VALIDATION_FAILED').status).toBe(422)
})

it('has words for every reason to ask for a paper', async () => {
  ;(await resubmit(claim.supplement?.items.map(({ itemId }) => ({ itemId, reasonZh: '没有' })))).ok()
  const codes = ['DOC_MISSING', 'DOC_UNREADABLE', 'DOC_CROPPED', 'DOC_WRONG_TYPE', 'DOC_NAME_MISMATCH', 'DOC_STAMP_MISSING', 'DOC_PAGE_MISSING', 'INVOICE_UNVERIFIED', 'DIAGNOSIS_UNCLEAR']
  ;(await askAgain(codes.map((reasonCode) => ({ documentType: 'MEDICAL_INVOICE' as const, reasonCode })))).ok()
  const { supplement } = await reread(world, claim)
  expect(supplement?.items).toHaveLength(codes.length)
  for (const { whatZh, tipZh } of supplement?.items ?? []) expect(`${whatZh}${tipZh}`).not.toMatch(/[{}]|undefined|。。/)
})

describe('after the last day', () => {
  beforeEach(() => world.move(31))

  it('the list is gone, and a late answer is told so', async () => {
    expect((await resubmit()).problem('VERSION_STALE').status).toBe(412)
    const late = await reread(world, claim)
    expect(late).toMatchObject({ status: { state: 'EXPIRED', nextZh: expect.stringContaining('可重新启用一次') }, supplement: null, actions: ['reopen'] })
    expect((await resubmit([], late)).problem('CLAIM_STATE_CONFLICT').status).toBe(409)
    expect((await titles())[0]).toBe('已过期')
  })

  it('is opened again once, with its papers and its invoice; after the second time only a new claim helps', async () => {
    const late = await reread(world, claim)
    const draft = (await courier('reopenClaim', { params: claim, version: late.version, body: {} })).ok()
    expect(draft).toMatchObject({ status: { state: 'DRAFT' }, missing: [], invoice: goldenInvoice })
    expect(draft.actions).toEqual(['edit', 'submit', 'discard'])
    expect((await courier('listMessages')).ok().items[0]).toMatchObject({ titleZh: '已重新启用', leadsTo: { page: 'claimDraft', id: claim.claimId } })
    const other = (await courier('createClaim', { body: { cause: 'ILLNESS' } })).ok()
    expect((await courier('updateClaim', { params: other, version: other.version, body: { stay: goldenStay, invoice: goldenInvoice } })).problem('DUPLICATE_INVOICE').status).toBe(409)

    await world.move(91)
    const again = await reread(world, claim)
    expect(again).toMatchObject({ status: { state: 'EXPIRED' }, actions: ['refile'] })
    expect((await courier('reopenClaim', { params: claim, version: again.version, body: {} })).problem('CLAIM_STATE_CONFLICT').detail).toContain('已重新启用过一次')
  })
})

it('a late photo of a reopened claim is taken into the draft', async () => {
  await world.move(31)
  const { version } = await reread(world, claim)
  ;(await courier('reopenClaim', { params: claim, version, body: {} })).ok()
  await addPaper(world, claim, 'OTHER', 'late')
})

it('asked for by the unit union: goes back there', async () => {
  world = await createWorld()
  const over60 = { claimId: 'CLM-2026-000025' }
  ;(await (await world.tester())('decideClaim', { params: over60, body: { decision: 'REQUEST_MORE', items: twoItems } })).ok()
  const member = await world.as('over60')
  const asked = (await member('getClaim', { params: over60 })).ok()
  expect(asked.timeline[asked.timeline.length - 1]).toMatchObject({ titleZh: '待补材料', whoZh: '单位工会' })
  const reasons = (asked.supplement?.items ?? []).map(({ itemId }) => ({ itemId, reasonZh: '没有' }))
  expect((await member('resubmitClaim', { params: over60, version: asked.version, body: { reasons } })).ok().status.state).toBe('UNION_CHECK')
})

it('says what exactly is missing where the reviewer has written it down, in the list and in the letter', async () => {
  const fresh = await createWorld()
  const asked = await askedForMore(fresh, [{ documentType: 'MEDICAL_INVOICE', reasonCode: 'DOC_PAGE_MISSING', noteZh: '缺第3页。' }, { documentType: 'INSURANCE_SETTLEMENT', reasonCode: 'DOC_STAMP_MISSING' }])
  expect(asked.supplement?.items.map(({ whatZh }) => whatZh.endsWith('缺第3页。'))).toEqual([true, false])
  const [letter] = (await fresh.store.transact((tx) => tx.list('letter', CLAIMANT))).filter(({ kind }) => kind === 'SUPPLEMENT')
  expect(JSON.stringify(letter?.sheet.blocks)).toContain('缺第3页。')
})
