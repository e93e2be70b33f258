import type { Handlers } from '../core'
import { getBankAccount, putBankAccount } from './bank'
import { appealClaim, confirmAutoClaim, declineAutoClaim, disputeAutoClaim, reopenClaim, resubmitClaim } from './claim-actions'
import { createCardCodes, getCard, listCoverages } from './card'
import { createClaim, discardClaim, updateClaim } from './claim-drafts'
import { getClaimReceipt, submitClaim, withdrawClaim } from './claim-submission'
import { getClaim, getClaimOptions, listClaims } from './claims'
import { getConfig } from './config'
import { listConsents, setConsent } from './consents'
import { getDocumentContent, registerDocument, removeDocument, uploadDocument } from './documents'
import { createEnrolment, getEnrolment, listEnrolments } from './enrolments'
import { getGiftOffer, listGiftOffers, resolveGiftCode } from './gifts'
import { getHome, getMe, updatePreferences } from './me'
import { listMessages, readMessage } from './messages'
import { getPayout, listPayouts } from './payouts'
import { getPlan, listPlans } from './plans'
import { refreshSession, sendSmsCode, signIn, signOut } from './session'
import { decideClaim, getClock, listOpenClaims, listPersonas, moveClock, openTesterSession, resetData } from './tester'

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
  getClaimOptions, listClaims, createClaim, getClaim, updateClaim, discardClaim,
  registerDocument, uploadDocument, getDocumentContent, removeDocument,
  submitClaim, getClaimReceipt, withdrawClaim,
  resubmitClaim, confirmAutoClaim, disputeAutoClaim, declineAutoClaim, appealClaim, reopenClaim,
  getBankAccount, putBankAccount,
  listPayouts, getPayout,
  listPersonas, openTesterSession, getClock, moveClock, listOpenClaims, decideClaim, resetData,
}

export { tick } from './flow/timers'
