import type { Handlers } from '../core'
import { listAudit, listLeases, revokeLease, unbindRepDevice } from './audit'
import { getBankAccount, putBankAccount } from './bank'
import { getCardPhoto, sendCardPhoto } from './card-photo'
import { appealClaim, confirmAutoClaim, declineAutoClaim, disputeAutoClaim, reopenClaim, resubmitClaim } from './claim-actions'
import { getCard, listCoverages } from './card'
import { checkCertificate, getCertificate, getCertificateLink } from './certificates'
import { changePhone, listNameChanges, requestNameChange, sendNameDocument } from './corrections'
import { decideTask, getTaskDocument, listOfficeTasks } from './office'
import { createClaim, discardClaim, updateClaim } from './claim-drafts'
import { answerRecovery, giveFeedback } from './claim-afterwards'
import { createAuthorisation, endAuthorisation, listAuthorisations, listPrincipals } from './authorisations'
import { drawClaimReceipt, getClaimReceipt, submitClaim, withdrawClaim } from './claim-submission'
import { getClaim, getClaimOptions, listClaims } from './claims'
import { getConfig } from './config'
import { listConsents, setConsent } from './consents'
import { registerDevice } from './devices'
import { getDocumentContent, registerDocument, removeDocument, uploadDocument } from './documents'
import { createEnrolment, getEnrolment, listEnrolments } from './enrolments'
import { bindRepDevice, getEventKit, getPoster, getPosterCodes, getRepEvent, listRepEvents } from './events'
import { actAsFinance, getBankLedger, listTestPayouts, planBankOutcome } from './finance'
import { getGiftOffer, joinWaitlist, leaveWaitlist, listGiftOffers, openGiftVisit, reserveGift, resolveGiftCode } from './gifts'
import { drawLease, returnLease } from './leases'
import { getHome, getMe, updatePreferences } from './me'
import { getLetter, listLetters } from './letters'
import { applyForMembership, listMembershipApplications } from './memberships'
import { listMessages, readMessage } from './messages'
import { createOrder, getOrder, payOrder } from './orders'
import { getPayout, getPayoutSummary, listPayouts } from './payouts'
import { getPlan, listPlans } from './plans'
import { listScans, submitEntry, submitScan } from './scans'
import { endSessionByToken as endSession, refreshSession, sendSmsCode, signIn, signOut } from './session'
import { pushSettlement } from './settlements'
import { answerSubscriptions, listSubscriptions } from './subscriptions'
import { openUpload, sendUploadPart } from './uploads'
import { fillEvent, liftRepStop, listRepStops } from './watch'
import { decideClaim, getClock, listOpenClaims, listPersonas, moveClock, openTesterSession, resetData, changePerson } from './tester'

/** One handler for each row of the contract. */
export const handlers: Handlers = {
  getConfig,
  sendSmsCode, signIn, refreshSession, signOut, endSession,
  getMe, updatePreferences, getHome, changePhone, requestNameChange, sendNameDocument, listNameChanges,
  listOfficeTasks, getTaskDocument, decideTask,
  listConsents, setConsent,
  getCard, registerDevice, listCoverages,
  applyForMembership, listMembershipApplications,
  listMessages, readMessage, listSubscriptions, answerSubscriptions,
  listPlans, getPlan,
  listGiftOffers, getGiftOffer, resolveGiftCode, openGiftVisit, reserveGift, joinWaitlist, leaveWaitlist,
  createEnrolment, listEnrolments, getEnrolment, getCertificate, getCertificateLink, checkCertificate,
  createOrder, getOrder, payOrder,
  listRepEvents, getRepEvent, bindRepDevice, getEventKit, drawLease, returnLease, submitScan, submitEntry, listScans, getPosterCodes, getPoster,
  getClaimOptions, listClaims, createClaim, getClaim, updateClaim, discardClaim,
  openUpload, sendUploadPart,
  registerDocument, uploadDocument, getDocumentContent, removeDocument,
  answerRecovery, giveFeedback, changePerson,
  listAuthorisations, createAuthorisation, endAuthorisation, listPrincipals,
  submitClaim, getClaimReceipt, drawClaimReceipt, listLetters, getLetter, withdrawClaim,
  resubmitClaim, confirmAutoClaim, disputeAutoClaim, declineAutoClaim, appealClaim, reopenClaim,
  getBankAccount, putBankAccount, sendCardPhoto, getCardPhoto,
  listPayouts, getPayout, getPayoutSummary,
  listPersonas, openTesterSession, getClock, moveClock, listOpenClaims, decideClaim, resetData,
  listTestPayouts, planBankOutcome, actAsFinance, getBankLedger, pushSettlement,
  listAudit, listLeases, revokeLease, unbindRepDevice, listRepStops, liftRepStop, fillEvent,
}

export { resume } from './flow/payouts/bank-talk'
export { tick } from './flow/timers'
