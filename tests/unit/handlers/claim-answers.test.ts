import type { Claim } from '@/contract/schemas/claim'
import { askedForMore, claimAt, CLAIMANT, grant, matched, reread, SAMPLED_NO } from '@tests/builders/after-submission'
import type { Api } from '@tests/builders/api'
import { goldenAmounts } from '@tests/builders/golden-claims'
import { photo } from '@tests/builders/photo'
import { createWorld, type World } from '@tests/builders/world'

let world: World
let courier: Api
beforeEach(async () => {
  world = await createWorld()
  courier = await world.as(CLAIMANT)
})

const newest = async () => (await courier('listMessages')).ok().items[0]
const at = ({ claimId, version }: Pick<Claim, 'claimId' | 'version'>) => ({ params: { claimId }, version })

describe('免审待确认', () => {
  it('shows source, rule, clause and arithmetic, and asks for one of three answers', async () => {
    const claim = await matched(world)
    expect(claim).toMatchObject({ status: { state: 'AUTO_MATCHED' }, actions: ['confirm', 'dispute', 'decline'], hasReceipt: false, appeal: null })
    expect(claim.auto).toEqual({
      dataAsOf: '2027-01-02T02:00:00+08:00',
      sourceZh: '示例区第一人民医院2026年12月30日出院结算数据(更新于2027年1月2日 02:00)',
      ruleZh: '住院医保补充保障计划第P1-1条',
      clauseZh: '示例条款P1-1:医保统筹范围内个人自付部分按80%互助,每一保障期最多两次住院。',
      formulaZh: '5,500.00 × 80% = 4,400.00',
      dueOn: '2027-02-01',
      sampled: false,
      personZh: '转人工审核后，这笔4,400.00元要等审核完成才发放，完成时间以实际审核为准。金额可能不变、增加或减少。转过去以后不能再直接确认收款。',
    })
    expect(claim.estimate).toMatchObject({ amountFen: 440_000, noteZh: '按医保结算数据核算。' })
    expect((await courier('getHome')).ok().todos[0]).toMatchObject({ kind: 'CONFIRM', leadsTo: { page: 'claimDetail', id: claim.claimId } })
  })

  it('确认收款: decided as it was shown, on its way in the same moment, paid by the bank', async () => {
    const claim = await matched(world)
    const taken = (await courier('confirmAutoClaim', { ...at(claim), body: {} })).ok()
    expect(taken).toMatchObject({ status: { state: 'PAYING' }, decision: { amountFen: 440_000 }, appeal: { used: false }, auto: { dueOn: null } })
    expect(taken.decision?.lines).toEqual(claim.estimate?.lines)
    expect((await courier('listMessages')).ok().items.map(({ titleZh }) => titleZh)).toContain('已核定')
    await world.move(4)
    expect(await reread(world, claim)).toMatchObject({ status: { state: 'PAID' }, actions: ['appeal', 'feedback'], hasReceipt: false })
    expect((await courier('listPayouts', { query: {} })).ok().yearPaidFen).toBe(440_000)
  })

  it('one in twenty goes to a person first, and the member is told', async () => {
    // The partner's report takes a sampled claim to a person at once; here one is left that waits for its yes.
    const claim = await matched(world)
    await world.store.transact(async (tx) => {
      const record = await tx.get('claim', claim.claimId)
      if (record) await tx.put('claim', { ...record, id: SAMPLED_NO, claimNo: SAMPLED_NO })
    })
    const sampled = (await courier('confirmAutoClaim', { params: { claimId: SAMPLED_NO }, version: claim.version, body: {} })).ok()
    expect(sampled).toMatchObject({ status: { state: 'REVIEWING', nextZh: expect.stringContaining('抽中人工复核') }, auto: { sampled: true }, payoutIds: [] })
    expect(await newest()).toMatchObject({ titleZh: '抽中人工复核' })
  })

  it.each([
    ['DATA_WRONG', '您提出数据有误'],
    ['HUMAN', '您申请了人工审核'],
  ] as const)('%s: a person looks, the data stays, papers may be added', async (choice, wordsZh) => {
    const claim = await matched(world)
    const looked = (await courier('disputeAutoClaim', { ...at(claim), body: { choice } })).ok()
    expect(looked).toMatchObject({ status: { state: 'REVIEWING' }, actions: ['addPapers', 'withdraw'], consentsNeeded: ['C3'], auto: { dueOn: null } })
    expect(looked.timeline.map(({ detailZh }) => detailZh)).toContain(wordsZh)
    // The check of the system passes in the same run, and each step has its message.
    expect((await courier('listMessages')).ok().items.slice(0, 2).map(({ titleZh }) => titleZh)).toEqual(expect.arrayContaining(['人工审核', '已转人工审核']))
  })

  it('the letter of what a person then decides says that one has looked, and nothing of papers', async () => {
    const claim = (await courier('disputeAutoClaim', { ...at(await matched(world)), body: { choice: 'HUMAN' } })).ok()
    ;(await (await world.tester())('decideClaim', { params: { claimId: claim.claimId }, body: { decision: 'APPROVE' } })).ok()
    const letter = await world.store.transact((tx) => tx.get('letter', `${claim.claimId}-L1`))
    expect(letter?.sheet.blocks).toContainEqual(expect.objectContaining({ textZh: `根据${claim.auto?.sourceZh ?? '—'}核算的互助金，已由工作人员审核完毕。核定如下。` }))
  })

  it('evidence needs C3, and what has arrived stays', async () => {
    const claim = (await courier('disputeAutoClaim', { ...at(await matched(world)), body: { choice: 'DATA_WRONG' } })).ok()
    const register = () => courier('registerDocument', { params: claim, body: { documentType: 'OTHER', clientRef: 'evidence', name: 'a.jpg' } })
    expect((await register()).problem('CONSENT_REQUIRED')).toHaveProperty('consentId', 'C3')
    await grant(world, CLAIMANT, 'C3')
    const { documentId } = (await register()).ok()
    const params = { claimId: claim.claimId, documentId }
    ;(await courier('uploadDocument', { params, file: { bytes: photo('evidence'), name: 'a.jpg' } })).ok()
    expect((await courier('removeDocument', { params })).problem('CLAIM_STATE_CONFLICT').status).toBe(409)
    expect((await courier('uploadDocument', { params, file: { bytes: photo('other bytes'), name: 'a.jpg' } })).problem('CLAIM_STATE_CONFLICT').status).toBe(409)
    ;(await courier('uploadDocument', { params, file: { bytes: photo('evidence'), name: 'a.jpg' } })).ok()
  })

  it('不领取: nothing is paid, and the stay can be claimed by hand', async () => {
    const claim = await matched(world)
    const declined = (await courier('declineAutoClaim', { ...at(claim), body: {} })).ok()
    expect(declined).toMatchObject({ status: { state: 'WITHDRAWN' }, actions: ['refile'], payoutIds: [] })
    expect(await newest()).toMatchObject({ titleZh: '已撤回' })
    await grant(world, CLAIMANT, 'C3')
    const next = (await courier('createClaim', { body: { cause: 'ILLNESS' } })).ok()
    ;(await courier('updateClaim', { ...at(next), body: { stay: claim.stay ?? undefined, invoice: claim.invoice ?? undefined } })).ok()
  })

  it('silence is no consent: after 30 days it expires, opens again as a draft by hand, and the question is gone', async () => {
    const claim = await matched(world)
    await world.move(31)
    const late = await reread(world, claim)
    expect(late).toMatchObject({ status: { state: 'EXPIRED' }, actions: ['reopen'], payoutIds: [] })
    const draft = (await courier('reopenClaim', { ...at(late), body: {} })).ok()
    expect(draft).toMatchObject({ status: { state: 'DRAFT' }, auto: null, amounts: { inScopeSelfPayFen: 550_000 }, consentsNeeded: ['C3'] })
  })

  it('handed in, expired and opened again, it is a draft: what it was handed in by is no receipt of it', async () => {
    const asked = await askedForMore(world)
    expect(asked.hasReceipt).toBe(true)
    await world.move(61)
    const late = await reread(world, asked)
    expect(late).toMatchObject({ status: { state: 'EXPIRED' }, hasReceipt: true })
    expect((await courier('reopenClaim', { ...at(late), body: {} })).ok()).toMatchObject({ status: { state: 'DRAFT' }, hasReceipt: false })
    expect((await courier('getClaimReceipt', { params: asked })).status).toBe(404)
  })
})

describe('申请复核', () => {
  const appeal = async (claim: Claim, reasonZh = '入院当天已过免责期,请再核对。') => courier('appealClaim', { ...at(claim), body: { reasonZh } })
  const decide = async (claim: Claim, decision: 'OVERTURN' | 'UPHOLD', more = {}) => (await world.tester())('decideClaim', { params: claim, body: { decision, ...more } })

  it('of a refusal: other people look again, by a day, and what was written is kept', async () => {
    const refused = await claimAt(world, 'REJECTED')
    expect(refused).toMatchObject({ actions: ['appeal'], appeal: { until: '2027-03-01', used: false, groundsZh: null, resultZh: null, nextZh: expect.stringContaining('未参与原审核的人员') } })
    const appealed = (await appeal(refused)).ok()
    expect(appealed).toMatchObject({ status: { state: 'APPEALING', whoZh: '复核人员' }, appeal: { used: true, groundsZh: '入院当天已过免责期,请再核对。' }, actions: ['addPapers'] })
    expect(await newest()).toMatchObject({ titleZh: '复核已受理', leadsTo: { page: 'claimDetail', id: refused.claimId } })
    expect((await courier('getHome')).ok().todos[0]).toMatchObject({ kind: 'IN_REVIEW', leadsTo: { page: 'claimDetail', id: refused.claimId } })
    expect((await (await world.tester())('listOpenClaims')).ok().items.map(({ claimId }) => claimId)).toContain(refused.claimId)
  })

  it('upheld: closed, the reason in writing, and there is no second appeal', async () => {
    const refused = await claimAt(world, 'REJECTED')
    ;(await appeal(refused)).ok()
    ;(await decide(refused, 'UPHOLD', { reasonZh: '条款C-6列明,不予互助。' })).ok()
    const closed = await reread(world, refused)
    expect(closed).toMatchObject({ status: { state: 'CLOSED' }, appeal: { resultZh: '条款C-6列明,不予互助。' }, actions: ['feedback'], decision: { amountFen: 0 } })
    expect(await newest()).toMatchObject({ titleZh: '复核维持原决定' })
    expect((await appeal(closed)).problem('CLAIM_STATE_CONFLICT').detail).toContain('复核机会已使用')
  })

  it('overturned for persona hardship: the waiting period is waived, the whole amount paid, and told', async () => {
    const params = { claimId: 'CLM-2026-000024' }
    const hardship = await world.as('hardship')
    const refused = (await hardship('getClaim', { params })).ok()
    ;(await hardship('appealClaim', { ...at(refused), body: { reasonZh: '属于续保。' } })).ok()
    ;(await decide(refused, 'OVERTURN', { reasonZh: '核实属于续保,不设免责期。' })).ok()
    const won = (await hardship('getClaim', { params })).ok()
    expect(won).toMatchObject({ status: { state: 'PAYING' }, decision: { amountFen: 160_000, split: { memberFinalFen: 40_000 } }, appeal: { used: true, resultZh: '核实属于续保,不设免责期。' } })
    expect((await hardship('listMessages')).ok().items.map(({ textZh }) => textZh)).toContainEqual(expect.stringContaining('复核核定互助金1,600.00元,应补付1,600.00元'))
  })

  it('of money that was paid: what is paid stays, only the difference follows', async () => {
    const paid = await claimAt(world, 'PAID')
    ;(await appeal(paid, '自付金额应为12,000.00元。')).ok()
    const notMore = await decide(paid, 'OVERTURN', { amounts: goldenAmounts })
    expect(notMore.problem('VALIDATION_FAILED').detail).toContain('复核金额应高于已拨付的金额')
    ;(await decide(paid, 'OVERTURN', { amounts: { ...goldenAmounts, pooledFen: 2_500_000, inScopeSelfPayFen: 1_200_000 } })).ok()
    const won = await reread(world, paid)
    expect(won).toMatchObject({ status: { state: 'PAYING' }, decision: { amountFen: 960_000 }, payoutIds: [expect.anything(), expect.anything()] })
    expect((await courier('getPayout', { params: { payoutId: won.payoutIds[1] ?? '' } })).ok().amountFen).toBe(160_000)
    await world.move(4)
    expect(await reread(world, paid)).toMatchObject({ status: { state: 'PAID', nextZh: expect.stringContaining('9,600.00元已到账') }, actions: ['feedback'] })
  })

  it('after its last day is refused with that day, and not offered', async () => {
    const refused = await claimAt(world, 'REJECTED')
    await world.move(61)
    const late = await reread(world, refused)
    expect(late).toMatchObject({ status: { state: 'CLOSED' }, actions: ['feedback'] })
    expect((await appeal(late)).problem('CLAIM_STATE_CONFLICT').detail).toBe('复核申请期已于2027年3月1日结束;有疑问请拨打12351。')
  })

  it('wants grounds', async () => {
    const refused = await claimAt(world, 'REJECTED')
    expect((await appeal(refused, ' \n ')).problem('VALIDATION_FAILED').fieldErrors).toHaveProperty('/reasonZh')
  })

  it('takes papers while it is looked at, and not after', async () => {
    const refused = await claimAt(world, 'REJECTED')
    const register = (clientRef: string) => courier('registerDocument', { params: refused, body: { documentType: 'OTHER', clientRef, name: 'a.jpg' } })
    expect((await register('early')).problem('CLAIM_STATE_CONFLICT').status).toBe(409)
    ;(await appeal(refused)).ok()
    ;(await register('in time')).ok()
    ;(await decide(refused, 'UPHOLD')).ok()
    expect((await register('late')).problem('CLAIM_STATE_CONFLICT').status).toBe(409)
  })
})
