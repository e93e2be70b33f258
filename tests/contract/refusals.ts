import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { endpoints, type EndpointName } from '@/contract/endpoints'
import type { Claim, UpdateClaim } from '@/contract/schemas/claim'
import type { CallInput, Reply } from '@tests/builders/api'
import { answerItem, askedForMore, expired, matched } from '@tests/builders/after-submission'
import { claimAt, CLAIMANT, GOOD_CARD, goldenAmounts, goldenInvoice, goldenStay, grant } from '@tests/builders/golden-claims'
import { createWorld, type Refusing, type World } from '@tests/builders/world'
import { eventRefusals } from './event-refusals'
import { officeRefusals } from './office-calls'
import { aGrant, filedByAgent } from './people-calls'
import { registered } from './valid-calls'
import { SIGNED } from '@tests/builders/signature'

type Provoke<N extends EndpointName> = (world: World) => Promise<Reply<N> & Refusing>
type DeclaredBy<N extends EndpointName> = (typeof endpoints)[N]['errors'][number]

export type Refusals = { [N in EndpointName]: { [C in DeclaredBy<N>]: Provoke<N> } }

/** How each declared error of each row is brought about; an (endpoint, error) pair without a way does not compile. */
export const refusals: Refusals = {
  ...eventRefusals,
  ...officeRefusals((name) => fixture(name)),
  getConfig: {},
  sendSmsCode: {
    RATE_LIMITED: async ({ anonymous }) => {
      ;(await anonymous('sendSmsCode', { body: { phone: REAL_PHONE } })).ok()
      return anonymous('sendSmsCode', { body: { phone: REAL_PHONE } })
    },
  },
  signIn: {
    SMS_CODE_WRONG: ({ anonymous }) => anonymous('signIn', { body: sms('10000000001', '000000') }),
    SMS_CODE_EXPIRED: async (world) => {
      const code = await codeSentTo(world, REAL_PHONE)
      world.wall.ms += 5 * 60_000
      return world.anonymous('signIn', { body: sms(REAL_PHONE, code) })
    },
    PHONE_NOT_MEMBER: async (world) => world.anonymous('signIn', { body: sms(REAL_PHONE, await codeSentTo(world, REAL_PHONE)) }),
    LOGIN_CODE_INVALID: ({ anonymous }) => anonymous('signIn', { body: { method: 'wechat', code: 'test:nobody', privacyVersion: '1.0' } }),
    RATE_LIMITED: async ({ anonymous }) => {
      for (let tries = 0; tries < 5; tries += 1) await anonymous('signIn', { body: sms('10000000001', '000000') })
      return anonymous('signIn', { body: sms('10000000001', '202507') })
    },
  },
  refreshSession: {
    UNAUTHENTICATED: ({ anonymous }) => anonymous('refreshSession', { body: { refreshToken: 'no-such-session.0123456789' } }),
    REFRESH_REUSED: async ({ anonymous }) => {
      const { refreshToken } = (await anonymous('signIn', { body: { method: 'wechat', code: 'test:courier', privacyVersion: '1.0' } })).ok()
      ;(await anonymous('refreshSession', { body: { refreshToken } })).ok()
      return anonymous('refreshSession', { body: { refreshToken } })
    },
  },
  signOut: {},
  getMe: {},
  updatePreferences: {},
  getHome: {},
  listConsents: {},
  setConsent: { CONSENT_VERSION_STALE: asCourier('setConsent', { params: { consentId: 'C3' }, body: { granted: true, version: '0.9' } }) },
  getCard: { CONSENT_REQUIRED: withoutC1('getCard', {}) },
  listCoverages: {},
  listMessages: {},
  readMessage: {},
  listSubscriptions: {},
  answerSubscriptions: {},
  listPlans: {},
  getPlan: {},
  listGiftOffers: {},
  getGiftOffer: {},
  createEnrolment: {
    GIFT_NOT_ELIGIBLE: async (world) => (await world.as('driver'))('createEnrolment', { body: gift('CP-2026-01') }),
    QUOTA_EXHAUSTED: async (world) => {
      await world.store.transact(async (tx) => {
        const campaign = await tx.get('campaign', 'CP-2026-01')
        if (campaign) await tx.put('campaign', { ...campaign, used: campaign.quota })
      })
      return (await world.as(CLAIMANT))('createEnrolment', { body: gift('CP-2026-01') })
    },
    ALREADY_COVERED: async (world) => {
      await world.move('2026-12-02T10:00:00+08:00')
      return (await world.as('industrial'))('createEnrolment', { body: gift('CP-2026-04') })
    },
    CONSENT_REQUIRED: withoutC1('createEnrolment', { body: { campaignId: 'CP-2026-01', consents: [] } }),
    CONSENT_VERSION_STALE: asCourier('createEnrolment', { body: { campaignId: 'CP-2026-01', consents: [{ consentId: 'C1', version: '0.9' }] } }),
  },
  listEnrolments: {},
  getEnrolment: {},
  getCertificate: {},
  getCertificateLink: {},
  checkCertificate: {},
  answerRecovery: {
    FORBIDDEN: async (world) => (await world.as('union-officer'))('answerRecovery', { ...(await filedByAgent(world)), body: { choice: 'REPAY' } }),
    CLAIM_STATE_CONFLICT: async (world) => (await world.as(CLAIMANT))('answerRecovery', { ...versioned(await claimAt(world, 'PAID')), body: { choice: 'REPAY' } }),
  },
  giveFeedback: {
    FORBIDDEN: async (world) => (await world.as('union-officer'))('giveFeedback', { params: (await filedByAgent(world)).params, body: { score: 5 } }),
    CLAIM_STATE_CONFLICT: async (world) => (await world.as(CLAIMANT))('giveFeedback', { params: { claimId: (await claimAt(world, 'REVIEWING')).claimId }, body: { score: 5 } }),
  },
  changePerson: { TEST_MODE_OFF: outsideTestMode('changePerson', { params: { personId: 'driver' }, body: { name: '梁改名' } }) },
  listAuthorisations: {},
  createAuthorisation: {
    AGENT_MISMATCH: asCourier('createAuthorisation', { body: { ...aGrant, agentPhone: '10000000003' } }),
    CONSENT_VERSION_STALE: asCourier('createAuthorisation', { body: { ...aGrant, c6Version: '0.9' } }),
  },
  endAuthorisation: {},
  listPrincipals: {},
  getClaimOptions: { NOT_FOUND: asCourier('getClaimOptions', { query: { authorisationId: 'auth-over60' } }) },
  listClaims: { NOT_FOUND: asCourier('listClaims', { query: { authorisationId: 'auth-over60' } }) },
  createClaim: {
    NOT_FOUND: asCourier('createClaim', { body: { cause: 'ILLNESS', authorisationId: 'auth-over60' } }),
    CONSENT_REQUIRED: asCourier('createClaim', { body: { cause: 'ACCIDENT' } }),
    CLAIM_NOT_COVERED: asCourier('createClaim', { body: { cause: 'ILLNESS' } }),
  },
  getClaim: {},
  updateClaim: {
    CLAIM_STATE_CONFLICT: async (world) => change(world, await claimAt(world, 'REVIEWING'), { stay: goldenStay }),
    AMOUNTS_MISMATCH: async (world) => change(world, await claimAt(world, 'DRAFT'), { amounts: { ...goldenAmounts, pooledFen: 2_600_000 } }),
    CLAIM_NOT_COVERED: async (world) => change(world, await claimAt(world, 'DRAFT'), { stay: { ...goldenStay, admittedOn: '2026-11-23' } }),
    CLAIM_WINDOW_OVER: async (world) => change(world, await claimAt(world, 'DRAFT', { at: '2029-01-15T10:00:00+08:00' }), { stay: goldenStay }),
    DUPLICATE_INVOICE: async (world) => {
      await claimAt(world, 'FILLED')
      const second = (await (await world.as(CLAIMANT))('createClaim', { body: { cause: 'ILLNESS' } })).ok()
      return change(world, second, { invoice: goldenInvoice })
    },
  },
  discardClaim: {
    CLAIM_STATE_CONFLICT: async (world) => {
      const { claimId, version } = await claimAt(world, 'REVIEWING')
      return (await world.as(CLAIMANT))('discardClaim', { params: { claimId }, version })
    },
  },
  registerDocument: {
    CLAIM_STATE_CONFLICT: async (world) => register(world, await claimAt(world, 'REVIEWING'), 'late'),
    CONSENT_REQUIRED: async (world) => register(world, await disputed(world), 'evidence'),
    FILE_LIMIT: async (world) => {
      const claim = await claimAt(world, 'DRAFT')
      for (let count = 0; count < 20; count += 1) (await register(world, claim, `photo-${count}`)).ok()
      return register(world, claim, 'one too many')
    },
  },
  uploadDocument: {
    CLAIM_STATE_CONFLICT: async (world) => {
      const { claimId, documents } = await claimAt(world, 'REVIEWING')
      return upload(world, { claimId, documentId: documents[0]?.documentId ?? '' }, fixture('upright.jpg'))
    },
    CONSENT_REQUIRED: async (world) => {
      const claim = await disputed(world)
      await grant(world, CLAIMANT, 'C3')
      const { documentId } = (await register(world, claim, 'evidence')).ok()
      // Withdrawing it by the member's own hand would withdraw the whole claim.
      await world.store.transact(async (tx) => tx.delete('consent', `${CLAIMANT}-C3`))
      return upload(world, { claimId: claim.claimId, documentId }, fixture('upright.jpg'))
    },
    FILE_TOO_LARGE: async (world) => upload(world, await registered(world), new Uint8Array(5_242_881)),
    FILE_TYPE_UNSUPPORTED: async (world) => upload(world, await registered(world), fixture('program.jpg')),
    FILE_HEIC_UNSUPPORTED: async (world) => upload(world, await registered(world), fixture('phone.heic')),
    FILE_DAMAGED: async (world) => upload(world, await registered(world), fixture('upright.jpg').slice(0, 900)),
    FILE_DUPLICATE: async (world) => {
      const { claimId } = await claimAt(world, 'DRAFT')
      const [first, second] = [(await register(world, { claimId }, 'once')).ok(), (await register(world, { claimId }, 'once more')).ok()]
      ;(await upload(world, { claimId, documentId: first.documentId }, fixture('upright.jpg'))).ok()
      return upload(world, { claimId, documentId: second.documentId }, fixture('upright.jpg'))
    },
  },
  getDocumentContent: {},
  removeDocument: {
    CLAIM_STATE_CONFLICT: async (world) => {
      const { claimId, documents } = await claimAt(world, 'REVIEWING')
      return (await world.as(CLAIMANT))('removeDocument', { params: { claimId, documentId: documents[0]?.documentId ?? '' } })
    },
  },
  submitClaim: {
    CLAIM_STATE_CONFLICT: async (world) => submit(world, await claimAt(world, 'REVIEWING')),
    CLAIM_INCOMPLETE: async (world) => submit(world, await claimAt(world, 'DRAFT')),
    FILES_INCOMPLETE: async (world) => submit(world, await claimAt(world, 'FILLED')),
    DUPLICATE_INVOICE: async (world) => {
      const claim = await claimAt(world, 'COMPLETE')
      const other = (await (await world.as(CLAIMANT))('createClaim', { body: { cause: 'ILLNESS' } })).ok()
      // Not possible through the API, where the draft holds its invoice: an import of another office may do it.
      await world.store.transact(async (tx) => {
        await tx.releaseKey(INVOICE_KEY)
        await tx.claimKey(INVOICE_KEY, other.claimId)
      })
      return submit(world, claim)
    },
    CONSENT_REQUIRED: async (world) => {
      const claim = await claimAt(world, 'COMPLETE')
      await grant(world, CLAIMANT, 'C3', false)
      return submit(world, claim)
    },
    CLAIM_WINDOW_OVER: async (world) => {
      const claim = await claimAt(world, 'COMPLETE', { at: '2028-12-01T10:00:00+08:00' })
      await world.move('2029-01-05T10:00:00+08:00')
      return submit(world, claim)
    },
    CLAIM_NOT_COVERED: async (world) => {
      const claim = await claimAt(world, 'COMPLETE')
      await world.store.transact(async (tx) => {
        for (const cover of await tx.list('coverage', CLAIMANT)) await tx.delete('coverage', cover.id)
      })
      return submit(world, claim)
    },
  },
  drawClaimReceipt: {},
  listLetters: {},
  getLetter: {},
  getClaimReceipt: {},
  withdrawClaim: {
    FORBIDDEN: async (world) => (await world.as('union-officer'))('withdrawClaim', { ...(await filedByAgent(world)), body: {} }),
    CLAIM_STATE_CONFLICT: async (world) => {
      const { claimId, version } = await claimAt(world, 'FILLED')
      return (await world.as(CLAIMANT))('withdrawClaim', { params: { claimId }, version, body: {} })
    },
  },
  resubmitClaim: {
    CLAIM_STATE_CONFLICT: async (world) => (await world.as(CLAIMANT))('resubmitClaim', { ...versioned(await claimAt(world, 'REVIEWING')), body: { reasons: [] } }),
    FILES_INCOMPLETE: async (world) => {
      const claim = await askedForMore(world)
      const courier = await world.as(CLAIMANT)
      await answerItem(courier, claim)
      return courier('resubmitClaim', { ...versioned(claim), body: { reasons: [] } })
    },
  },
  confirmAutoClaim: { CLAIM_STATE_CONFLICT: async (world) => (await world.as(CLAIMANT))('confirmAutoClaim', { ...versioned(await claimAt(world, 'REVIEWING')), body: {} }) },
  disputeAutoClaim: { CLAIM_STATE_CONFLICT: async (world) => (await world.as(CLAIMANT))('disputeAutoClaim', { ...versioned(await claimAt(world, 'REVIEWING')), body: { choice: 'HUMAN' } }) },
  declineAutoClaim: { CLAIM_STATE_CONFLICT: async (world) => (await world.as(CLAIMANT))('declineAutoClaim', { ...versioned(await claimAt(world, 'REVIEWING')), body: {} }) },
  appealClaim: {
    FORBIDDEN: async (world) => (await world.as('union-officer'))('appealClaim', { ...(await filedByAgent(world)), body: { reasonZh: '日期认定有误。' } }),
    CLAIM_STATE_CONFLICT: async (world) => {
      const claim = await claimAt(world, 'REJECTED')
      const courier = await world.as(CLAIMANT)
      await world.move(61)
      const closed = (await courier('getClaim', { params: claim })).ok()
      return courier('appealClaim', { ...versioned(closed), body: { reasonZh: '日期认定有误。' } })
    },
  },
  reopenClaim: {
    FORBIDDEN: async (world) => (await world.as('union-officer'))('reopenClaim', { ...(await filedByAgent(world)), body: {} }),
    CLAIM_STATE_CONFLICT: async (world) => (await world.as(CLAIMANT))('reopenClaim', { ...versioned(await claimAt(world, 'FILLED')), body: {} }),
    CLAIM_WINDOW_OVER: async (world) => {
      const claim = await expired(world)
      await world.move('2029-01-05T10:00:00+08:00')
      return (await world.as(CLAIMANT))('reopenClaim', { ...versioned(claim), body: {} })
    },
    DUPLICATE_INVOICE: async (world) => {
      const claim = await expired(world)
      const courier = await world.as(CLAIMANT)
      const other = (await courier('createClaim', { body: { cause: 'ILLNESS' } })).ok()
      ;(await change(world, other, { stay: goldenStay, invoice: goldenInvoice })).ok()
      return courier('reopenClaim', { ...versioned(claim), body: {} })
    },
  },
  getBankAccount: {},
  putBankAccount: {
    CARD_FORMAT: bind('62220200000000000O0'),
    CARD_CREDIT: bind('6222100000000007'),
    CARD_CONFIRM: bind('6222020000000000001'),
    CARD_REFUSED: async (world) => (await world.as('driver'))('putBankAccount', { body: { cardNumber: '6228480000000000026' } }),
    CARD_NAME_MISMATCH: async (world) => (await world.as(CLAIMANT))('putBankAccount', { body: { cardNumber: '6222020001000000404' } }),
    CONSENT_REQUIRED: async (world) => {
      await claimAt(world, 'ACCOUNT_REQUIRED')
      return bind(GOOD_CARD)(world)
    },
    PAYOUT_STATE_CONFLICT: async (world) => (await world.as('woman-p6'))('putBankAccount', { body: { cardNumber: GOOD_CARD } }),
  },
  sendCardPhoto: {
    FILE_TOO_LARGE: async (world) => cardPhoto(world, new Uint8Array(5_242_881)),
    FILE_TYPE_UNSUPPORTED: async (world) => cardPhoto(world, fixture('program.jpg')),
    FILE_HEIC_UNSUPPORTED: async (world) => cardPhoto(world, fixture('phone.heic')),
    FILE_DAMAGED: async (world) => cardPhoto(world, fixture('upright.jpg').slice(0, 900)),
  },
  getCardPhoto: {},
  listPayouts: {},
  getPayoutSummary: {},
  getPayout: {},
  listPersonas: { TEST_MODE_OFF: outsideTestMode('listPersonas', {}) },
  openTesterSession: { TEST_MODE_OFF: outsideTestMode('openTesterSession', { body: {} }) },
  getClock: { TEST_MODE_OFF: outsideTestMode('getClock', {}) },
  moveClock: { TEST_MODE_OFF: outsideTestMode('moveClock', { body: { advanceDays: 1 } }) },
  listOpenClaims: { TEST_MODE_OFF: outsideTestMode('listOpenClaims', {}) },
  decideClaim: {
    TEST_MODE_OFF: outsideTestMode('decideClaim', { params: { claimId: 'CLM-2026-000023' }, body: { decision: 'APPROVE' } }),
    CLAIM_STATE_CONFLICT: async (world) => (await world.tester())('decideClaim', { params: { claimId: 'CLM-2026-000024' }, body: { decision: 'REJECT', reasonCode: 'EXCLUDED_CAUSE' } }),
    AMOUNTS_MISMATCH: async (world) => (await world.tester())('decideClaim', { params: { claimId: 'CLM-2026-000024' }, body: { decision: 'OVERTURN', amounts: { ...goldenAmounts, pooledFen: 2_600_000 } } }),
  },
  listTestPayouts: { TEST_MODE_OFF: outsideTestMode('listTestPayouts', {}) },
  planBankOutcome: { TEST_MODE_OFF: outsideTestMode('planBankOutcome', { params: { payoutId: 'next' }, body: { outcome: 'PAID' } }) },
  actAsFinance: {
    TEST_MODE_OFF: outsideTestMode('actAsFinance', { params: { payoutId: 'PY-2026-000021' }, body: { action: 'FIX' } }),
    PAYOUT_STATE_CONFLICT: async (world) => (await world.tester())('actAsFinance', { params: { payoutId: 'PY-2026-000026' }, body: { action: 'FIX' } }),
  },
  pushSettlement: { TEST_MODE_OFF: outsideTestMode('pushSettlement', { body: { accountId: 'industrial' } }) },
  getBankLedger: { TEST_MODE_OFF: outsideTestMode('getBankLedger', {}) },
  resetData: { TEST_MODE_OFF: outsideTestMode('resetData', { body: {} }) },
}

const versioned = ({ claimId, version }: { claimId: string; version: number }): { params: { claimId: string }; version: number } => ({ params: { claimId }, version })

/** Matched without C3, and objected to: papers may come, once they may be looked at. */
async function disputed(world: World): Promise<Claim> {
  return (await (await world.as(CLAIMANT))('disputeAutoClaim', { ...versioned(await matched(world)), body: { choice: 'DATA_WRONG' } })).ok()
}

const REAL_PHONE = '13900000000'
const INVOICE_KEY = 'invoice:44990026-0000000001'

const sms = (phone: string, code: string) => ({ method: 'sms' as const, phone, code, privacyVersion: '1.0' })
const gift = (campaignId: string) => ({ campaignId, consents: [{ consentId: 'C1' as const, version: '1.0' }] })
const fixture = (name: string): Uint8Array => Uint8Array.from(readFileSync(join(__dirname, '../builders/fixtures', name)))

/** The code of a real number stands only in the server's log. */
async function codeSentTo({ anonymous, log }: World, phone: string): Promise<string> {
  ;(await anonymous('sendSmsCode', { body: { phone } })).ok()
  return /\d{6}$/.exec(log[log.length - 1] ?? '')?.[0] ?? ''
}

function asCourier<N extends EndpointName>(name: N, input: CallInput<N>): Provoke<N> {
  return async (world) => (await world.as(CLAIMANT))(name, input)
}
function withoutC1<N extends EndpointName>(name: N, input: CallInput<N>): Provoke<N> {
  return async (world) => {
    await grant(world, CLAIMANT, 'C1', false)
    return asCourier(name, input)(world)
  }
}
function outsideTestMode<N extends EndpointName>(name: N, input: CallInput<N>): Provoke<N> {
  return async () => (await createWorld({ env: { testMode: false } })).anonymous(name, input)
}
function bind(cardNumber: string): Provoke<'putBankAccount'> {
  return asCourier('putBankAccount', { body: { cardNumber } })
}
async function change(world: World, { claimId, version }: { claimId: string; version: number }, body: UpdateClaim): Promise<Reply<'updateClaim'>> {
  return (await world.as(CLAIMANT))('updateClaim', { params: { claimId }, version, body })
}
async function register(world: World, { claimId }: { claimId: string }, clientRef: string): Promise<Reply<'registerDocument'>> {
  return (await world.as(CLAIMANT))('registerDocument', { params: { claimId }, body: { documentType: 'OTHER', clientRef, name: 'a.jpg' } })
}
async function upload(world: World, params: { claimId: string; documentId: string }, bytes: Uint8Array): Promise<Reply<'uploadDocument'>> {
  return (await world.as(CLAIMANT))('uploadDocument', { params, file: { bytes, name: 'a.jpg' } })
}
async function cardPhoto(world: World, bytes: Uint8Array): Promise<Reply<'sendCardPhoto'>> {
  return (await world.as(CLAIMANT))('sendCardPhoto', { file: { bytes, name: 'a.jpg' } })
}
async function submit(world: World, { claimId }: { claimId: string }): Promise<Reply<'submitClaim'>> {
  const courier = await world.as(CLAIMANT)
  const { version } = (await courier('getClaim', { params: { claimId } })).ok()
  return courier('submitClaim', { params: { claimId }, version, body: SIGNED })
}
