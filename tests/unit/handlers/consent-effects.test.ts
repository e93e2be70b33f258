import { claimAt, CLAIMANT, grant, matched, reread } from '@tests/builders/after-submission'
import { bankPlans, ledgerOf } from '@tests/builders/payouts'
import type { Api } from '@tests/builders/api'
import { createWorld, type World } from '@tests/builders/world'

let world: World
let courier: Api
beforeEach(async () => {
  world = await createWorld()
  courier = await world.as(CLAIMANT)
})
const payouts = async () => (await courier('listPayouts', { query: {} })).ok().items

describe('C5 is withdrawn while money is on its way to the bank', () => {
  it('what has not been sent is kept and asks for the consent; nothing reaches the bank, and with C5 it goes on by itself', async () => {
    const claim = await claimAt(world, 'PAYING')
    await grant(world, CLAIMANT, 'C5', false)
    const [waiting, ended] = await payouts()
    expect(waiting).toMatchObject({ amountFen: 800_000, status: { state: 'ACCOUNT_REQUIRED', titleZh: '需要您的同意' }, actionAt: { page: 'consents' } })
    expect(ended?.status.state).toBe('CANCELLED')
    expect(await reread(world, claim)).toMatchObject({ status: { state: 'PAYING', memberActs: true } })
    const told = (await courier('listMessages')).ok().items.map(({ titleZh, leadsTo }) => [titleZh, leadsTo?.page])
    expect(told).toContainEqual(['需要您的同意', 'consents'])

    await world.move(5)
    expect((await ledgerOf(world)).filter(({ payoutId }) => payoutId === waiting?.payoutId || payoutId === ended?.payoutId)).toEqual([])
    await grant(world, CLAIMANT, 'C5')
    await world.move(5)
    expect(await reread(world, claim)).toMatchObject({ status: { state: 'PAID' } })
    expect((await ledgerOf(world)).filter(({ payoutId }) => payoutId === waiting?.payoutId).map(({ state, amountFen }) => [state, amountFen])).toEqual([['PAID', 800_000]])
  })

  it('one that waits for its next try is not sent again before C5 is back', async () => {
    const claim = await claimAt(world, 'PAYING')
    const [payout] = await payouts()
    if (!payout) throw new Error('no payout')
    await bankPlans(world, payout.payoutId, { outcome: 'BANK_BUSY' })
    await world.move('2027-01-01T16:10:00+08:00')
    expect((await payouts())[0]?.status.state).toBe('FAILED_RETRY')
    await grant(world, CLAIMANT, 'C5', false)
    await world.move(3)
    expect((await ledgerOf(world)).filter(({ payoutId }) => payoutId === payout.payoutId).map(({ instructionNo }) => instructionNo)).toEqual([`${payout.payoutNo}-1`])
    await grant(world, CLAIMANT, 'C5')
    await world.move(3)
    expect(await reread(world, claim)).toMatchObject({ status: { state: 'PAID' } })
  })

  it('the wait after a change of the card is not cut short by taking the consent back and giving it again', async () => {
    const claim = await claimAt(world, 'PAYING')
    await grant(world, CLAIMANT, 'C5', false)
    await grant(world, CLAIMANT, 'C5')
    await world.move('2026-12-31T23:00:00+08:00')
    expect((await payouts())[0]?.status.state).toBe('READY')
    await world.move('2027-01-01T16:10:00+08:00')
    expect((await payouts())[0]?.status.state).toBe('PROCESSING')
    expect(await reread(world, claim)).toMatchObject({ status: { state: 'PAYING' } })
  })

  it('what the bank has already is not touched: it arrives', async () => {
    const claim = await claimAt(world, 'PAYING')
    await world.move('2027-01-01T16:05:00+08:00')
    await grant(world, CLAIMANT, 'C5', false)
    await world.move(2)
    expect(await reread(world, claim)).toMatchObject({ status: { state: 'PAID' } })
  })
})

describe('C2 is withdrawn while an amount waits for a yes', () => {
  const withdraw = (more: { stopRunning?: boolean } = {}) => courier('setConsent', { params: { consentId: 'C2' }, body: { granted: false, version: '1.0', ...more } })
  const c2 = async () => (await courier('listConsents')).ok().items.find(({ consentId }) => consentId === 'C2')

  it('the list has the second question, and only while there is something to stop', async () => {
    const claim = await matched(world)
    expect((await c2())?.stopAskZh).toMatch(/^您有1笔免审核算的互助金还在等您确认/)
    ;(await courier('declineAutoClaim', { params: claim, version: claim.version, body: {} })).ok()
    expect((await c2())?.stopAskZh).toBeNull()
  })

  it('without a word about it the claim goes on and can be taken', async () => {
    const claim = await matched(world)
    ;(await withdraw()).ok()
    expect(await reread(world, claim)).toMatchObject({ version: claim.version, status: { state: 'AUTO_MATCHED' } })
    expect((await courier('confirmAutoClaim', { params: claim, version: claim.version, body: {} })).ok()).toMatchObject({ status: { state: 'PAYING' } })
  })

  it('停止本次: not taken, nothing paid, the invoice is free for a claim by hand', async () => {
    const claim = await matched(world)
    ;(await withdraw({ stopRunning: true })).ok()
    expect(await reread(world, claim)).toMatchObject({ status: { state: 'WITHDRAWN' }, payoutIds: [] })
    expect((await courier('listMessages')).ok().items.map(({ titleZh }) => titleZh)).toContain('已撤回')
    await grant(world, CLAIMANT, 'C3')
    const next = (await courier('createClaim', { body: { cause: 'ILLNESS' } })).ok()
    ;(await courier('updateClaim', { params: next, version: next.version, body: { stay: claim.stay ?? undefined, invoice: claim.invoice ?? undefined } })).ok()
  })

  it('what was taken before is not touched', async () => {
    const claim = await matched(world)
    ;(await courier('confirmAutoClaim', { params: claim, version: claim.version, body: {} })).ok()
    ;(await withdraw({ stopRunning: true })).ok()
    expect(await reread(world, claim)).toMatchObject({ status: { state: 'PAYING' } })
  })

  it('a stay that is reported afterwards is not looked at: no claim, no message', async () => {
    await matched(world)
    ;(await withdraw({ stopRunning: true })).ok()
    const before = [(await courier('listClaims', { query: {} })).ok().items.length, (await courier('listMessages')).ok().items.length]
    expect((await (await world.tester())('pushSettlement', { body: { accountId: CLAIMANT } })).ok()).toEqual({ outcome: 'NOTHING', reasonCode: 'AUTO_NO_CONSENT', claimId: null })
    expect([(await courier('listClaims', { query: {} })).ok().items.length, (await courier('listMessages')).ok().items.length]).toEqual(before)
  })
})
