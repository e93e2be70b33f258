import type { EndpointName } from '@/contract/endpoints'
import type { CallInput } from '@tests/builders/api'
import { askedForMore, expired, matched } from '@tests/builders/after-submission'
import { addPaper, claimAt, CLAIMANT, GOOD_CARD, readyToClaim } from '@tests/builders/golden-claims'
import { codeOnCertificate } from '@tests/builders/certificates'
import { photo } from '@tests/builders/photo'
import { sha256Hex } from '@mock/core'
import type { World } from '@tests/builders/world'
import { eventCalls } from './event-calls'
import { officeCalls } from './office-calls'
import { peopleCalls } from './people-calls'
import { payoutTestCalls } from './payout-test-calls'
import { SIGNED } from '@tests/builders/signature'

/** Who makes a call that succeeds: nobody, a persona, or the tester. */
export type Caller = 'anonymous' | 'tester' | typeof CLAIMANT | 'newcomer' | 'rep'

export interface ValidCall<N extends EndpointName> {
  by: Caller
  /** Brings the world to where the call succeeds. @returns what to send */
  input(world: World): Promise<CallInput<N>>
}

const nothing = async (): Promise<Record<string, never>> => ({})
const empty = async (): Promise<{ body: Record<string, never> }> => ({ body: {} })
const idsOf = ({ claimId }: { claimId: string }): { claimId: string } => ({ claimId })

const versioned = ({ claimId, version }: { claimId: string; version: number }): { params: { claimId: string }; version: number } => ({ params: { claimId }, version })

/** A file of which nothing has come yet: `photo()`. */
export async function openedUpload(world: World): Promise<{ sha256: string }> {
  const sha256 = sha256Hex(photo())
  ;(await (await world.as(CLAIMANT))('openUpload', { params: { sha256 }, body: { sizeBytes: photo().length } })).ok()
  return { sha256 }
}

export type ValidCalls = { [N in EndpointName]: ValidCall<N> }

/** One call that succeeds for every row of the contract; a row without one does not compile. */
export const validCalls: ValidCalls = {
  ...eventCalls,
  ...peopleCalls,
  ...officeCalls,
  getConfig: { by: 'anonymous', input: nothing },
  sendSmsCode: { by: 'anonymous', input: async () => ({ body: { phone: '10000000001' } }) },
  signIn: { by: 'anonymous', input: async () => ({ body: { method: 'sms', phone: '10000000001', code: '202507', privacyVersion: '1.0' } }) },
  refreshSession: {
    by: 'anonymous',
    input: async ({ anonymous }) => {
      const { refreshToken } = (await anonymous('signIn', { body: { method: 'wechat', code: 'test:courier', privacyVersion: '1.0' } })).ok()
      return { body: { refreshToken } }
    },
  },
  signOut: { by: CLAIMANT, input: nothing },
  endSession: {
    by: 'anonymous',
    input: async ({ anonymous }) => {
      const { refreshToken } = (await anonymous('signIn', { body: { method: 'wechat', code: 'test:courier', privacyVersion: '1.0' } })).ok()
      return { body: { refreshToken } }
    },
  },
  getMe: { by: CLAIMANT, input: nothing },
  updatePreferences: { by: CLAIMANT, input: async () => ({ body: { elderMode: true }, version: 1 }) },
  getHome: { by: CLAIMANT, input: nothing },
  listConsents: { by: CLAIMANT, input: nothing },
  setConsent: { by: CLAIMANT, input: async () => ({ params: { consentId: 'C3' }, body: { granted: true, version: '1.0' } }) },
  getCard: { by: CLAIMANT, input: nothing },
  listCoverages: { by: CLAIMANT, input: nothing },
  listMessages: { by: CLAIMANT, input: async () => ({ query: { limit: '5' } }) },
  readMessage: {
    by: CLAIMANT,
    input: async (world) => {
      await readyToClaim(world)
      const [message] = (await (await world.as(CLAIMANT))('listMessages')).ok().items
      return { params: { messageId: message?.messageId ?? '' } }
    },
  },
  listSubscriptions: { by: CLAIMANT, input: async () => ({ query: { after: 'SUBMIT' } }) },
  answerSubscriptions: { by: CLAIMANT, input: async () => ({ body: { answers: [{ template: 'CLAIM_PROGRESS', answer: 'accept' }, { template: 'PAYOUT_RESULT', answer: 'reject' }] } }) },
  listPlans: { by: CLAIMANT, input: nothing },
  getPlan: { by: CLAIMANT, input: async () => ({ params: { planId: 'P1' } }) },
  listGiftOffers: { by: CLAIMANT, input: nothing },
  getGiftOffer: { by: CLAIMANT, input: async () => ({ params: { campaignId: 'CP-2026-01' } }) },
  resolveGiftCode: { by: CLAIMANT, input: async () => ({ params: { code: 'Ev1aB3dE5fG7hJ9kL1mN2p' } }) },
  openGiftVisit: { by: 'anonymous', input: async () => ({ body: { code: 'Ev1aB3dE5fG7hJ9kL1mN2p' } }) },
  createEnrolment: { by: CLAIMANT, input: async () => ({ body: { campaignId: 'CP-2026-01', consents: [{ consentId: 'C1', version: '1.0' }] } }) },
  listEnrolments: { by: CLAIMANT, input: nothing },
  getEnrolment: { by: CLAIMANT, input: async () => ({ params: { enrolmentId: 'EN-0001' } }) },
  getCertificate: { by: CLAIMANT, input: async () => ({ params: { enrolmentId: 'EN-0001', format: 'png' } }) },
  getCertificateLink: { by: CLAIMANT, input: async () => ({ params: { enrolmentId: 'EN-0001' } }) },
  checkCertificate: { by: 'anonymous', input: async (world) => ({ params: { code: await codeOnCertificate(world, 'EN-0001') } }) },
  getClaimOptions: { by: CLAIMANT, input: nothing },
  listClaims: { by: CLAIMANT, input: async () => ({ query: {} }) },
  createClaim: {
    by: CLAIMANT,
    input: async (world) => {
      await readyToClaim(world)
      return { body: { cause: 'ILLNESS' } }
    },
  },
  getClaim: { by: CLAIMANT, input: async (world) => ({ params: idsOf(await claimAt(world, 'FILLED')) }) },
  updateClaim: {
    by: CLAIMANT,
    input: async (world) => {
      const { claimId, version } = await claimAt(world, 'DRAFT')
      return { params: { claimId }, version, body: { stay: { hospitalZh: '示例区第一人民医院', admittedOn: '2026-12-24', dischargedOn: '2026-12-30' } } }
    },
  },
  discardClaim: {
    by: CLAIMANT,
    input: async (world) => {
      const { claimId, version } = await claimAt(world, 'COMPLETE')
      return { params: { claimId }, version }
    },
  },
  registerDocument: {
    by: CLAIMANT,
    input: async (world) => ({ params: idsOf(await claimAt(world, 'DRAFT')), body: { documentType: 'ID_CARD', clientRef: 'photo-1', name: '身份证.jpg' } }),
  },
  openUpload: { by: CLAIMANT, input: async () => ({ params: { sha256: sha256Hex(photo()) }, body: { sizeBytes: photo().length } }) },
  sendUploadPart: { by: CLAIMANT, input: async (world) => ({ params: { ...(await openedUpload(world)), offset: '0' }, bytes: photo() }) },
  uploadDocument: {
    by: CLAIMANT,
    input: async (world) => ({ params: await registered(world), file: { bytes: photo(), name: '身份证.jpg' } }),
  },
  getDocumentContent: { by: CLAIMANT, input: async (world) => ({ params: await received(world) }) },
  removeDocument: { by: CLAIMANT, input: async (world) => ({ params: await received(world) }) },
  submitClaim: {
    by: CLAIMANT,
    input: async (world) => {
      const { claimId, version } = await claimAt(world, 'COMPLETE')
      return { params: { claimId }, version, body: SIGNED }
    },
  },
  getClaimReceipt: { by: CLAIMANT, input: async (world) => ({ params: idsOf(await claimAt(world, 'REVIEWING')) }) },
  drawClaimReceipt: { by: CLAIMANT, input: async (world) => ({ params: { ...idsOf(await claimAt(world, 'REVIEWING')), format: 'pdf' } }) },
  listLetters: { by: CLAIMANT, input: async (world) => ({ params: idsOf(await claimAt(world, 'REJECTED')) }) },
  getLetter: { by: CLAIMANT, input: async (world) => ({ params: await letterOf(world, await claimAt(world, 'REJECTED')) }) },
  withdrawClaim: {
    by: CLAIMANT,
    input: async (world) => {
      const { claimId, version } = await claimAt(world, 'REVIEWING')
      return { params: { claimId }, version, body: {} }
    },
  },
  resubmitClaim: {
    by: CLAIMANT,
    input: async (world) => {
      const { claimId, version, supplement } = await askedForMore(world)
      return { params: { claimId }, version, body: { reasons: (supplement?.items ?? []).map(({ itemId }) => ({ itemId, reasonZh: '医院不再提供。' })) } }
    },
  },
  confirmAutoClaim: { by: CLAIMANT, input: async (world) => ({ ...versioned(await matched(world)), body: {} }) },
  disputeAutoClaim: { by: CLAIMANT, input: async (world) => ({ ...versioned(await matched(world)), body: { choice: 'DATA_WRONG' } }) },
  declineAutoClaim: { by: CLAIMANT, input: async (world) => ({ ...versioned(await matched(world)), body: {} }) },
  appealClaim: { by: CLAIMANT, input: async (world) => ({ ...versioned(await claimAt(world, 'REJECTED')), body: { reasonZh: '入院日期认定有误。' } }) },
  reopenClaim: { by: CLAIMANT, input: async (world) => ({ ...versioned(await expired(world)), body: {} }) },
  getBankAccount: { by: CLAIMANT, input: nothing },
  putBankAccount: { by: CLAIMANT, input: async () => ({ body: { cardNumber: GOOD_CARD } }) },
  sendCardPhoto: { by: CLAIMANT, input: async () => ({ file: { bytes: photo(), name: '银行卡.jpg' } }) },
  getCardPhoto: {
    by: CLAIMANT,
    input: async (world) => {
      ;(await (await world.as(CLAIMANT))('sendCardPhoto', { file: { bytes: photo(), name: '银行卡.jpg' } })).ok()
      return {}
    },
  },
  listPayouts: { by: CLAIMANT, input: async () => ({ query: {} }) },
  getPayout: {
    by: CLAIMANT,
    input: async (world) => {
      const [payoutId = ''] = (await claimAt(world, 'PAYING')).payoutIds
      return { params: { payoutId } }
    },
  },
  getPayoutSummary: { by: CLAIMANT, input: async () => ({ query: { year: '2026' } }) },
  listPersonas: { by: 'anonymous', input: nothing },
  openTesterSession: { by: 'anonymous', input: empty },
  getClock: { by: 'tester', input: nothing },
  moveClock: { by: 'tester', input: async () => ({ body: { advanceDays: 1 } }) },
  listOpenClaims: { by: 'tester', input: nothing },
  decideClaim: { by: 'tester', input: async (world) => ({ params: idsOf(await claimAt(world, 'REVIEWING')), body: { decision: 'APPROVE' } }) },
  ...payoutTestCalls,
  resetData: { by: 'tester', input: empty },
}

export async function registered(world: World): Promise<{ claimId: string; documentId: string }> {
  const { claimId } = await claimAt(world, 'DRAFT')
  const reply = await (await world.as(CLAIMANT))('registerDocument', { params: { claimId }, body: { documentType: 'ID_CARD', clientRef: 'photo-1', name: '身份证.jpg' } })
  return { claimId, documentId: reply.ok().documentId }
}

export async function received(world: World): Promise<{ claimId: string; documentId: string }> {
  const { claimId } = await claimAt(world, 'DRAFT')
  return { claimId, documentId: await addPaper(world, { claimId }, 'ID_CARD') }
}

/** The newest letter of a claim. */
async function letterOf(world: World, { claimId }: { claimId: string }): Promise<{ claimId: string; letterId: string }> {
  const [letter] = (await (await world.as(CLAIMANT))('listLetters', { params: { claimId } })).ok().items
  return { claimId, letterId: letter?.letterId ?? '' }
}
