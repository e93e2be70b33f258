import { claimAt, CLAIMANT, addPaper } from '@tests/builders/golden-claims'
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
