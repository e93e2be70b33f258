import type { Decide } from '@/contract/schemas/tester'
import { SIGNED } from '@tests/builders/signature'
import { applyClaim } from '@mock/rules/claim-machine'
import { workdayCalendar } from '@mock/rules/plans'
import { api, type Api } from '@tests/builders/api'
import { anAccident, GOOD_CARD } from '@tests/builders/golden-claims'
import { addPapers, approved, drafted, grantAll, handedIn } from '@tests/builders/kinds'
import { createWorld, type World } from '@tests/builders/world'
import { aGrant, filedByAgent } from '../../contract/people-calls'

const death = { accidentOn: '2026-11-02', accident: { ...anAccident, treatment: 'NONE' as const }, death: { diedOn: '2026-11-02' } }
const illness = {
  stay: { hospitalZh: '示例医院', admittedOn: '2026-11-01', dischargedOn: '2026-11-09' },
  amounts: { totalFen: 3_700_000, pooledFen: 2_700_000, inScopeSelfPayFen: 1_000_000, outOfScopeFen: 0, otherPaidFen: 0 },
}

describe('the beneficiary', () => {
  test('BV41: sees the death alone, files it, two people decide through the union, 60,000 to the own card', async () => {
    const world = await createWorld()
    const who = await world.as('beneficiary')
    const { options } = (await who('getClaimOptions', { query: {} })).ok()
    expect(options.map(({ cause, available, covers }) => [cause, available, covers.map(({ planId, worthZh }) => [planId, worthZh])])).toEqual([['DEATH', true, [['P4', '身故60,000元']]]])
    expect(options[0]?.papers.map(({ documentType }) => documentType)).toEqual(['ACCIDENT_STATEMENT', 'DEATH_CERTIFICATE', 'HUKOU_CANCELLATION', 'BENEFICIARY_ID', 'KINSHIP_PROOF'])
    const claim = await handedIn(who, 'DEATH', death)
    expect([claim.status.state, claim.forMasked]).toEqual(['UNION_CHECK', '蒋**'])
    ;(await (await world.tester())('decideClaim', { params: claim, body: { decision: 'APPROVE' } })).ok()
    await grantAll(who, 'C5')
    await world.move(4)
    const paid = (await who('getClaim', { params: claim })).ok()
    expect([paid.status.state, paid.decision?.amountFen, paid.decision?.lines.map(({ planId, amountFen }) => [planId, amountFen])]).toEqual(['PAID', 6_000_000, [['P4', 6_000_000]]])
    const [payout] = (await who('listPayouts', { query: {} })).ok().items
    expect([payout?.last4, payout?.amountFen, payout?.status.state]).toEqual(['0014', 6_000_000, 'SUCCESS'])
    expect((await who('listMessages', { query: {} })).ok().items.length).toBeGreaterThan(2)
    // Its letters are to somebody who is no member, and say whose death it was.
    const letters = (await world.store.transact((tx) => tx.list('letter', 'beneficiary'))).filter(({ kind }) => kind !== 'APPLICATION')
    expect(letters).toHaveLength(2)
    for (const { sheet } of letters) expect(sheet.blocks).toContainEqual({ kind: 'text', textZh: '许念安（会员 蒋远山 的受益人）：' })
  })

  test('nothing else of the one who died, and no other kind of claim', async () => {
    const world = await createWorld()
    const who = await world.as('beneficiary')
    await grantAll(who, 'C3')
    expect((await who('createClaim', { body: { cause: 'ILLNESS' } })).problem().code).toBe('CLAIM_NOT_COVERED')
    expect((await who('listCoverages', {})).problem().code).toBe('NOT_MEMBER')
    expect((await who('getCard', {})).problem().code).toBe('NOT_MEMBER')
  })

  test('a member cannot claim a death, and nobody signs in for who has died', async () => {
    const world = await createWorld()
    const member = await world.as('driver')
    expect((await member('createClaim', { body: { cause: 'DEATH' } })).problem()).toMatchObject({ code: 'CLAIM_NOT_COVERED' })
    expect((await world.anonymous('signIn', { body: { method: 'wechat', code: 'test:deceased', privacyVersion: '1.0' } })).problem().code).toBe('LOGIN_CODE_INVALID')
  })

  test('the sum is paid once, whoever files again', async () => {
    const world = await createWorld()
    const who = await world.as('beneficiary')
    await approved(world, who, 'DEATH', death)
    // What the beginning says and what the estimate says are one.
    expect((await who('getClaimOptions', { query: {} })).ok().options[0]?.covers.map(({ mostFen, problemZh }) => [mostFen, problemZh])).toEqual([[0, expect.stringContaining('身故互助金已经给付过')]])
    expect((await drafted(who, 'DEATH', death)).estimate).toMatchObject({ amountFen: 0 })
  })
})

test('an agent reads of the member’s covers, not of own ones', async () => {
  const { agent, authorisationId } = await withAgent(await createWorld())
  const reasons = (await agent('getClaimOptions', { query: { authorisationId } })).ok().options.flatMap(({ reasonZh }) => reasonZh ?? [])
  expect(reasons.length).toBeGreaterThan(0)
  expect(reasons.join('')).toContain('会员目前没有')
  expect(reasons.join('')).not.toContain('您目前')
})

/** The courier's agent: a family member who gets an account by being named. */
async function withAgent(world: World, as = 'driver') {
  const member = await world.as(as)
  const { authorisationId } = (await member('createAuthorisation', { body: aGrant })).ok()
  const { accessToken } = (await world.anonymous('signIn', { body: { method: 'sms', phone: aGrant.agentPhone, code: '202507', privacyVersion: '1.0' } })).ok()
  return { member, authorisationId, agent: api(world.core, accessToken) }
}

/** Filled in and handed in by the agent. */
async function filed(world: World) {
  const people = await withAgent(world)
  const { agent, authorisationId } = people
  const { claimId, version } = (await agent('createClaim', { body: { cause: 'ILLNESS', authorisationId } })).ok()
  ;(await agent('updateClaim', { params: { claimId }, version, body: illness })).ok()
  await addPapers(agent, { claimId })
  const ready = (await agent('getClaim', { params: { claimId } })).ok()
  ;(await agent('submitClaim', { params: { claimId }, version: ready.version, body: SIGNED })).ok()
  return { ...people, claimId, ready }
}

describe('an agent (C6)', () => {
  test('files for the member with the own document beside the papers; the member is told, and follows it', async () => {
    const world = await createWorld()
    const { member, agent, claimId, ready, authorisationId } = await filed(world)
    expect(ready.checklist.filter(({ required }) => required).map(({ documentType }) => documentType)).toContain('AGENT_ID')
    expect((await agent('listPrincipals', {})).ok().items).toEqual([{ authorisationId, nameMasked: '梁**', relationZh: '亲属', until: '2027-05-31' }])
    const mine = (await member('getClaim', { params: { claimId } })).ok()
    expect([mine.agentMasked, mine.forMasked, mine.actions]).toEqual(['示**', null, ['withdraw']])
    const texts = (await member('listMessages', { query: {} })).ok().items.map(({ textZh }) => textZh)
    expect(texts.some((text) => text.startsWith('示**已代您提交申领'))).toBe(true)
  })

  test('is told in the inbox of what they filed: for whom, without an amount; nothing once the authorisation has ended', async () => {
    const world = await createWorld()
    const { member, agent, authorisationId, claimId } = await filed(world)
    const inbox = async () => (await agent('listMessages', { query: {} })).ok().items
    const first = await inbox()
    expect(first.length).toBeGreaterThan(0)
    for (const { textZh, leadsTo } of first) expect([textZh.startsWith('您代'), textZh.includes('**'), leadsTo]).toEqual([true, true, { page: 'claimDetail', id: claimId }])
    ;(await (await world.tester())('decideClaim', { params: { claimId }, body: { decision: 'APPROVE' } })).ok()
    const approvedOnes = (await inbox()).filter(({ titleZh }) => titleZh === '已核定')
    expect(approvedOnes).toHaveLength(1)
    await world.move(4)
    expect(JSON.stringify(await inbox())).not.toMatch(/\d\.\d\d元|尾号/)
    const count = (await inbox()).length
    ;(await member('endAuthorisation', { params: { authorisationId } })).ok()
    await world.move(30)
    expect((await inbox()).length).toBe(count)
  })

  test('hears of deadlines and of the way of the money too, with what only the member can do, and no figures', async () => {
    const world = await createWorld()
    const { member, agent, claimId } = await filed(world)
    const titles = async () => (await agent('listMessages', { query: {} })).ok().items.map(({ titleZh, textZh, leadsTo }) => [titleZh, textZh, leadsTo?.page])
    const decide = async (body: Decide) => (await (await world.tester())('decideClaim', { params: { claimId }, body })).ok()
    await decide({ decision: 'REQUEST_MORE', items: [{ documentType: 'MEDICAL_INVOICE', reasonCode: 'DOC_UNREADABLE' }] })
    const asked = (await titles()).length
    await world.move(24)
    const reminders = (await titles()).slice(0, (await titles()).length - asked)
    expect(reminders.map(([title, , page]) => [title, page])).toEqual([['待补材料', 'claimSupplement'], ['待补材料', 'claimSupplement']])
    expect(reminders[0]?.[1]).toMatch(/^您代梁\*\*办理的申领：申领.+还有1项材料待补,截止/)

    const { version, supplement } = (await agent('getClaim', { params: { claimId } })).ok()
    ;(await agent('resubmitClaim', { params: { claimId }, version, body: { reasons: (supplement?.items ?? []).map(({ itemId }) => ({ itemId, reasonZh: '医院不再提供。' })) } })).ok()
    const before = (await titles()).length
    await decide({ decision: 'APPROVE' })
    await world.move(4)
    const after = (await titles()).slice(0, (await titles()).length - before)
    // The driver's card is one that the bank has refused: the agent is told whom to remind.
    expect(after.some(([, text]) => text?.includes('请提醒会员本人'))).toBe(true)
    ;(await member('putBankAccount', { body: { cardNumber: GOOD_CARD } })).ok()
    await world.move(5)
    expect((await titles())[0]).toEqual(['已到账', '您代梁**办理的申领：互助金已发到会员本人的银行卡。', 'claimDetail'])
    expect(JSON.stringify((await titles()))).not.toMatch(/\d\.\d\d元|尾号/)
  })

  test('the documents of an earlier claim are used again, in words; that of the agent only for the same agent', async () => {
    const world = await createWorld()
    const { member, agent, authorisationId } = await filed(world)
    const reusedFor = async (who: Api, authorisation: string) => {
      const { checklist, missing } = (await who('createClaim', { body: { cause: 'ILLNESS', authorisationId: authorisation } })).ok()
      expect(missing.some(({ textZh }) => textZh.startsWith('还缺：身份证'))).toBe(false)
      return checklist.filter(({ reusedZh }) => reusedZh !== null).map(({ documentType, required, reusedZh }) => [documentType, required, reusedZh])
    }
    expect(await reusedFor(agent, authorisationId)).toEqual([
      ['ID_CARD', false, expect.stringMatching(/^已用上次提交的身份证，可更换$/)],
      ['AGENT_ID', false, expect.stringMatching(/^已用上次提交的代办人护照，可更换$/)],
    ])
    const other = (await member('createAuthorisation', { body: { ...aGrant, agentName: '示例同事', agentPhone: '10000009002', idNumber: 'E12345679' } })).ok()
    const { accessToken } = (await world.anonymous('signIn', { body: { method: 'sms', phone: '10000009002', code: '202507', privacyVersion: '1.0' } })).ok()
    const second = api(world.core, accessToken)
    expect((await reusedFor(second, other.authorisationId)).map(([documentType]) => documentType)).toEqual(['ID_CARD'])
  })

  test('sees no amount paid, no card, and nothing that the member did not file through them', async () => {
    const world = await createWorld()
    const { agent, claimId, authorisationId } = await filed(world)
    ;(await (await world.tester())('decideClaim', { params: { claimId }, body: { decision: 'APPROVE' } })).ok()
    await world.move(4)
    const seen = (await agent('getClaim', { params: { claimId } })).ok()
    expect([seen.decision, seen.payoutIds, seen.estimate]).toEqual([null, [], null])
    expect(JSON.stringify([seen.status, seen.timeline])).not.toMatch(/\d\.\d\d元|尾号/)
    const { items } = (await agent('listClaims', { query: { authorisationId } })).ok()
    expect(items.map((item) => [item.claimId, item.amountFen])).toEqual([[claimId, null]])
  })

  test.each(['withdrawClaim', 'appealClaim', 'reopenClaim'] as const)('%s stays the member\'s', async (name) => {
    const world = await createWorld()
    const { agent, claimId } = await filed(world)
    const { version } = (await agent('getClaim', { params: { claimId } })).ok()
    const input = { params: { claimId }, version }
    const reply = name === 'appealClaim' ? await agent(name, { ...input, body: { reasonZh: '有误。' } }) : await agent(name, { ...input, body: {} })
    expect(reply.problem()).toMatchObject({ code: 'FORBIDDEN', status: 403 })
  })

  test('withdrawn: the next request of the agent finds nothing any more; the claim goes on', async () => {
    const world = await createWorld()
    const { member, agent, claimId, authorisationId } = await filed(world)
    ;(await member('endAuthorisation', { params: { authorisationId } })).ok()
    expect((await agent('getClaim', { params: { claimId } })).problem().code).toBe('NOT_FOUND')
    expect((await agent('listClaims', { query: { authorisationId } })).problem().code).toBe('NOT_FOUND')
    expect((await agent('createClaim', { body: { cause: 'ILLNESS', authorisationId } })).problem().code).toBe('NOT_FOUND')
    expect((await agent('listPrincipals', {})).ok().items).toEqual([])
    expect((await member('getClaim', { params: { claimId } })).ok().status.state).toBe('REVIEWING')
    expect((await member('listConsents', {})).ok().items.find(({ consentId }) => consentId === 'C6')?.granted).toBe(false)
  })

  test('C6 withdrawn among the consents ends them all; its last day ends it by itself', async () => {
    const world = await createWorld()
    const { member, agent, authorisationId } = await withAgent(world)
    await world.move('2027-05-31T23:59:00+08:00')
    expect((await agent('listPrincipals', {})).ok().items).toHaveLength(1)
    await world.move('2027-06-01T00:00:00+08:00')
    expect((await agent('listPrincipals', {})).ok().items).toEqual([])
    const again = (await member('createAuthorisation', { body: { ...aGrant, until: '2027-12-31' } })).ok()
    expect(again.authorisationId).not.toBe(authorisationId)
    ;(await member('setConsent', { params: { consentId: 'C6' }, body: { granted: false, version: '1.0' } })).ok()
    expect((await member('listAuthorisations', {})).ok().items.map(({ stateZh }) => stateZh)).toEqual(['已收回', '已到期'])
  })

  test('the member\'s C3 is the member\'s to give', async () => {
    const world = await createWorld()
    const { agent, authorisationId } = await withAgent(world, 'rare-name')
    expect((await agent('createClaim', { body: { cause: 'ILLNESS', authorisationId } })).problem()).toMatchObject({ code: 'CONSENT_REQUIRED', detail: expect.stringContaining('会员本人') })
  })

  test.each([
    ['thirteen months', { until: '2027-12-24' }, '/until'],
    ['yesterday', { until: '2026-11-22' }, '/until'],
    ['the own phone', { agentPhone: '10000000001' }, '/agentPhone'],
    ['a number of another document', { idType: 'TAIWAN_PASS' as const }, '/idNumber'],
    ['a name with digits', { agentName: '张3' }, '/agentName'],
  ])('%s is refused at its field', async (_what, change, pointer) => {
    const world = await createWorld()
    const problem = (await (await world.as('courier'))('createAuthorisation', { body: { ...aGrant, ...change } })).problem()
    expect([problem.code, Object.keys(problem.fieldErrors ?? {})]).toEqual(['VALIDATION_FAILED', [pointer]])
  })

  test('the officer who filed it cannot endorse it; another one can', async () => {
    const world = await createWorld()
    const { params } = await filedByAgent(world)
    const claim = await world.store.transact((tx) => tx.get('claim', params.claimId))
    const endorse = (ref: string) => () => applyClaim(claim?.progress ?? null, { type: 'endorse', opinionZh: '属实。' }, { now: '2026-11-23T11:00:00+08:00', actor: { role: 'UNION', ref }, calendar: workdayCalendar })
    expect(endorse('union-officer')).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
    expect(endorse('union-officer-2')().claim?.state).toBe('PRECHECK')
  })
})

test('a member who gets another phone and another name keeps covers, claims and money', async () => {
  const world = await createWorld()
  const before = await world.as('driver')
  const [covers, claims, payouts] = [(await before('listCoverages', {})).ok(), (await before('listClaims', { query: {} })).ok(), (await before('listPayouts', { query: {} })).ok()]
  await world.store.transact(async (tx) => {
    const account = await tx.get('account', 'driver')
    if (account) await tx.put('account', { ...account, name: '梁改名', mobile: '10000009002' })
  })
  const old = await world.anonymous('signIn', { body: { method: 'sms', phone: '10000000002', code: '202507', privacyVersion: '1.0' } })
  expect(old.problem().code).toBe('PHONE_NOT_MEMBER')
  const { accessToken } = (await world.anonymous('signIn', { body: { method: 'sms', phone: '10000009002', code: '202507', privacyVersion: '1.0' } })).ok()
  const after = api(world.core, accessToken)
  expect([(await after('listCoverages', {})).ok(), (await after('listClaims', { query: {} })).ok(), (await after('listPayouts', { query: {} })).ok()]).toEqual([covers, claims, payouts])
  expect((await after('getMe', {})).ok().nameMasked).toBe('梁**')
  ;(await after('putBankAccount', { body: { cardNumber: GOOD_CARD } })).ok()
})
