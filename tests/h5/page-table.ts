import { agentTexts } from '@/packages/account/agent-texts'
import { profileTexts } from '@/packages/account/profile-texts'
import { idDocumentChoice, idDocumentZh } from '@/domain/id-document'
import { identityTexts } from '@/packages/gift/identity-texts'
import { aboutTexts, bankTexts, consentTexts, messageTexts } from '@/packages/account/texts'
import { afterTexts } from '@/packages/claim/after-texts'
import { kindTexts } from '@/packages/claim/kind-texts'
import { peopleTexts } from '@/packages/claim/people-texts'
import { texts as claim } from '@/packages/claim/texts'
import { deskTexts, entryTexts, eventsTexts, listTexts, posterTexts, queueTexts, scanTexts as repScan } from '@/packages/event/texts'
import { certificateTexts, joinTexts, offersTexts, offerTexts, orderTexts, plansTexts, scanTexts, verifyTexts } from '@/packages/gift/texts'
import { texts as payout } from '@/packages/payout/texts'
import { texts as tester } from '@/packages/tester/texts'
import { texts as card } from '@/pages/card/texts'
import { texts as claims } from '@/pages/claims/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as mine } from '@/pages/mine/texts'
import { texts as notFound } from '@/pages/not-found/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import type { routes } from '@/routes'
import type { ClaimKind } from '@/contract/schemas/claim-kind'
import { seedData } from '@mock/seed/persona-data'
import { aDraft } from '@tests/builders/driver-claims'
import { CLAIMANT, claimAt } from '@tests/builders/golden-claims'
import { grantAll } from '@tests/builders/kinds'
import type { App } from './kit/app'
import type { Core } from '@mock/core'
import type { People } from '@tests/builders/people'

export type PageName = keyof typeof routes

/** What a row needs of whoever holds the phone, in any browser. */
export type Fingers = Pick<App, 'press' | 'sees' | 'type' | 'choose' | 'flip'>

/** What the pages of the table show, made once through the API. */
export interface Made {
  paidClaim: string
  /** Paid by 免审即享, and part of it is to come back. */
  owedBack: string
  payout: string
  certificate: string
  /** What a stranger opens it by. */
  check: string
  draft: string
  /** Payout that the bank has sent back. */
  returned: string
  supplement: string
  order: string
  /** Drafts of the other kinds: a diagnosis, a death. */
  critical: string
  death: string
}

export interface Row {
  page: PageName
  /** What is special about it here; also tells rows of one page apart. */
  state: string
  /** Persona who looks at it; nobody: before sign-in. */
  as: string | null
  /** Heading, so that a page that leads elsewhere is noticed. */
  title: string
  params?: (made: Made) => Record<string, string>
  /** What to do on the page before it is looked at. */
  then?: (app: Fingers) => Promise<void>
}

const CAMPAIGN = 'CP-2026-01'
const GIFTED = CLAIMANT
const WITH_DRAFT = 'driver'
/** Paid without a tap. */
const AUTO_PAID = 'industrial'
const EVENT = 'EV-2026-01'
/** Of the seed: worked out from settlement data, and refused with an appeal open. */
const MATCHED = 'CLM-2026-000004'
const REFUSED = 'CLM-2026-000024'

/** One row a page and state: [page, state, who looks, heading, more]. A new page is one row. */
const rows: readonly [PageName, string, string | null, string, Pick<Row, 'params' | 'then'>?][] = [
  ['signIn', 'empty', null, signIn.welcome],
  ['signIn', 'refused', null, signIn.welcome, { then: async (app) => (await app.press(signIn.signIn), app.sees(signIn.agreeFirst)) }],
  ['notFound', 'as it is', null, notFound.title],
  ['home', 'covered and paid', GIFTED, home.title],
  ['home', 'not a member', 'minor', home.title],
  ['home', 'something to do', WITH_DRAFT, home.title],
  ['home', '免审即享 offered', 'trade', home.title, { then: (app) => app.sees(home.auto.title) }],
  ['card', 'code', GIFTED, card.title, { then: (app) => app.sees(/秒后更新$/) }],
  ['card', 'full screen', GIFTED, card.title, { then: async (app) => (await app.sees(/秒后更新$/), await app.press(card.enlarge), app.sees(card.fullTitle)) }],
  ['card', 'not a member', 'minor', card.title],
  ['claims', 'several', 'model', claims.title],
  ['claims', 'none', 'rare-name', claims.title],
  ['claims', 'of a beneficiary', 'beneficiary', claims.title],
  ['mine', 'with covers', GIFTED, mine.title],
  ['mine', 'question', GIFTED, mine.title, { then: async (app) => (await app.press(mine.signOut), app.sees(mine.signOutTitle)) }],
  ['gifts', 'taken', GIFTED, offersTexts.title],
  ['gifts', 'none', 'rare-name', offersTexts.title],
  ['gift', 'taken', GIFTED, offerTexts.title, { params: () => ({ campaignId: CAMPAIGN }) }],
  ['gift', 'not eligible', 'rare-name', offerTexts.title, { params: () => ({ campaignId: CAMPAIGN }) }],
  ['certificate', 'gifted', GIFTED, certificateTexts.title, { params: (made) => ({ enrolmentId: made.certificate }) }],
  ['verify', 'unknown code', GIFTED, verifyTexts.title, { params: () => ({ code: 'A'.repeat(22) }) }],
  ['verify', 'found', GIFTED, verifyTexts.title, { params: (made) => ({ code: made.check }) }],
  ['scan', 'nothing scanned', GIFTED, scanTexts.title],
  ['gift', 'not a member', 'minor', offerTexts.title, { params: () => ({ campaignId: CAMPAIGN }) }],
  ['plans', 'catalogue', GIFTED, plansTexts.title],
  ['plan', 'paid way', AUTO_PAID, plansTexts.title, { params: () => ({ planId: 'P4' }) }],
  ['order', 'to be paid', AUTO_PAID, orderTexts.title, { params: (made) => ({ orderId: made.order }) }],
  ['join', 'nothing chosen', 'minor', joinTexts.title, { then: async (app) => (await app.press(joinTexts.submit), app.sees(joinTexts.platformMissing)) }],
  ['repEvents', 'assigned', 'rep', eventsTexts.title],
  ['repEvents', 'not a rep', GIFTED, eventsTexts.title],
  ['repDesk', 'not bound', 'rep', deskTexts.title, { params: () => ({ eventId: EVENT }) }],
  ['repEntry', 'nothing typed', 'rep', entryTexts.title, { params: () => ({ eventId: EVENT }), then: async (app) => (await app.press(entryTexts.check), app.sees(entryTexts.nameMissing)) }],
  ['repScan', 'without a kit', 'rep', repScan.title, { params: () => ({ eventId: EVENT }), then: async (app) => (await app.press(repScan.check), app.sees(repScan.codeMissing)) }],
  ['repScan', 'offline', 'rep', repScan.title, { params: () => ({ eventId: EVENT }), then: async (app) => (await app.flip(repScan.offline), app.sees(repScan.offlineOn)) }],
  ['repScan', 'a foreign code', 'rep', repScan.title, { params: () => ({ eventId: EVENT }), then: async (app) => (await app.type(repScan.code, 'tel:12351'), await app.press(repScan.check), app.sees(repScan.noKit)) }],
  ['repQueue', 'empty', 'rep', queueTexts.title, { params: () => ({ eventId: EVENT }) }],
  ['repPoster', 'live', 'rep', posterTexts.title, { params: () => ({ eventId: EVENT }), then: (app) => app.sees(/秒后更换$/) }],
  ['repPoster', 'full screen', 'rep', posterTexts.title, { params: () => ({ eventId: EVENT }), then: async (app) => (await app.sees(/秒后更换$/), await app.press(posterTexts.full), app.sees(posterTexts.close)) }],
  ['repList', 'rows', 'rep', listTexts.title, { params: () => ({ eventId: EVENT }) }],
  ['claimStart', 'new', GIFTED, claim.start.title],
  ['claimStart', 'draft at hand', WITH_DRAFT, claim.start.title],
  ['claimStart', '免审即享 offered', 'trade', claim.start.title, { then: (app) => app.sees(claim.start.auto.title) }],
  ['claimStart', 'an illness of women', 'woman-p6', claim.start.title, { then: async (app) => (await app.choose(/^女性疾病/), app.sees(claim.next)) }],
  ['claimStart', 'a critical illness', 'model', claim.start.title, { then: async (app) => (await app.press(claim.start.fresh), await app.choose(/^重大疾病/), app.sees(claim.start.covers)) }],
  ['claimStart', 'of a beneficiary', 'beneficiary', claim.start.title],
  ['claimEvent', 'a diagnosis, refused', 'model', kindTexts.event.title, { params: (made) => ({ claimId: made.critical }), then: async (app) => (await app.press(claim.next), app.sees(kindTexts.event.missing(kindTexts.event.disease))) }],
  ['claimEvent', 'a death', 'beneficiary', kindTexts.event.title, { params: (made) => ({ claimId: made.death }) }],
  ['claimPapers', 'of a death', 'beneficiary', claim.papers.title, { params: (made) => ({ claimId: made.death }) }],
  ['claimCheck', 'of a diagnosis', 'model', claim.check.title, { params: (made) => ({ claimId: made.critical }) }],
  ['claimOthers', 'one member', 'rep', peopleTexts.others.title],
  ['claimOthers', 'none', 'rare-name', peopleTexts.others.title],
  ['claimStay', 'refused', WITH_DRAFT, claim.stay.title, { params: (made) => ({ claimId: made.draft }), then: async (app) => (await app.type(claim.stay.hospital, ''), await app.press(claim.next), app.sees(claim.stay.hospitalMissing)) }],
  ['claimStay', 'filled', WITH_DRAFT, claim.stay.title, { params: (made) => ({ claimId: made.draft, from: 'check' }) }],
  ['claimAmounts', 'filled', WITH_DRAFT, claim.amounts.title, { params: (made) => ({ claimId: made.draft }) }],
  ['claimPapers', 'some received', WITH_DRAFT, claim.papers.title, { params: (made) => ({ claimId: made.draft }) }],
  ['claimCheck', 'something missing', WITH_DRAFT, claim.check.title, { params: (made) => ({ claimId: made.draft }) }],
  ['claimReceipt', 'submitted', GIFTED, claim.receipt.title, { params: (made) => ({ claimId: made.paidClaim }) }],
  ['claimReceipt', 'not handed in', WITH_DRAFT, claim.receipt.none, { params: (made) => ({ claimId: made.draft }) }],
  ['claimDetail', 'paid', GIFTED, claim.detail.title, { params: (made) => ({ claimId: made.paidClaim }) }],
  ['claimDetail', 'papers asked for', 'trade', claim.detail.title, { params: (made) => ({ claimId: made.supplement }) }],
  ['claimDetail', 'worked out, waits for a yes', 'model', claim.detail.title, { params: () => ({ claimId: MATCHED }) }],
  ['claimDetail', 'refused', 'hardship', claim.detail.title, { params: () => ({ claimId: REFUSED }) }],
  ['claimDetail', 'money to come back, nothing chosen', AUTO_PAID, claim.detail.title, { params: (made) => ({ claimId: made.owedBack }), then: async (app) => (await app.press(afterTexts.recovery.submit), app.sees(afterTexts.recovery.nothing)) }],
  ['claimSupplement', 'two items', 'trade', claim.supplement.title, { params: (made) => ({ claimId: made.supplement }), then: async (app) => (await app.press(claim.supplement.noneFor('费用清单')), app.sees(claim.supplement.reason('费用清单'))) }],
  ['claimSupplement', 'nothing asked for', 'hardship', claim.supplement.title, { params: () => ({ claimId: REFUSED }) }],
  ['claimAppeal', 'without grounds', 'hardship', claim.appeal.title, { params: () => ({ claimId: REFUSED }), then: async (app) => (await app.press(claim.appeal.submit), app.sees(claim.appeal.reasonMissing)) }],
  ['claimDetail', 'asked what it was like', GIFTED, claim.detail.title, { params: (made) => ({ claimId: made.paidClaim }), then: async (app) => (await app.choose(afterTexts.feedback.scores[4]), app.sees(afterTexts.feedback.words)) }],
  ['claimDetail', 'not found', 'trade', claim.detail.title, { params: () => ({ claimId: 'none' }) }],
  ['payouts', 'paid, figures of the year', GIFTED, payout.list.title, { then: (app) => app.sees(payout.list.plans) }],
  ['payouts', 'from two plans, the year before', AUTO_PAID, payout.list.title, { then: async (app) => (await app.choose(payout.list.year(2026)), app.sees(payout.list.plans)) }],
  ['payouts', 'one waits for a card', WITH_DRAFT, payout.list.title],
  ['payouts', 'none', 'rare-name', payout.list.title],
  ['payoutDetail', 'paid', GIFTED, payout.detail.title, { params: (made) => ({ payoutId: made.payout }) }],
  ['payoutDetail', 'returned by the bank', WITH_DRAFT, payout.detail.title, { params: (made) => ({ payoutId: made.returned }) }],
  ['agents', 'nobody', GIFTED, agentTexts.title],
  ['bankCard', 'bound', GIFTED, bankTexts.title],
  ['bankCard', 'refused by the bank', WITH_DRAFT, bankTexts.title],
  ['bankCard', 'none', 'rare-name', bankTexts.title],
  ['agents', 'none yet, refused', GIFTED, agentTexts.title, { then: async (app) => (await app.press(agentTexts.grant), app.sees(agentTexts.choose(agentTexts.relation))) }],
  ['agents', 'the consent to papers is asked for too', 'rare-name', agentTexts.title, { then: (app) => app.sees(agentTexts.c3Why) }],
  ['agents', 'one', 'over60', agentTexts.title],
  ['profile', 'nothing typed', 'driver', profileTexts.title, { then: async (app) => (await app.press(profileTexts.change), app.sees(profileTexts.phoneWrong)) }],
  ['join', 'who I am, refused', 'overseas', joinTexts.title, { then: async (app) => (await app.press(idDocumentChoice.usual.more), await app.choose(idDocumentZh.PASSPORT), await app.press(joinTexts.submit), app.sees(identityTexts.birthMissing)) }],
  ['consents', 'all', GIFTED, consentTexts.title],
  ['consents', 'text of 免审即享 open', 'trade', consentTexts.title, { params: () => ({ consentId: 'C2' }), then: (app) => app.sees(consentTexts.standing) }],
  ['messages', 'several', GIFTED, messageTexts.title],
  ['messages', 'none', 'rare-name', messageTexts.title],
  ['about', 'as it is', GIFTED, aboutTexts.title],
  ['tester', 'as it is', GIFTED, tester.title],
  ['tester', 'a payout that waits', WITH_DRAFT, tester.title, { then: (app) => app.sees(tester.bank) }],
]

export const pageTable: readonly Row[] = rows.map(([page, state, as, title, more]) => ({ page, state, as, title, ...more }))

type Backend = People & { core: Core }

/** Two days on two servers: the day of the seed, on which what it holds is still open, and the day on which the golden claim is paid. */
export interface Days<B extends Backend = Backend> {
  seeded: B
  paid: B
}

export const dayOf = <B extends Backend>(as: string | null, { seeded, paid }: Days<B>): B => (as === GIFTED || as === AUTO_PAID ? paid : seeded)

/** The golden claim paid out; on the other day a draft of somebody else in the middle of its papers. */
export async function makePages({ seeded, paid }: Days): Promise<Made> {
  const tester = await paid.tester()
  const owedBack = (await tester('pushSettlement', { body: { accountId: AUTO_PAID } })).ok().claimId ?? ''
  const { claimId: paidClaim, payoutIds } = await claimAt(paid, 'PAID')
  ;(await tester('decideClaim', { params: { claimId: owedBack }, body: { decision: 'RECOVER', reasonCode: 'OVERPAID', amountFen: 100_000 } })).ok()
  const gifted = (await (await paid.as(GIFTED))('listEnrolments')).ok().items.find(({ coverage }) => coverage.planId === 'P1')
  const { code: check } = (await (await paid.as(GIFTED))('getCertificateLink', { params: { enrolmentId: gifted?.enrolmentId ?? '' } })).ok()
  const { claimId: draft } = await aDraft(seeded.core, { papers: 2 }, WITH_DRAFT)
  const [returned] = (await (await seeded.as(WITH_DRAFT))('listPayouts', { query: {} })).ok().items
  const [supplement] = (await (await seeded.as('trade'))('listClaims', { query: {} })).ok().items
  const critical = await draftOf(seeded, 'model', 'CRITICAL')
  await agentOf(seeded, 'over60', 'rep')
  const death = await draftOf(seeded, 'beneficiary', 'DEATH')
  const order = (await (await paid.as(AUTO_PAID))('createOrder', { body: { planId: 'P4', payer: 'SELF' } })).ok()
  return { order: order.orderId, paidClaim, owedBack, payout: payoutIds[0] ?? '', certificate: gifted?.enrolmentId ?? '', check, draft, returned: returned?.payoutId ?? '', supplement: supplement?.claimId ?? '', critical, death }
}

async function draftOf(backend: Backend, as: string, cause: ClaimKind): Promise<string> {
  const who = await backend.as(as)
  await grantAll(who, 'C3')
  return (await who('createClaim', { body: { cause } })).ok().claimId
}

/** Lets one persona file for another. */
async function agentOf(backend: Backend, as: string, agentId: string): Promise<void> {
  const agent = seedData.personas.find(({ id }) => id === agentId)
  if (!agent?.idNo) throw new Error(`no persona ${agentId} with a document`)
  ;(await (await backend.as(as))('createAuthorisation', { body: { agentName: agent.name, agentPhone: agent.mobile, relation: 'UNION', idType: 'MAINLAND_ID', idNumber: agent.idNo, until: '2027-05-31', c6Version: '1.0' } })).ok()
}
