import { claimAt, CLAIMANT } from '@tests/builders/golden-claims'
import { photo } from '@tests/builders/photo'
import { createWorld, type World } from '@tests/builders/world'
import { NEW_NAME, NEW_PHONE, nameRequested, nameWaiting } from '../../contract/office-calls'

const byPhone = (world: World, phone: string, code = '202507') => world.anonymous('signIn', { body: { method: 'sms', phone, code, privacyVersion: '1.0' } })
const titles = async (world: World) => (await (await world.as(CLAIMANT))('listMessages', { query: {} })).ok().items.map(({ titleZh }) => titleZh)
const tasks = async (world: World, as: string) => (await (await world.as(as))('listOfficeTasks')).ok().items
const decide = async (world: World, taskId: string, body: { decision: 'ACCEPT' | 'REFUSE'; reasonZh?: string }, as = 'union-officer-3') => (await world.as(as))('decideTask', { params: { taskId }, body })

/** Everything that hangs on the member. */
async function belongings(world: World) {
  const who = await world.as(CLAIMANT)
  const card = (await who('getCard')).ok()
  return {
    card: { ...card, nameMasked: '' },
    covers: (await who('listCoverages')).ok(),
    certificates: (await who('listEnrolments')).ok().items.map((item) => ({ ...item, nameMasked: '' })),
    claims: (await who('listClaims', { query: {} })).ok(),
    payouts: (await who('listPayouts', { query: {} })).ok(),
    account: { ...(await who('getBankAccount')).ok().account, holderMasked: '' },
    consents: (await who('listConsents')).ok(),
  }
}

describe('another phone', () => {
  test('proven by the code: the old one signs in no more, the new one finds everything as it was, and the member is told', async () => {
    const world = await createWorld()
    await claimAt(world, 'PAID')
    const { claimId } = (await (await world.as(CLAIMANT))('createClaim', { body: { cause: 'ILLNESS' } })).ok()
    const before = await belongings(world)
    expect(before.claims.items.map((claim) => claim.claimId)).toContain(claimId)
    const me = (await (await world.as(CLAIMANT))('changePhone', { body: { phone: NEW_PHONE, code: '202507' } })).ok()
    expect(me.mobileMasked).toBe('100****9005')
    expect(await belongings(world)).toEqual(before)
    expect((await byPhone(world, '10000000001')).problem().code).toBe('PHONE_NOT_MEMBER')
    expect((await byPhone(world, NEW_PHONE)).ok().account.accountId).toBe(CLAIMANT)
    expect((await titles(world))[0]).toBe('信息已更正')
  })

  test('a wrong code changes nothing; five of them end it; a lost answer is no error', async () => {
    const world = await createWorld()
    const who = await world.as(CLAIMANT)
    const change = (code: string) => who('changePhone', { body: { phone: NEW_PHONE, code } })
    for (let tries = 0; tries < 5; tries += 1) (await change('000000')).problem('SMS_CODE_WRONG')
    ;(await change('202507')).problem('RATE_LIMITED')
    expect((await who('getMe')).ok().mobileMasked).toBe('100****0001')
    ;(await world.anonymous('sendSmsCode', { body: { phone: NEW_PHONE } })).ok()
    ;(await change('202507')).ok()
    ;(await change('202507')).ok()
    expect((await titles(world)).filter((title) => title === '信息已更正')).toHaveLength(1)
  })

  test('that of somebody else is refused, and only to who holds it', async () => {
    const world = await createWorld()
    const who = await world.as(CLAIMANT)
    ;(await who('changePhone', { body: { phone: '10000000003', code: '000000' } })).problem('SMS_CODE_WRONG')
    ;(await who('changePhone', { body: { phone: '10000000003', code: '202507' } })).problem('PHONE_TAKEN')
  })
})

describe('another name', () => {
  test('asked for, looked at by the union, confirmed: everything stays, the photo is gone', async () => {
    const world = await createWorld()
    await claimAt(world, 'PAID')
    const before = await belongings(world)
    const requestId = await nameRequested(world)
    expect(await tasks(world, 'union-officer-3')).toEqual([])
    ;(await (await world.as(CLAIMANT))('sendNameDocument', { params: { requestId }, file: { bytes: photo('card'), name: '证件.jpg' } })).ok()
    const [task] = await tasks(world, 'union-officer-3')
    expect(task).toMatchObject({ taskId: requestId, kind: 'NAME_CHANGE', hasDocument: true, facts: [{ valueZh: '陈速达' }, { valueZh: NEW_NAME }] })
    expect((await (await world.as('union-officer-3'))('getTaskDocument', { params: { taskId: requestId } })).ok()).toBeDefined()
    ;(await decide(world, requestId, { decision: 'ACCEPT' })).ok()

    expect((await (await world.as(CLAIMANT))('getMe')).ok().nameMasked).toBe('陈**')
    expect(await belongings(world)).toEqual(before)
    expect((await (await world.as(CLAIMANT))('listNameChanges')).ok().items.map(({ state }) => state)).toEqual(['DONE'])
    expect((await titles(world))[0]).toBe('信息已更正')
    expect(await world.store.transact(async (tx) => (await tx.get('task', requestId))?.about)).toMatchObject({ hash: null })
    ;(await (await world.as('union-officer-3'))('getTaskDocument', { params: { taskId: requestId } })).problem('NOT_FOUND')
    expect(await world.store.transact(async (tx) => (await tx.get('account', CLAIMANT))?.name)).toBe(NEW_NAME)
  })

  test('refused with the reason that the member reads; the name stays, and asking again is open', async () => {
    const world = await createWorld()
    const taskId = await nameWaiting(world)
    expect((await decide(world, taskId, { decision: 'REFUSE' })).problem('VALIDATION_FAILED').fieldErrors).toHaveProperty('/reasonZh')
    ;(await decide(world, taskId, { decision: 'REFUSE', reasonZh: '照片看不清姓名。' })).ok()
    const [message] = (await (await world.as(CLAIMANT))('listMessages', { query: {} })).ok().items
    expect(message).toMatchObject({ titleZh: '信息更正未通过', textZh: '您提交的信息更正没有通过:照片看不清姓名。可修改后重新提交。', leadsTo: { page: 'profile', id: null } })
    expect((await (await world.as(CLAIMANT))('listNameChanges')).ok().items[0]).toMatchObject({ state: 'REFUSED', textZh: expect.stringContaining('照片看不清姓名') })
    ;(await decide(world, taskId, { decision: 'ACCEPT' })).problem('TASK_STATE_CONFLICT')
    await nameWaiting(world)
    expect(await tasks(world, 'union-officer-3')).toHaveLength(1)
  })

  test('the same name is no change, digits are no name; a second request takes the place of the first', async () => {
    const world = await createWorld()
    const ask = async (name: string) => (await world.as(CLAIMANT))('requestNameChange', { body: { name } })
    expect((await ask(' 陈速达 ')).problem('VALIDATION_FAILED').fieldErrors).toEqual({ '/name': '和现在登记的姓名一样，不用更正。' })
    ;(await ask('陈1')).problem('VALIDATION_FAILED')
    await nameWaiting(world)
    await nameWaiting(world)
    expect(await tasks(world, 'union-officer-3')).toHaveLength(1)
  })

  test('reviewers do not see it, and nobody confirms their own', async () => {
    const world = await createWorld()
    const taskId = await nameWaiting(world)
    expect((await tasks(world, 'reviewer-1')).filter(({ kind }) => kind === 'NAME_CHANGE')).toEqual([])
    ;(await decide(world, taskId, { decision: 'ACCEPT' }, 'reviewer-1')).problem('NOT_FOUND')
    const officer = await world.as('union-officer')
    const { requestId } = (await officer('requestNameChange', { body: { name: '潘助理' } })).ok()
    ;(await officer('sendNameDocument', { params: { requestId }, file: { bytes: photo('own'), name: 'a.jpg' } })).ok()
    ;(await decide(world, requestId, { decision: 'ACCEPT' }, 'union-officer')).problem('FORBIDDEN')
    ;(await decide(world, requestId, { decision: 'ACCEPT' }, 'union-officer-2')).ok()
  })

  test('a unit union sees its own people only; whoever is in none is looked at by the reviewers', async () => {
    const world = await createWorld()
    const taskId = await nameWaiting(world)
    expect(await tasks(world, 'union-officer-2')).toEqual([])
    ;(await (await world.as('union-officer-2'))('getTaskDocument', { params: { taskId } })).problem('NOT_FOUND')
    ;(await decide(world, taskId, { decision: 'ACCEPT' }, 'union-officer-2')).problem('NOT_FOUND')
    const outsider = await world.as('beneficiary')
    const { requestId } = (await outsider('requestNameChange', { body: { name: '许安念' } })).ok()
    ;(await outsider('sendNameDocument', { params: { requestId }, file: { bytes: photo('outside'), name: 'a.jpg' } })).ok()
    expect((await tasks(world, 'union-officer-3')).map((task) => task.taskId)).toEqual([taskId])
    expect((await tasks(world, 'reviewer-1')).filter(({ kind }) => kind === 'NAME_CHANGE').map((task) => task.taskId)).toEqual([requestId])
    ;(await decide(world, requestId, { decision: 'ACCEPT' }, 'reviewer-1')).ok()
  })
})
