import { addPaper, askedForMore, claimAt, CLAIMANT, grant, reread } from '@tests/builders/after-submission'
import { createWorld, type World } from '@tests/builders/world'

const messages = async (world: World, persona: string) => (await (await world.as(persona))('listMessages', { query: {} })).ok().items

it('a file that cannot be taken is told in the inbox, once a claim, and leads to the papers', async () => {
  const world = await createWorld()
  const claim = await claimAt(world, 'FILLED')
  const courier = await world.as(CLAIMANT)
  for (const mark of ['first', 'second']) {
    const { documentId } = (await courier('registerDocument', { params: claim, body: { documentType: 'OTHER', clientRef: mark, name: `${mark}.jpg` } })).ok()
    await courier('uploadDocument', { params: { claimId: claim.claimId, documentId }, file: { bytes: new Uint8Array(5_242_881), name: `${mark}.jpg` } })
  }
  const told = (await messages(world, CLAIMANT)).filter(({ titleZh }) => titleZh === '有材料未收到')
  expect(told).toMatchObject([{ textZh: expect.stringContaining(claim.claimNo), leadsTo: { page: 'claimDraft', id: claim.claimId } }])
  await addPaper(world, claim, 'MEDICAL_INVOICE')
})

it('joining is told, with the union; so is a refusal, with its cause', async () => {
  const world = await createWorld()
  const { store } = world
  await (await world.as('newcomer'))('applyForMembership', { body: { platform: '美团', c1Version: '1.0' } })
  const [message] = (await messages(world, 'newcomer')).filter(({ titleZh }) => titleZh.startsWith('入会'))
  expect(message?.titleZh).toMatch(/^入会(成功|未通过)$/)
  expect(message?.textZh).not.toMatch(/[{}]/)
  await store.transact((tx) => tx.list('application', 'newcomer').then(([made]) => expect(made?.memberNo !== null).toBe(message?.titleZh === '入会成功')))
})

it('a payment that failed is told and leads to the plan', async () => {
  const world = await createWorld()
  const member = await world.as('industrial')
  const order = (await member('createOrder', { body: { planId: 'P4', payer: 'SELF' } })).ok()
  await member('payOrder', { params: { orderId: order.orderId }, body: { method: 'BANK_CARD' } })
  const [message] = await messages(world, 'industrial')
  expect(message).toMatchObject({ titleZh: '缴费未成功', leadsTo: { page: 'plan', id: 'P4' } })
})

it('an investigation is told, with its last day; so is its end', async () => {
  const world = await createWorld()
  const claim = await claimAt(world, 'REVIEWING')
  const tester = await world.tester()
  for (const [decision, state, titleZh] of [['INVESTIGATE', 'INVESTIGATING', '调查核实'], ['INVESTIGATED', 'REVIEWING', '调查结束']] as const) {
    ;(await tester('decideClaim', { params: claim, body: { decision } })).ok()
    expect((await (await world.as(CLAIMANT))('getClaim', { params: claim })).ok().status.state).toBe(state)
    expect((await messages(world, CLAIMANT))[0]?.titleZh).toBe(titleZh)
  }
})

it('the end of a cover is told 30 and 7 days before, and leads to the renewal', async () => {
  const world = await createWorld()
  await world.move('2027-07-02T10:00:00+08:00')
  const told = (await (await world.as('industrial'))('listMessages', { query: { limit: '50' } })).ok().items.filter(({ titleZh, textZh }) => titleZh === '保障将到期' && textZh.startsWith('住院医保补充'))
  expect(told.map(({ at }) => at)).toEqual(['2027-06-23T09:00:00+08:00', '2027-05-31T09:00:00+08:00'])
  expect(told[0]?.leadsTo).toEqual({ page: 'plan', id: 'P1' })
})

let world: World
const fresh = async (): Promise<void> => {
  world = await createWorld()
}

describe('a message leads to where the thing is done', () => {
  beforeEach(fresh)
  const firstOf = async (persona: string, titleZh: string) => (await (await world.as(persona))('listMessages', { query: { limit: '50' } })).ok().items.find((message) => message.titleZh === titleZh)

  it('a file of a list that did not arrive: to the list, not to a draft that is none any more', async () => {
    const claim = await askedForMore(world)
    const courier = await world.as(CLAIMANT)
    const item = claim.supplement?.items[0]
    if (!item) throw new Error('nothing is asked for')
    const { documentId } = (await courier('registerDocument', { params: claim, body: { documentType: item.documentType, clientRef: 'bad', name: 'bad.jpg', supplementItemId: item.itemId } })).ok()
    ;(await courier('uploadDocument', { params: { claimId: claim.claimId, documentId }, file: { bytes: new Uint8Array([1, 2, 3]), name: 'bad.jpg' } })).problem()
    expect(await firstOf(CLAIMANT, '有材料未收到')).toMatchObject({ leadsTo: { page: 'claimSupplement', id: claim.claimId } })
  })

  it('the end of a waiting period of a cover without a certificate: to the list of covers', async () => {
    await world.store.transact(async (tx) => {
      for (const cover of await tx.list('coverage', 'rare-name')) await tx.put('coverage', { ...cover, enrolmentId: null, waitingEndsOn: '2026-11-24', benefitsFrom: '2026-11-25' })
    })
    await world.move(3)
    expect(await firstOf('rare-name', '免责期已结束')).toMatchObject({ leadsTo: { page: 'mine', id: null } })
  })

  it('money that waits for C5 alone: every reminder leads to the consent, not to the card', async () => {
    await claimAt(world, 'PAYING')
    await grant(world, CLAIMANT, 'C5', false)
    await world.move(4)
    const courier = await world.as(CLAIMANT)
    const about = (await courier('listMessages', { query: { limit: '50' } })).ok().items.filter(({ textZh }) => textZh.includes('您还没有同意把收款账户信息提供给合作银行'))
    expect(about.map(({ titleZh, leadsTo }) => [titleZh, leadsTo?.page])).toEqual([['需要更新银行卡', 'consents'], ['需要您的同意', 'consents']])
  })
})

describe('a refusal in the reviewer’s own words', () => {
  beforeEach(fresh)
  it('stands in the timeline beside code and clause', async () => {
    const claim = await claimAt(world, 'REVIEWING')
    ;(await (await world.tester())('decideClaim', { params: claim, body: { decision: 'REJECT', reasonCode: 'EXCLUDED_CAUSE', reasonZh: '出院小结写明为美容手术。' } })).ok()
    const refused = await reread(world, claim)
    expect(refused.timeline.map(({ detailZh }) => detailZh)).toContain('属于除外情形；出院小结写明为美容手术。')
    expect(refused.decision).toMatchObject({ reasonZh: expect.stringContaining('除外情形'), clauseZh: expect.stringContaining('示例条款C-6') })
  })

  it('what was never handed in is named', async () => {
    const claim = await askedForMore(world)
    const courier = await world.as(CLAIMANT)
    const reasons = (claim.supplement?.items ?? []).map(({ itemId }) => ({ itemId, reasonZh: '医院不再提供。' }))
    ;(await courier('resubmitClaim', { params: claim, version: claim.version, body: { reasons } })).ok()
    ;(await (await world.tester())('decideClaim', { params: claim, body: { decision: 'REJECT', reasonCode: 'EVIDENCE_INSUFFICIENT' } })).ok()
    expect((await reread(world, claim)).decision?.reasonZh).toBe('材料不足以证明：两轮补材料后仍缺少:医疗收费票据、医保结算单。')
  })
})

it('money that is to come back waits on the first page, until it is settled', async () => {
  await fresh()
  const claim = await claimAt(world, 'PAID')
  const courier = await world.as(CLAIMANT)
  const waits = async () => (await courier('getHome')).ok().todos.filter(({ kind }) => kind === 'RECOVERY')
  expect(await waits()).toEqual([])
  ;(await (await world.tester())('decideClaim', { params: claim, body: { decision: 'RECOVER', reasonCode: 'OVERPAID', amountFen: 1000 } })).ok()
  expect(await waits()).toMatchObject([{ titleZh: '有一笔互助金需要退回', tone: 'action', leadsTo: { page: 'claimDetail', id: claim.claimId } }])
})
