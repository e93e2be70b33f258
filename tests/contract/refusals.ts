import { OVERLAP_SECONDS, SESSIONS_MAX, UNCONFIRMED_SECONDS } from '@mock/core'
import { claimAt, CLAIMANT, GOOD_CARD, goldenAmounts } from '@tests/builders/golden-claims'
import { eventRefusals } from './event-refusals'
import { officeRefusals } from './office-calls'
import { photo } from '@tests/builders/photo'
import { openedUpload } from './valid-calls'
import { aGrant, filedByAgent } from './people-calls'
import { claimRefusals } from './claim-refusals'
import { asCourier, bind, cardPhoto, codeSentTo, fixture, gift, outsideTestMode, REAL_PHONE, sms, type Refusals, versioned, withoutC1 } from './refusals-kit'

/** How each declared error of each row is brought about; an (endpoint, error) pair without a way does not compile. */
export const refusals: Refusals = {
  ...eventRefusals,
  ...claimRefusals,
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
    REFRESH_REUSED: async ({ anonymous, wall }) => {
      const { refreshToken } = (await anonymous('signIn', { body: { method: 'wechat', code: 'test:courier', privacyVersion: '1.0' } })).ok()
      ;(await anonymous('refreshSession', { body: { refreshToken } })).ok()
      wall.ms += (UNCONFIRMED_SECONDS + OVERLAP_SECONDS) * 1000
      return anonymous('refreshSession', { body: { refreshToken } })
    },
    SESSION_DISPLACED: async ({ anonymous }) => {
      const signIn = async () => (await anonymous('signIn', { body: { method: 'wechat', code: 'test:courier', privacyVersion: '1.0' } })).ok()
      const { refreshToken } = await signIn()
      for (let devices = 0; devices < SESSIONS_MAX; devices += 1) await signIn()
      return anonymous('refreshSession', { body: { refreshToken } })
    },
  },
  signOut: {},
  endSession: {},
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
  openUpload: { FILE_TOO_LARGE: async (world) => (await world.as(CLAIMANT))('openUpload', { params: { sha256: '0'.repeat(64) }, body: { sizeBytes: 5_242_881 } }) },
  sendUploadPart: {
    FILE_TOO_LARGE: async (world) => {
      const courier = await world.as(CLAIMANT)
      await courier('openUpload', { params: { sha256: '0'.repeat(64) }, body: { sizeBytes: 5_242_881 } })
      return courier('sendUploadPart', { params: { sha256: '0'.repeat(64), offset: '0' }, bytes: photo() })
    },
    UPLOAD_OFFSET: async (world) => (await world.as(CLAIMANT))('sendUploadPart', { params: { ...(await openedUpload(world)), offset: '1' }, bytes: photo().slice(1) }),
    UPLOAD_MISMATCH: async (world) => (await world.as(CLAIMANT))('sendUploadPart', { params: { ...(await openedUpload(world)), offset: '0' }, bytes: photo().map((byte) => 255 - byte) }),
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
