import type { Handler, Handlers } from '../core/types'
import type { EndpointName } from '@/contract/endpoints'
import { createCardCodes, getCard, listCoverages } from './card'
import { getConfig } from './config'
import { listConsents, setConsent } from './consents'
import { createEnrolment, getEnrolment, listEnrolments } from './enrolments'
import { getGiftOffer, listGiftOffers, resolveGiftCode } from './gifts'
import { getHome, getMe, updatePreferences } from './me'
import { listMessages, readMessage } from './messages'
import { getPlan, listPlans } from './plans'
import { refreshSession, sendSmsCode, signIn, signOut } from './session'
import { getClock, listPersonas, moveClock, openTesterSession, resetData } from './tester'

const later = <N extends EndpointName>(name: N): Handler<N> => async () => {
  throw new Error(`${name} is not there yet`)
}

/** One handler for each row of the contract. */
export const handlers: Handlers = {
  getConfig,
  sendSmsCode, signIn, refreshSession, signOut,
  getMe, updatePreferences, getHome,
  listConsents, setConsent,
  getCard, createCardCodes, listCoverages,
  listMessages, readMessage,
  listPlans, getPlan,
  listGiftOffers, getGiftOffer, resolveGiftCode,
  createEnrolment, listEnrolments, getEnrolment,
  getClaimOptions: later('getClaimOptions'),
  listClaims: later('listClaims'),
  createClaim: later('createClaim'),
  getClaim: later('getClaim'),
  updateClaim: later('updateClaim'),
  discardClaim: later('discardClaim'),
  registerDocument: later('registerDocument'),
  uploadDocument: later('uploadDocument'),
  getDocumentContent: later('getDocumentContent'),
  removeDocument: later('removeDocument'),
  submitClaim: later('submitClaim'),
  getClaimReceipt: later('getClaimReceipt'),
  withdrawClaim: later('withdrawClaim'),
  getBankAccount: later('getBankAccount'),
  putBankAccount: later('putBankAccount'),
  listPayouts: later('listPayouts'),
  getPayout: later('getPayout'),
  listPersonas, openTesterSession, getClock, moveClock, resetData,
  listOpenClaims: later('listOpenClaims'),
  decideClaim: later('decideClaim'),
}
