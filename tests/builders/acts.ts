import type { EndpointName } from '@/contract/endpoints'
import { routes as endpoints } from '@/contract/routes'
import { idDocumentZh } from '@/domain/id-document'
import { agentTexts } from '@/packages/account/agent-texts'
import { profileTexts } from '@/packages/account/profile-texts'
import { bankTexts, consentTexts } from '@/packages/account/texts'
import { afterTexts } from '@/packages/claim/after-texts'
import { kindTexts } from '@/packages/claim/kind-texts'
import { texts as claim } from '@/packages/claim/texts'
import { deskTexts, entryTexts, scanTexts, signTexts } from '@/packages/event/texts'
import { joinTexts, offerTexts, orderTexts } from '@/packages/gift/texts'
import { texts as card } from '@/pages/card/texts'
import { texts as mine } from '@/pages/mine/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import type { Embedded } from '@mock/embedded'
import { seedData } from '@mock/seed/persona-data'
import { askedForMore, expired } from './after-submission'
import type { Phone } from './cut-steps'
import { CAMPAIGN, EVENT, SEED_LEASE, whoIs } from './events'
import { claimAt, CLAIMANT, GOOD_CARD, goldenStay, grant, readyToClaim, type BuiltState } from './golden-claims'
import { grantAll } from './kinds'
import type { People } from './people'
import { crowdOf } from './rep-phone'

/** What an act is prepared on: a backend in memory, or one behind HTTP. */
export type ActWorld = People & Pick<Embedded, 'core' | 'store'>

/** A phone of either target, or the page of a jest test. */
export interface ActPhone extends Phone {
  pick(label: string, date: string): Promise<void>
  /** On the pad with this spoken name. */
  draw(pad: string): Promise<void>
}

/** One thing that a member or a rep does by a tap, from a fresh seed on, with all filled in that it needs. */
export interface Act {
  /** What it sends, once. */
  sends: EndpointName
  /** What is special about it, where one endpoint is sent from several places. */
  from?: string
  /** Persona who holds the phone; nobody: before sign-in. */
  as: string | null
  /** Brings the backend there, and says where the act stands. */
  at(world: ActWorld): Promise<string> | string
  /** Up to the tap. */
  fill?(phone: ActPhone, world: ActWorld): Promise<void>
  /** Beginning of the words that are tapped. */
  tap: string
  /** Words of the answer that goes on, where the app asks first. */
  yes?: string
  /** What differs in the mini-program. */
  inWeapp?: Pick<Act, 'fill' | 'tap'>
}

const C1 = '身份与参保状态核验'
const NEW_PHONE = '10000009005'
const MATCHED = 'CLM-2026-000004'
const REFUSED = 'CLM-2026-000024'
const offer = withParams(routes.gift, { campaignId: CAMPAIGN })
const inEvent = (page: string): string => withParams(page, { eventId: EVENT })
/** A page about a claim of the courier in a state. */
const claimIn = (state: BuiltState, page: string) => async (world: ActWorld): Promise<string> => withParams(page, { claimId: (await claimAt(world, state)).claimId })

async function withoutPlaces({ store }: ActWorld): Promise<void> {
  await store.transact(async (tx) => {
    const campaign = await tx.get('campaign', CAMPAIGN)
    if (campaign) await tx.put('campaign', { ...campaign, quota: campaign.used + campaign.leased })
  })
}

/** The rep's phone is bound by its own tap, and stands where the act is. */
const bound = (page: string, next?: (phone: ActPhone, world: ActWorld) => Promise<void>) => async (phone: ActPhone, world: ActWorld): Promise<void> => {
  await phone.press(deskTexts.bind)
  await phone.sees(deskTexts.leaseLeft)
  if (page !== routes.repDesk) await phone.open(inEvent(page))
  await next?.(phone, world)
}
const paste = async (phone: ActPhone, world: ActWorld): Promise<void> => phone.type(scanTexts.code, await crowdOf(world).code(CLAIMANT))
const enter = async (phone: ActPhone, world: ActWorld): Promise<void> => {
  const { memberNo, name } = await whoIs(world, CLAIMANT)
  await phone.type(entryTexts.memberNo, memberNo)
  await phone.type(entryTexts.name, name)
}
const payBy = async (phone: ActPhone): Promise<void> => phone.choose('微信支付')

export const acts: readonly Act[] = [
  { sends: 'sendSmsCode', from: '换手机号', as: CLAIMANT, at: () => routes.profile, fill: (phone) => phone.type(profileTexts.newPhone, NEW_PHONE), tap: profileTexts.getCode },
  {
    sends: 'signIn', as: null, at: () => routes.signIn, tap: signIn.signIn,
    fill: async (phone) => {
      await phone.tick(signIn.agree)
      await phone.type(signIn.phone, '10000000001')
      await phone.press(signIn.getCode)
      await phone.sees('后可重新获取')
      await phone.type(signIn.code, '202507')
    },
    inWeapp: { tap: signIn.wechat, fill: (phone) => phone.tick(signIn.agree) },
  },
  { sends: 'endSession', as: CLAIMANT, at: () => routes.mine, tap: mine.signOut, yes: mine.signOutOk },
  {
    sends: 'changePhone', as: CLAIMANT, at: () => routes.profile, tap: profileTexts.change,
    fill: async (phone) => {
      await phone.type(profileTexts.newPhone, NEW_PHONE)
      await phone.press(profileTexts.getCode)
      await phone.sees('后可重发')
      await phone.type(profileTexts.code, '202507')
    },
  },
  { sends: 'setConsent', as: 'trade', at: () => withParams(routes.consents, { consentId: 'C2' }), fill: (phone) => phone.sees(consentTexts.standing), tap: consentTexts.grant },
  {
    sends: 'setConsent', from: '会员卡', as: CLAIMANT, tap: card.consentSubmit,
    at: async (world) => {
      await grant(world, CLAIMANT, 'C1', false)
      return routes.card
    },
    fill: (phone) => phone.tick(card.consentLabel),
  },
  {
    sends: 'createAuthorisation', as: 'driver', at: () => routes.agents, tap: agentTexts.grant,
    fill: async (phone) => {
      const agent = seedData.personas.find(({ id }) => id === 'rep')
      await phone.type(agentTexts.name, agent?.name ?? '')
      await phone.type(agentTexts.agentPhone, agent?.mobile ?? '')
      await phone.choose(agentTexts.family)
      await phone.choose(idDocumentZh.MAINLAND_ID)
      await phone.type(agentTexts.idNumber, agent?.idNo ?? '')
      await phone.pick(agentTexts.lastDay, '2027-05-31')
      await phone.tick(agentTexts.agree)
    },
  },
  {
    sends: 'endAuthorisation', as: 'driver', tap: agentTexts.end, yes: agentTexts.endAsk.ok,
    at: async (world) => {
      const agent = seedData.personas.find(({ id }) => id === 'rep')
      ;(await (await world.as('driver'))('createAuthorisation', { body: { agentName: agent?.name ?? '', agentPhone: agent?.mobile ?? '', relation: 'UNION', idType: 'MAINLAND_ID', idNumber: agent?.idNo ?? '', until: '2027-05-31', c6Version: '1.0' } })).ok()
      return routes.agents
    },
  },
  {
    sends: 'applyForMembership', as: 'newcomer', at: () => withParams(routes.join, { campaignId: CAMPAIGN }), tap: joinTexts.submit,
    fill: async (phone) => (await phone.choose('美团'), await phone.tick(joinTexts.agree(C1))),
  },
  {
    sends: 'joinWaitlist', as: CLAIMANT, tap: offerTexts.join,
    at: async (world) => (await withoutPlaces(world), offer),
  },
  {
    sends: 'leaveWaitlist', as: CLAIMANT, tap: offerTexts.leave, yes: offerTexts.leaveAsk.ok,
    at: async (world) => {
      await withoutPlaces(world)
      ;(await (await world.as(CLAIMANT))('joinWaitlist', { params: { campaignId: CAMPAIGN } })).ok()
      return offer
    },
  },
  { sends: 'createEnrolment', as: CLAIMANT, at: () => offer, fill: (phone) => phone.sees(offerTexts.reserved), tap: offerTexts.confirm },
  { sends: 'createOrder', as: 'industrial', at: () => withParams(routes.plan, { planId: 'P4' }), fill: async (phone) => (await phone.choose(orderTexts.self), await payBy(phone)), tap: orderTexts.buy(3_000) },
  {
    sends: 'payOrder', as: 'industrial', fill: payBy, tap: orderTexts.pay(3_000),
    at: async (world) => withParams(routes.order, { orderId: (await (await world.as('industrial'))('createOrder', { body: { planId: 'P4', payer: 'SELF' } })).ok().orderId }),
  },
  { sends: 'bindRepDevice', as: 'rep', at: () => inEvent(routes.repDesk), tap: deskTexts.bind },
  {
    sends: 'drawLease', as: 'rep', tap: deskTexts.draw(50),
    at: async (world) => {
      ;(await (await world.as('rep'))('returnLease', { params: { leaseId: SEED_LEASE } })).ok()
      return inEvent(routes.repDesk)
    },
    fill: async (phone) => (await phone.press(deskTexts.bind), await phone.sees(deskTexts.noLease)),
  },
  { sends: 'returnLease', as: 'rep', at: () => inEvent(routes.repDesk), fill: bound(routes.repDesk), tap: deskTexts.give, yes: '确定' },
  { sends: 'submitScan', as: 'rep', at: () => inEvent(routes.repDesk), fill: bound(routes.repScan, paste), tap: scanTexts.check },
  {
    sends: 'submitScan', from: '现场签名', as: 'rep', at: () => inEvent(routes.repDesk), tap: signTexts.done,
    fill: bound(routes.repScan, async (phone, world) => {
      await phone.flip(signTexts.toggle)
      await paste(phone, world)
      await phone.press(scanTexts.check)
      await phone.draw(signTexts.pad)
    }),
  },
  { sends: 'submitEntry', as: 'rep', at: () => inEvent(routes.repDesk), fill: bound(routes.repEntry, enter), tap: entryTexts.check },
  {
    sends: 'submitEntry', from: '现场签名', as: 'rep', at: () => inEvent(routes.repDesk), tap: signTexts.done,
    fill: bound(routes.repEntry, async (phone, world) => {
      await enter(phone, world)
      await phone.press(entryTexts.check)
      await phone.draw(signTexts.pad)
    }),
  },
  { sends: 'createClaim', as: CLAIMANT, at: async (world) => (await readyToClaim(world), routes.claimStart), fill: (phone) => phone.choose('生病住院'), tap: claim.next },
  {
    sends: 'updateClaim', from: '住院信息', as: CLAIMANT, at: claimIn('DRAFT', routes.claimStay), tap: claim.next,
    fill: async (phone) => {
      await phone.type(claim.stay.hospital, goldenStay.hospitalZh)
      await phone.pick(claim.stay.admittedOn, goldenStay.admittedOn)
      await phone.pick(claim.stay.dischargedOn, goldenStay.dischargedOn)
    },
  },
  { sends: 'updateClaim', from: '费用金额', as: CLAIMANT, at: claimIn('FILLED', routes.claimAmounts), fill: (phone) => phone.type(claim.amounts.otherPaid, '1'), tap: claim.next },
  {
    sends: 'updateClaim', from: '事情经过', as: 'model', tap: claim.next,
    at: async (world) => {
      const model = await world.as('model')
      await grantAll(model, 'C3')
      return withParams(routes.claimEvent, { claimId: (await model('createClaim', { body: { cause: 'CRITICAL' } })).ok().claimId })
    },
    fill: async (phone) => {
      const { event } = kindTexts
      await phone.pick(event.diagnosedOn, '2026-11-10')
      await phone.type(event.disease, '早期恶性肿瘤')
      await phone.choose(event.light)
      await phone.type(event.hospital, goldenStay.hospitalZh)
    },
  },
  { sends: 'discardClaim', as: CLAIMANT, at: claimIn('DRAFT', routes.claimDetail), tap: claim.detail.discard, yes: claim.detail.discardAsk.ok },
  {
    sends: 'submitClaim', as: CLAIMANT, at: claimIn('COMPLETE', routes.claimCheck), tap: claim.check.submit,
    fill: async (phone) => (await phone.tick(claim.check.declare), await phone.draw(claim.sign.pad)),
  },
  { sends: 'withdrawClaim', as: CLAIMANT, at: claimIn('REVIEWING', routes.claimDetail), tap: claim.detail.withdraw, yes: claim.detail.withdrawAsk.ok },
  {
    sends: 'resubmitClaim', as: CLAIMANT, tap: claim.supplement.submit,
    at: async (world) => withParams(routes.claimSupplement, { claimId: (await askedForMore(world, [{ documentType: 'MEDICAL_INVOICE', reasonCode: 'DOC_UNREADABLE' }])).claimId }),
    fill: async (phone) => {
      await phone.press(claim.supplement.none)
      await phone.type(claim.supplement.reason('医疗收费票据'), '医院不再提供')
    },
  },
  { sends: 'confirmAutoClaim', as: 'model', at: () => withParams(routes.claimDetail, { claimId: MATCHED }), tap: claim.answer.take },
  { sends: 'disputeAutoClaim', as: 'model', at: () => withParams(routes.claimDetail, { claimId: MATCHED }), tap: claim.auto.doubt, yes: '转人工' },
  { sends: 'declineAutoClaim', as: 'model', at: () => withParams(routes.claimDetail, { claimId: MATCHED }), tap: claim.answer.decline, yes: claim.answer.declineAsk.ok },
  { sends: 'appealClaim', as: 'hardship', at: () => withParams(routes.claimAppeal, { claimId: REFUSED }), fill: (phone) => phone.type(claim.appeal.reasonLabel, '等待期算错了。'), tap: claim.appeal.submit, yes: claim.appeal.ask.ok },
  { sends: 'reopenClaim', as: CLAIMANT, at: async (world) => withParams(routes.claimDetail, { claimId: (await expired(world)).claimId }), tap: claim.answer.reopen, yes: claim.answer.reopenAsk.ok },
  {
    sends: 'answerRecovery', as: CLAIMANT, fill: (phone) => phone.choose(afterTexts.recovery.repay), tap: afterTexts.recovery.submit,
    at: async (world) => {
      const paid = await claimAt(world, 'PAID')
      ;(await (await world.tester())('decideClaim', { params: paid, body: { decision: 'RECOVER', reasonCode: 'OVERPAID', amountFen: 100_000 } })).ok()
      return withParams(routes.claimDetail, { claimId: paid.claimId })
    },
  },
  { sends: 'giveFeedback', as: CLAIMANT, at: claimIn('PAID', routes.claimDetail), fill: (phone) => phone.choose(afterTexts.feedback.scores[4]), tap: afterTexts.feedback.submit },
  { sends: 'putBankAccount', as: 'rare-name', at: () => routes.bankCard, fill: (phone) => phone.type(bankTexts.number, GOOD_CARD), tap: bankTexts.bind },
  { sends: 'putBankAccount', from: '更换', as: 'driver', at: () => routes.bankCard, fill: (phone) => phone.type(bankTexts.number, GOOD_CARD), tap: bankTexts.change },
]

/** Writing calls that no tap on a button sends, and why. */
export const notTapped: Partial<Record<EndpointName, string>> = {
  refreshSession: 'the client renews by itself, one at a time (tests/unit/core/renewal, h5/tabs)',
  signOut: 'the app ends its session by endSession, which needs no access token',
  updatePreferences: 'a switch: two taps are on and off again',
  requestNameChange: 'a picker lies between the tap and the call (pages/profile)',
  sendNameDocument: 'follows requestNameChange',
  sendCardPhoto: 'a picker lies between the tap and the call (pages/account-card-photo)',
  registerDevice: 'the card asks for its certificate by itself; the same key each time',
  readMessage: 'the list tells it by itself',
  answerSubscriptions: 'follows WeChat’s own question, which stands once (pages/subscribe)',
  openGiftVisit: 'the sign-in page hands in the code by itself',
  reserveGift: 'the offer keeps a place by itself, once a visit (pages/gift-place)',
  registerDocument: 'the outbox', uploadDocument: 'the outbox', openUpload: 'the outbox', sendUploadPart: 'the outbox',
  removeDocument: 'behind a question about one file (pages/claim-papers); a second one finds it gone',
  decideTask: 'the office, in the tester’s console',
  openTesterSession: 'the tester’s console',
}

/** The calls that change something, as the contract has them; those of testers alone are no member’s act. */
export const writing: readonly EndpointName[] = (Object.keys(endpoints) as EndpointName[]).filter((name) => endpoints[name][0] !== 'GET' && endpoints[name][2] !== 'tester')

export const titleOf = ({ sends, from }: Act): string => (from ? `${sends} ${from}` : sends)
