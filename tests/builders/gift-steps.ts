import assert from 'node:assert/strict'
import { certificateTexts, joinTexts, offerTexts, orderTexts } from '@/packages/gift/texts'
import { withParams } from '@/platform/address'
import { askingWords } from '@/ui/asking-words'
import { routes } from '@/routes'
import type { CutAt, CutBackend } from './cut-backend'
import { cutAndMend, type CutStep, type Phone } from './cut-steps'
import { CAMPAIGN } from './events'

/** One step of a member's way to a cover. */
export interface GiftStep extends CutStep {
  as: string
  /** Where it begins: a certificate's id is known only then. */
  at(backend: CutBackend): Promise<string> | string
}

const NETWORK = '网络没有连上'
/** What has a key is asked for again by the app itself: nothing is left to press. */
const ASKING = askingWords.title
const byItself = async (): Promise<void> => undefined
const C1 = '身份与参保状态核验'
const offerAt = (): string => withParams(routes.gift, { campaignId: CAMPAIGN })
const countOf = (backend: CutBackend, kind: 'enrolment' | 'ticket' | 'order' | 'waitlist' | 'application', as: string): Promise<number> => backend.store.transact(async (tx) => (await tx.list(kind, as)).length)
/** Without a key nothing is sent twice. */
const UNSURE = '现在还不知道是否成功'
const retry = (phone: Phone): Promise<void> => phone.press('重试')

async function oneCertificate(backend: CutBackend): Promise<void> {
  const enrolments = await backend.store.transact((tx) => tx.list('enrolment', 'courier'))
  assert.equal(enrolments.filter(({ campaignId }) => campaignId === CAMPAIGN).length, 1)
  const campaign = await backend.store.transact((tx) => tx.get('campaign', CAMPAIGN))
  const tickets = await backend.store.transact((tx) => tx.list('ticket', 'courier'))
  assert.equal(tickets.filter(({ holdsPlace, campaignId }) => holdsPlace && campaignId === CAMPAIGN).length, 1)
  assert.ok(campaign && campaign.used + campaign.leased <= campaign.quota)
}

async function firstTime({ store }: CutBackend): Promise<void> {
  await store.transact(async (tx) => {
    for (const consent of await tx.list('consent', 'courier')) await tx.put('consent', { ...consent, granted: false })
  })
}

async function soldOut({ store }: CutBackend): Promise<void> {
  await store.transact(async (tx) => {
    const campaign = await tx.get('campaign', CAMPAIGN)
    if (campaign) await tx.put('campaign', { ...campaign, quota: campaign.used + campaign.leased })
  })
}

async function certificateOf(backend: CutBackend): Promise<string> {
  const { enrolmentId } = (await (await backend.as('courier'))('createEnrolment', { body: { campaignId: CAMPAIGN, consents: [] } })).ok()
  return withParams(routes.certificate, { enrolmentId })
}

const ownPayment = async (phone: Phone): Promise<void> => {
  await phone.choose(orderTexts.self)
  await phone.choose('微信支付')
  await phone.press(orderTexts.buy(3_000))
}
const oneCharge = async (backend: CutBackend): Promise<void> => {
  const orders = await backend.store.transact((tx) => tx.list('order', 'industrial'))
  assert.deepEqual(orders.map(({ state, charges }) => [state, charges.length]), [['PAID', 1]])
  const enrolments = await backend.store.transact((tx) => tx.list('enrolment', 'industrial'))
  assert.equal(enrolments.filter(({ planId }) => planId === 'P4').length, 1)
}

/** Who I am, eligibility and consents come with the offer and are sent with the confirmation: their lines are those two. */
export const giftSteps: readonly GiftStep[] = [
  { name: 'the list of offers', as: 'courier', at: () => routes.gifts, cut: /^GET .*\/gift-offers$/, says: NETWORK, again: retry, done: '新就业形态劳动者二次医保赠送' },
  { name: 'an offer with who I am and eligibility', as: 'courier', at: offerAt, cut: /^GET .*\/gift-offers\/[^/]+$/, says: NETWORK, again: retry, done: offerTexts.who },
  {
    name: 'keeping a place', as: 'courier', at: offerAt, cut: /^POST .*\/reservation$/, says: ASKING, done: offerTexts.reserved, sameKey: true, again: byItself,
    once: async (backend) => assert.equal(await countOf(backend, 'ticket', 'courier'), 1),
  },
  {
    name: 'consents given for the first time', as: 'courier', prepare: firstTime, at: offerAt, cut: /^POST .*\/enrolments$/, says: ASKING, done: certificateTexts.done, sameKey: true,
    // The place is kept first: the page asks for the offer after it, and would learn by that what the lost answer said.
    act: async (phone) => (await phone.sees(offerTexts.reserved), await phone.tick(offerTexts.agree(C1)), await phone.press(offerTexts.confirm)),
    kept: async (phone) => assert.equal(await phone.isTicked(offerTexts.agree(C1)), true),
    again: byItself,
    once: async (backend) => {
      await oneCertificate(backend)
      const granted = (await backend.store.transact((tx) => tx.list('consent', 'courier'))).filter((consent) => consent.granted)
      assert.deepEqual(granted.map(({ consentId }) => consentId), ['C1'])
    },
  },
  {
    name: 'confirming', as: 'courier', at: offerAt, cut: /^POST .*\/enrolments$/, says: ASKING, done: certificateTexts.done, sameKey: true,
    act: async (phone) => (await phone.sees(offerTexts.reserved), await phone.press(offerTexts.confirm)),
    again: byItself,
    once: oneCertificate,
  },
  { name: 'a certificate', as: 'courier', at: certificateOf, cut: /^GET .*\/enrolments\/[^/]+$/, says: NETWORK, again: retry, done: certificateTexts.done, once: oneCertificate },
  {
    name: 'joining the union', as: 'newcomer', at: () => withParams(routes.join, { campaignId: CAMPAIGN }), cut: /^POST .*\/membership-applications$/, says: ASKING, done: joinTexts.approved, sameKey: true,
    act: async (phone) => (await phone.choose('美团'), await phone.tick(joinTexts.agree(C1)), await phone.press(joinTexts.submit)),
    kept: async (phone) => assert.equal(await phone.isTicked(joinTexts.agree(C1)), true),
    again: byItself,
    once: async (backend) => {
      assert.equal(await countOf(backend, 'application', 'newcomer'), 1)
      assert.equal(await countOf(backend, 'enrolment', 'newcomer'), 1)
    },
  },
  {
    name: 'ordering', as: 'industrial', at: () => withParams(routes.plan, { planId: 'P4' }), cut: /^POST .*\/orders$/, act: ownPayment, says: ASKING, done: '已支付', sameKey: true,
    again: byItself,
    once: oneCharge,
  },
  {
    name: 'paying', as: 'industrial', at: () => withParams(routes.plan, { planId: 'P4' }), cut: /^POST .*\/payment$/, act: ownPayment, says: ASKING, done: '已支付', sameKey: true,
    again: byItself,
    once: oneCharge,
  },
  {
    name: 'the waiting list', as: 'courier', prepare: soldOut, at: offerAt, cut: /^PUT .*\/waitlist$/, says: UNSURE, done: offerTexts.inLine(1),
    act: (phone) => phone.press(offerTexts.join),
    // After a lost answer the page has asked anew, and shows the place in the list by itself.
    again: async (phone, at) => (at === 'before' ? phone.press(offerTexts.join) : undefined),
    once: async (backend) => assert.equal((await backend.store.transact((tx) => tx.list('waitlist'))).length, 1),
  },
]

export async function playGiftCut(step: GiftStep, at: CutAt, phone: Phone, backend: CutBackend): Promise<void> {
  const address = await step.at(backend)
  await cutAndMend(step, at, phone, backend, () => phone.open(address))
}
