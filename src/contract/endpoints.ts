import * as v from 'valibot'
import type { ErrorCode } from './errors'
import * as a from './schemas/claim-actions'
import * as au from './schemas/authorisation'
import * as c from './schemas/claim'
import * as co from './schemas/correction'
import * as e from './schemas/event'
import { ConsentId, Id, PageQuery, PlanId } from './schemas/common'
import * as d from './schemas/drawn'
import * as m from './schemas/member'
import * as r from './schemas/reading'
import * as s from './schemas/session'
import * as t from './schemas/tester'
import * as u from './schemas/upload'

export const API_PREFIX = '/api/v1'

/** public: no token; signedIn: any account; member: a union member; claimant: who may have to do with a claim - a member, the beneficiary of one, an agent; rep: hands out gifts at events; office: union officers and reviewers, in test mode the tester; tester: only in test mode. */
export type Auth = 'public' | 'signedIn' | 'member' | 'claimant' | 'rep' | 'office' | 'tester'
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Endpoint {
  method: Method
  /** Below API_PREFIX, `:name` for parameters; `:x` matches `Id` unless `params` says otherwise. */
  path: string
  auth: Auth
  tag: string
  summary: string
  params?: Record<string, v.GenericSchema>
  query?: v.GenericSchema
  body?: v.GenericSchema
  /** The body names a file that was sent in parts before (`SentFile`); it is used up by this. */
  upload?: true
  /** The body is bytes: one part of a file. */
  part?: true
  /** Takes Idempotency-Key: a replay returns the first answer byte for byte. */
  idempotent?: true
  /** Takes If-Match with the version the change is based on. */
  ifMatch?: true
  /** `binary`: the bytes of a file; null: no content. */
  success: readonly [status: number, schema: v.GenericSchema | 'binary' | null]
  /** Beside the ones that every endpoint can answer (see `commonErrors`). */
  errors: readonly ErrorCode[]
}

/** The contract. Client, router, validation, OpenAPI, conformance and authorisation tests are made from this table. */
export const endpoints = {
  getConfig: { method: 'GET', path: '/config', auth: 'public', tag: 'config', summary: 'Lowest supported version, page notices, test mode', success: [200, s.Config], errors: [] },

  sendSmsCode: { method: 'POST', path: '/session/sms-codes', auth: 'public', tag: 'session', summary: 'Send a sign-in code to a phone', body: s.SmsCodeRequest, success: [202, s.SmsCodeSent], errors: ['RATE_LIMITED'] },
  signIn: { method: 'POST', path: '/session', auth: 'public', tag: 'session', summary: 'Sign in with phone and code, or with a wx.login code', body: s.SignIn, success: [201, s.Session], errors: ['SMS_CODE_WRONG', 'SMS_CODE_EXPIRED', 'PHONE_NOT_MEMBER', 'LOGIN_CODE_INVALID', 'RATE_LIMITED'] },
  refreshSession: { method: 'POST', path: '/session/refresh', auth: 'public', tag: 'session', summary: 'Rotate the refresh token. The one before is answered the same pair until that is first used (24 h at most) and for 60 s after; later reuse ends the family', body: s.Refresh, success: [200, s.Session], errors: ['UNAUTHENTICATED', 'REFRESH_REUSED', 'SESSION_DISPLACED'] },
  endSession: { method: 'POST', path: '/session/end', auth: 'public', tag: 'session', summary: 'End the session that a refresh token belongs to: a sign-out without a network is told later. A token that is unknown or has ended is no error', body: s.Refresh, success: [204, null], errors: [] },
  signOut: { method: 'DELETE', path: '/session', auth: 'signedIn', tag: 'session', summary: 'End this session', success: [204, null], errors: [] },

  getMe: { method: 'GET', path: '/me', auth: 'signedIn', tag: 'me', summary: 'Who is signed in, masked', success: [200, s.Me], errors: [] },
  updatePreferences: { method: 'PATCH', path: '/me/preferences', auth: 'signedIn', tag: 'me', summary: 'Elder mode', body: s.UpdatePreferences, ifMatch: true, success: [200, s.Me], errors: [] },
  changePhone: { method: 'PUT', path: '/me/phone', auth: 'signedIn', tag: 'me', summary: 'Another phone, by the code sent to it; everything else stays', body: co.ChangePhone, success: [200, s.Me], errors: ['SMS_CODE_WRONG', 'SMS_CODE_EXPIRED', 'PHONE_TAKEN'] },
  requestNameChange: { method: 'POST', path: '/me/name-changes', auth: 'claimant', tag: 'me', summary: 'Another name; the union confirms it by a photo of the document', body: co.RequestNameChange, idempotent: true, success: [201, co.NameChange], errors: [] },
  sendNameDocument: { method: 'POST', path: '/me/name-changes/:requestId/document', auth: 'claimant', tag: 'me', summary: 'The photo of the document, after which the request waits for the union; kept until it is decided', body: u.SentFile, upload: true, success: [200, co.NameChange], errors: ['TASK_STATE_CONFLICT', 'FILE_TOO_LARGE', 'FILE_TYPE_UNSUPPORTED', 'FILE_HEIC_UNSUPPORTED', 'FILE_DAMAGED'] },
  listNameChanges: { method: 'GET', path: '/me/name-changes', auth: 'claimant', tag: 'me', summary: 'My requests, newest first', success: [200, co.NameChangeList], errors: [] },
  getHome: { method: 'GET', path: '/me/home', auth: 'signedIn', tag: 'me', summary: 'What covers me, what waits for me', success: [200, m.Home], errors: [] },
  listConsents: { method: 'GET', path: '/me/consents', auth: 'signedIn', tag: 'me', summary: 'Consents C1 to C8 with their texts', success: [200, s.ConsentList], errors: [] },
  setConsent: { method: 'PUT', path: '/me/consents/:consentId', auth: 'signedIn', tag: 'me', summary: 'Grant or withdraw one consent', params: { consentId: ConsentId }, body: s.SetConsent, success: [200, s.Consent], errors: ['CONSENT_VERSION_STALE'] },
  listAuthorisations: { method: 'GET', path: '/me/authorisations', auth: 'member', tag: 'me', summary: 'Whom I have authorised to file for me, running and ended', success: [200, au.AuthorisationList], errors: [] },
  createAuthorisation: { method: 'POST', path: '/me/authorisations', auth: 'member', tag: 'me', summary: 'Authorise one person to file for me (C6), for twelve months at most; an earlier one of the same person ends', body: au.GrantAuthorisation, idempotent: true, success: [201, au.Authorisation], errors: ['AGENT_MISMATCH', 'CONSENT_VERSION_STALE'] },
  endAuthorisation: { method: 'DELETE', path: '/me/authorisations/:authorisationId', auth: 'member', tag: 'me', summary: 'End it: the agent sees nothing from the next request on', success: [200, au.Authorisation], errors: [] },
  listPrincipals: { method: 'GET', path: '/me/principals', auth: 'signedIn', tag: 'me', summary: 'Who has authorised me', success: [200, au.PrincipalList], errors: [] },
  getCard: { method: 'GET', path: '/me/card', auth: 'member', tag: 'me', summary: 'Membership card', success: [200, m.Card], errors: ['CONSENT_REQUIRED'] },
  registerDevice: { method: 'PUT', path: '/me/devices/:deviceId', auth: 'member', tag: 'me', summary: 'Certify the key of a device, which then signs card codes by itself for 7 days. Another key for the same device ends the old one', body: e.RegisterDevice, success: [200, e.DeviceCertificate], errors: ['CONSENT_REQUIRED'] },
  applyForMembership: { method: 'POST', path: '/me/membership-applications', auth: 'signedIn', tag: 'me', summary: 'Join the union as a new-employment worker; decided at once, with a reason. Under 16 nothing is stored', body: e.ApplyForMembership, idempotent: true, success: [201, e.MembershipApplication], errors: ['MEMBER_UNDER_AGE', 'ALREADY_MEMBER', 'CONSENT_REQUIRED', 'CONSENT_VERSION_STALE'] },
  listMembershipApplications: { method: 'GET', path: '/me/membership-applications', auth: 'signedIn', tag: 'me', summary: 'My applications, newest first', success: [200, e.MembershipApplicationList], errors: [] },
  listCoverages: { method: 'GET', path: '/me/coverages', auth: 'member', tag: 'me', summary: 'Covers, running and ended', success: [200, m.CoverageList], errors: [] },

  listMessages: { method: 'GET', path: '/messages', auth: 'signedIn', tag: 'messages', summary: 'Inbox, newest first', query: PageQuery, success: [200, s.MessageList], errors: [] },
  readMessage: { method: 'PUT', path: '/messages/:messageId/read', auth: 'signedIn', tag: 'messages', summary: 'Mark a message as read', success: [204, null], errors: [] },

  listSubscriptions: { method: 'GET', path: '/me/subscriptions', auth: 'signedIn', tag: 'messages', summary: 'Ledger of subscribe messages: what is left of each kind, and what to ask about now', query: s.SubscriptionQuery, success: [200, s.SubscriptionList], errors: [] },
  answerSubscriptions: { method: 'POST', path: '/me/subscriptions', auth: 'signedIn', tag: 'messages', summary: "What the member said to WeChat's question; each accept is one message", body: s.AnswerSubscriptions, idempotent: true, success: [201, s.SubscriptionList], errors: [] },

  listPlans: { method: 'GET', path: '/plans', auth: 'signedIn', tag: 'plans', summary: 'All plans in plain words', success: [200, m.PlanList], errors: [] },
  getPlan: { method: 'GET', path: '/plans/:planId', auth: 'signedIn', tag: 'plans', summary: 'One plan', params: { planId: PlanId }, success: [200, m.Plan], errors: [] },

  listGiftOffers: { method: 'GET', path: '/gift-offers', auth: 'member', tag: 'gifts', summary: 'Gifted plans offered to me', success: [200, m.GiftOfferList], errors: [] },
  getGiftOffer: { method: 'GET', path: '/gift-offers/:campaignId', auth: 'member', tag: 'gifts', summary: 'One offer with eligibility, consents and preview', success: [200, m.GiftOfferDetail], errors: [] },
  resolveGiftCode: { method: 'GET', path: '/gift-codes/:code', auth: 'member', tag: 'gifts', summary: 'Campaign and event behind a poster code, printed or on a screen', success: [200, m.GiftCode], errors: ['CODE_INVALID', 'CODE_USED', 'CODE_EXPIRED', 'CAMPAIGN_NOT_STARTED'] },
  openGiftVisit: { method: 'POST', path: '/gift-visits', auth: 'public', tag: 'gifts', summary: 'Hand in a poster code that was just scanned, before sign-in or joining: what comes back holds 15 minutes, for one person', body: e.OpenGiftVisit, success: [201, e.GiftVisit], errors: ['CODE_INVALID', 'CODE_EXPIRED', 'CAMPAIGN_NOT_STARTED'] },
  reserveGift: { method: 'POST', path: '/gift-offers/:campaignId/reservation', auth: 'member', tag: 'gifts', summary: 'Keep a place for 15 minutes; who holds or has used one gets the same ticket', body: e.ReserveGift, idempotent: true, success: [201, e.GiftTicket], errors: ['GIFT_NOT_ELIGIBLE', 'QUOTA_EXHAUSTED', 'ALREADY_COVERED', 'CODE_INVALID', 'CODE_USED', 'CODE_EXPIRED', 'CAMPAIGN_NOT_STARTED'] },
  joinWaitlist: { method: 'PUT', path: '/gift-offers/:campaignId/waitlist', auth: 'member', tag: 'gifts', summary: 'Wait for a place; a freed one is kept 24 hours for the first, who is told', success: [200, e.GiftWaitlist], errors: ['GIFT_NOT_ELIGIBLE', 'ALREADY_COVERED', 'PLACE_AVAILABLE'] },
  leaveWaitlist: { method: 'DELETE', path: '/gift-offers/:campaignId/waitlist', auth: 'member', tag: 'gifts', summary: 'Wait no longer', success: [204, null], errors: [] },
  createEnrolment: { method: 'POST', path: '/enrolments', auth: 'member', tag: 'gifts', summary: 'Confirm the reservation, or reserve and confirm at once; the same person again gets the same certificate', body: m.CreateEnrolment, idempotent: true, success: [201, m.Enrolment], errors: ['GIFT_NOT_ELIGIBLE', 'QUOTA_EXHAUSTED', 'ALREADY_COVERED', 'CONSENT_REQUIRED', 'CONSENT_VERSION_STALE'] },
  listEnrolments: { method: 'GET', path: '/enrolments', auth: 'member', tag: 'gifts', summary: 'My certificates', success: [200, m.EnrolmentList], errors: [] },
  getEnrolment: { method: 'GET', path: '/enrolments/:enrolmentId', auth: 'member', tag: 'gifts', summary: 'One certificate', success: [200, m.Enrolment], errors: [] },

  getCertificate: { method: 'GET', path: '/enrolments/:enrolmentId/certificate/:format', auth: 'member', tag: 'gifts', summary: 'The certificate as a picture or PDF to keep and show: no more of a person than the masked name', params: { format: d.DrawnFormat }, success: [200, 'binary'], errors: [] },
  getCertificateLink: { method: 'GET', path: '/enrolments/:enrolmentId/certificate-link', auth: 'member', tag: 'gifts', summary: 'The link of the code on the certificate, to pass on: 128 bits that say nothing', success: [200, d.CertificateLink], errors: [] },
  checkCertificate: { method: 'GET', path: '/certificate-checks/:code', auth: 'public', tag: 'gifts', summary: 'What the code on a certificate stands for: that it is ours, and whether the cover runs', params: { code: d.CheckCode }, success: [200, d.CertificateCheck], errors: [] },

  createOrder: { method: 'POST', path: '/orders', auth: 'member', tag: 'orders', summary: 'Take up or renew a plan for money; an open order of the same plan is given again', body: e.CreateOrder, idempotent: true, success: [201, e.Order], errors: ['PLAN_NOT_AVAILABLE', 'CONSENT_REQUIRED'] },
  getOrder: { method: 'GET', path: '/orders/:orderId', auth: 'member', tag: 'orders', summary: 'One order; asks the pay partner where an answer is missing', success: [200, e.Order], errors: [] },
  payOrder: { method: 'POST', path: '/orders/:orderId/payment', auth: 'member', tag: 'orders', summary: 'Pay. While an answer is missing the partner is asked, and nothing is charged again', body: e.PayOrder, idempotent: true, success: [201, e.Order], errors: ['ORDER_STATE_CONFLICT', 'PLAN_NOT_AVAILABLE'] },

  listRepEvents: { method: 'GET', path: '/rep/events', auth: 'rep', tag: 'events', summary: 'Events that I am assigned to', success: [200, e.RepEventList], errors: [] },
  getRepEvent: { method: 'GET', path: '/rep/events/:eventId', auth: 'rep', tag: 'events', summary: 'Quota, my share, what has been done, figures by verdict', success: [200, e.RepEventDetail], errors: ['REP_NOT_ASSIGNED'] },
  bindRepDevice: { method: 'PUT', path: '/rep/devices/:deviceId', auth: 'rep', tag: 'events', summary: 'Bind this installation; the first one stays until the office unbinds it', body: e.BindRepDevice, success: [200, e.RepDevice], errors: ['REP_DEVICE_MISMATCH'] },
  getEventKit: { method: 'GET', path: '/rep/events/:eventId/kit', auth: 'rep', tag: 'events', summary: 'Keys, rules, revocations, lease and words for scanning without a network', query: e.DeviceQuery, success: [200, e.EventKit], errors: ['REP_NOT_ASSIGNED', 'REP_DEVICE_MISMATCH'] },
  drawLease: { method: 'POST', path: '/rep/events/:eventId/leases', auth: 'rep', tag: 'events', summary: 'Places for scanning without a network; a live lease of this rep grows', body: e.DrawLease, idempotent: true, success: [201, e.RepLease], errors: ['REP_NOT_ASSIGNED', 'REP_DEVICE_MISMATCH', 'LEASE_REVOKED', 'CAMPAIGN_ENDED', 'QUOTA_EXHAUSTED'] },
  returnLease: { method: 'DELETE', path: '/rep/leases/:leaseId', auth: 'rep', tag: 'events', summary: 'Give unused places back', success: [200, e.RepLease], errors: ['LEASE_REVOKED'] },
  submitScan: { method: 'POST', path: '/rep/events/:eventId/scans', auth: 'rep', tag: 'events', summary: 'Scan a card code, at once or from the queue. Every scan gets a verdict; a refusal is a red one', body: e.SubmitScan, idempotent: true, success: [201, e.ScanResult], errors: [] },
  submitEntry: { method: 'POST', path: '/rep/events/:eventId/entries', auth: 'rep', tag: 'events', summary: 'A worker without a card code, by membership number and name together; never a list, the same words for a wrong number and a wrong name', body: e.SubmitEntry, idempotent: true, success: [201, e.ScanResult], errors: [] },
  listScans: { method: 'GET', path: '/rep/events/:eventId/scans', auth: 'rep', tag: 'events', summary: 'Scans of the event, newest first', query: e.ScanQuery, success: [200, e.ScanList], errors: ['REP_NOT_ASSIGNED'] },
  getPosterCodes: { method: 'GET', path: '/rep/events/:eventId/poster-codes', auth: 'rep', tag: 'events', summary: 'Codes for the screen, one a minute, several ahead', success: [200, e.PosterCodes], errors: ['REP_NOT_ASSIGNED'] },
  getPoster: { method: 'GET', path: '/rep/events/:eventId/poster/:format', auth: 'rep', tag: 'events', summary: 'Printable A4 poster with the code of the whole event', params: { format: e.PosterFormat }, success: [200, 'binary'], errors: ['REP_NOT_ASSIGNED'] },

  getClaimOptions: { method: 'GET', path: '/claim-options', auth: 'claimant', tag: 'claims', summary: 'What can be claimed, from which cover, with which papers; with a day: what stands against it', query: c.ClaimOptionsQuery, success: [200, c.ClaimOptions], errors: ['NOT_FOUND'] },
  listClaims: { method: 'GET', path: '/claims', auth: 'claimant', tag: 'claims', summary: 'My claims, newest first; with an authorisation, those that I have filed for somebody', query: c.ClaimQuery, success: [200, c.ClaimList], errors: ['NOT_FOUND'] },
  createClaim: { method: 'POST', path: '/claims', auth: 'claimant', tag: 'claims', summary: 'Begin a draft', body: c.CreateClaim, idempotent: true, success: [201, c.Claim], errors: ['CONSENT_REQUIRED', 'CLAIM_NOT_COVERED', 'NOT_FOUND', 'DRAFT_LIMIT'] },
  getClaim: { method: 'GET', path: '/claims/:claimId', auth: 'claimant', tag: 'claims', summary: 'One claim with papers, timeline, estimate or decision', success: [200, c.Claim], errors: [] },
  updateClaim: { method: 'PATCH', path: '/claims/:claimId', auth: 'claimant', tag: 'claims', summary: 'Change a draft', body: c.UpdateClaim, ifMatch: true, success: [200, c.Claim], errors: ['CLAIM_STATE_CONFLICT', 'AMOUNTS_MISMATCH', 'CLAIM_NOT_COVERED', 'CLAIM_WINDOW_OVER', 'DUPLICATE_INVOICE'] },
  discardClaim: { method: 'DELETE', path: '/claims/:claimId', auth: 'claimant', tag: 'claims', summary: 'Delete a draft and its files', ifMatch: true, success: [204, null], errors: ['CLAIM_STATE_CONFLICT'] },
  registerDocument: { method: 'POST', path: '/claims/:claimId/documents', auth: 'claimant', tag: 'claims', summary: 'Announce a file; it is PENDING until its content arrives. The same clientRef again returns the same document', body: c.RegisterDocument, idempotent: true, success: [201, c.ClaimDocument], errors: ['CLAIM_STATE_CONFLICT', 'CONSENT_REQUIRED', 'FILE_LIMIT'] },
  uploadDocument: { method: 'POST', path: '/claims/:claimId/documents/:documentId/content', auth: 'claimant', tag: 'claims', summary: 'The content of one file', body: u.SentFile, upload: true, success: [200, c.ClaimDocument], errors: ['CLAIM_STATE_CONFLICT', 'CONSENT_REQUIRED', 'FILE_TOO_LARGE', 'FILE_TYPE_UNSUPPORTED', 'FILE_HEIC_UNSUPPORTED', 'FILE_DAMAGED', 'FILE_DUPLICATE'] },
  getDocumentContent: { method: 'GET', path: '/claims/:claimId/documents/:documentId/content', auth: 'claimant', tag: 'claims', summary: 'The stored file, metadata removed', success: [200, 'binary'], errors: [] },
  removeDocument: { method: 'DELETE', path: '/claims/:claimId/documents/:documentId', auth: 'claimant', tag: 'claims', summary: 'Remove a file from a draft, or one that answers an item asked for', success: [204, null], errors: ['CLAIM_STATE_CONFLICT'] },
  openUpload: { method: 'PUT', path: '/uploads/:sha256', auth: 'claimant', tag: 'claims', summary: 'Begin to send a file in parts, or ask how far it has come; the same again goes on where it was. What nobody sends on is forgotten after a day', params: { sha256: u.Sha256 }, body: u.OpenUpload, success: [200, u.Upload], errors: ['FILE_TOO_LARGE'] },
  sendUploadPart: { method: 'PUT', path: '/uploads/:sha256/parts/:offset', auth: 'claimant', tag: 'claims', summary: 'One part of a file; a part that is there already is fine. With the last one the whole file is compared with its sha256', params: { sha256: u.Sha256, offset: u.Offset }, part: true, success: [200, u.Upload], errors: ['UPLOAD_OFFSET', 'UPLOAD_MISMATCH', 'FILE_TOO_LARGE'] },
  submitClaim: { method: 'POST', path: '/claims/:claimId/submission', auth: 'claimant', tag: 'claims', summary: 'Hand the claim in', body: c.SubmitClaim, idempotent: true, ifMatch: true, success: [201, c.ClaimReceipt], errors: ['CLAIM_STATE_CONFLICT', 'CLAIM_INCOMPLETE', 'FILES_INCOMPLETE', 'DUPLICATE_INVOICE', 'CONSENT_REQUIRED', 'CLAIM_WINDOW_OVER', 'CLAIM_NOT_COVERED'] },
  getClaimReceipt: { method: 'GET', path: '/claims/:claimId/receipt', auth: 'claimant', tag: 'claims', summary: 'The receipt of a submitted claim', success: [200, c.ClaimReceipt], errors: [] },
  drawClaimReceipt: { method: 'GET', path: '/claims/:claimId/receipt/:format', auth: 'claimant', tag: 'claims', summary: 'The receipt as a picture or PDF', params: { format: d.DrawnFormat }, success: [200, 'binary'], errors: [] },
  listLetters: { method: 'GET', path: '/claims/:claimId/letters', auth: 'claimant', tag: 'claims', summary: 'Letters of a claim, newest first: the signed form, lists of papers, decisions, answers to an appeal, money that arrived', success: [200, d.LetterList], errors: [] },
  getLetter: { method: 'GET', path: '/claims/:claimId/letters/:letterId', auth: 'claimant', tag: 'claims', summary: 'One letter as a PDF, in the words that it was issued with', success: [200, 'binary'], errors: [] },
  withdrawClaim: { method: 'POST', path: '/claims/:claimId/withdrawal', auth: 'claimant', tag: 'claims', summary: 'Withdraw an undecided claim', body: c.Withdraw, idempotent: true, ifMatch: true, success: [201, c.Claim], errors: ['FORBIDDEN', 'CLAIM_STATE_CONFLICT'] },
  resubmitClaim: { method: 'POST', path: '/claims/:claimId/resubmission', auth: 'claimant', tag: 'claims', summary: 'Answer everything that was asked for: each item by a received file or a reason', body: a.Resubmit, idempotent: true, ifMatch: true, success: [201, c.Claim], errors: ['CLAIM_STATE_CONFLICT', 'FILES_INCOMPLETE'] },
  confirmAutoClaim: { method: 'POST', path: '/claims/:claimId/confirmation', auth: 'member', tag: 'claims', summary: 'Take the amount that was worked out from settlement data; a sampled claim goes to a person first', body: a.ConfirmAuto, idempotent: true, ifMatch: true, success: [201, c.Claim], errors: ['CLAIM_STATE_CONFLICT'] },
  disputeAutoClaim: { method: 'POST', path: '/claims/:claimId/dispute', auth: 'member', tag: 'claims', summary: 'Have a person look at an amount that was worked out from settlement data', body: a.DisputeAuto, idempotent: true, ifMatch: true, success: [201, c.Claim], errors: ['CLAIM_STATE_CONFLICT'] },
  declineAutoClaim: { method: 'POST', path: '/claims/:claimId/refusal', auth: 'member', tag: 'claims', summary: 'Not take the amount; the stay can be claimed again within the time to claim', body: a.DeclineAuto, idempotent: true, ifMatch: true, success: [201, c.Claim], errors: ['CLAIM_STATE_CONFLICT'] },
  appealClaim: { method: 'POST', path: '/claims/:claimId/appeal', auth: 'claimant', tag: 'claims', summary: 'Have other people look again, once; papers may be added afterwards', body: a.FileAppeal, idempotent: true, ifMatch: true, success: [201, c.Claim], errors: ['FORBIDDEN', 'CLAIM_STATE_CONFLICT'] },
  reopenClaim: { method: 'POST', path: '/claims/:claimId/reopening', auth: 'claimant', tag: 'claims', summary: 'Make a draft of an expired claim again, once', body: a.Reopen, idempotent: true, ifMatch: true, success: [201, c.Claim], errors: ['FORBIDDEN', 'CLAIM_STATE_CONFLICT', 'CLAIM_WINDOW_OVER', 'DUPLICATE_INVOICE', 'DRAFT_LIMIT'] },

  answerRecovery: { method: 'POST', path: '/claims/:claimId/recovery-answer', auth: 'claimant', tag: 'claims', summary: 'How money that is to come back is given back, or what is said against it', body: a.AnswerRecovery, idempotent: true, ifMatch: true, success: [201, c.Claim], errors: ['FORBIDDEN', 'CLAIM_STATE_CONFLICT'] },
  giveFeedback: { method: 'POST', path: '/claims/:claimId/feedback', auth: 'claimant', tag: 'claims', summary: 'What it was like, once, when it is over', body: a.GiveFeedback, idempotent: true, success: [201, c.Claim], errors: ['FORBIDDEN', 'CLAIM_STATE_CONFLICT'] },

  getBankAccount: { method: 'GET', path: '/me/bank-account', auth: 'claimant', tag: 'payouts', summary: 'Account that money goes to', success: [200, m.BankAccount], errors: [] },
  sendCardPhoto: { method: 'POST', path: '/me/bank-account/photo', auth: 'claimant', tag: 'payouts', summary: 'A photo of a bank card, for its number to be read; a new one takes the place of the last. Thrown away once it is read', body: u.SentFile, upload: true, success: [201, r.CardPhoto], errors: ['FILE_TOO_LARGE', 'FILE_TYPE_UNSUPPORTED', 'FILE_HEIC_UNSUPPORTED', 'FILE_DAMAGED'] },
  getCardPhoto: { method: 'GET', path: '/me/bank-account/photo', auth: 'claimant', tag: 'payouts', summary: 'What was read from the last photo', success: [200, r.CardPhoto], errors: [] },
  putBankAccount: { method: 'PUT', path: '/me/bank-account', auth: 'claimant', tag: 'payouts', summary: 'Bind an own debit card', body: m.PutBankAccount, success: [200, m.BankAccount], errors: ['CARD_FORMAT', 'CARD_CREDIT', 'CARD_CONFIRM', 'CARD_NAME_MISMATCH', 'CARD_REFUSED', 'CONSENT_REQUIRED', 'PAYOUT_STATE_CONFLICT'] },
  listPayouts: { method: 'GET', path: '/payouts', auth: 'claimant', tag: 'payouts', summary: 'My payouts, newest first', query: PageQuery, success: [200, c.PayoutList], errors: [] },
  getPayoutSummary: { method: 'GET', path: '/payouts/summary', auth: 'claimant', tag: 'payouts', summary: 'What arrived in a year, by month and by plan; without `year` the present one', query: c.PayoutSummaryQuery, success: [200, c.PayoutSummary], errors: [] },
  getPayout: { method: 'GET', path: '/payouts/:payoutId', auth: 'claimant', tag: 'payouts', summary: 'One payout with its way', success: [200, c.Payout], errors: [] },

  listOfficeTasks: { method: 'GET', path: '/office/tasks', auth: 'office', tag: 'office', summary: 'What a person has to look at, oldest first: name changes for the unit union of the member; data of another name and claims for the reviewers', success: [200, co.OfficeTaskList], errors: [] },
  getTaskDocument: { method: 'GET', path: '/office/tasks/:taskId/document', auth: 'office', tag: 'office', summary: 'The document that came with a name change', success: [200, 'binary'], errors: [] },
  decideTask: { method: 'POST', path: '/office/tasks/:taskId/decision', auth: 'office', tag: 'office', summary: 'Confirm or refuse; the member is told', body: co.DecideTask, idempotent: true, success: [201, co.TaskDecided], errors: ['TASK_STATE_CONFLICT'] },

  listPersonas: { method: 'GET', path: '/test/personas', auth: 'public', tag: 'test', summary: 'Test accounts', success: [200, t.PersonaList], errors: ['TEST_MODE_OFF'] },
  openTesterSession: { method: 'POST', path: '/test/session', auth: 'public', tag: 'test', summary: 'Token for the tester controls', body: t.OpenTesterSession, success: [201, t.TesterSession], errors: ['TEST_MODE_OFF'] },
  getClock: { method: 'GET', path: '/test/clock', auth: 'tester', tag: 'test', summary: 'Server time', success: [200, t.Clock], errors: ['TEST_MODE_OFF'] },
  moveClock: { method: 'POST', path: '/test/clock', auth: 'tester', tag: 'test', summary: 'Move time forward and run everything due on the way', body: t.MoveClock, success: [200, t.Clock], errors: ['TEST_MODE_OFF'] },
  listOpenClaims: { method: 'GET', path: '/test/claims', auth: 'tester', tag: 'test', summary: 'Claims that wait for a reviewer', success: [200, t.OpenClaimList], errors: ['TEST_MODE_OFF'] },
  decideClaim: { method: 'POST', path: '/test/claims/:claimId/decision', auth: 'tester', tag: 'test', summary: 'Decide as the reviewers, the unit union or the appeal reviewer would', body: t.Decide, success: [204, null], errors: ['TEST_MODE_OFF', 'CLAIM_STATE_CONFLICT', 'AMOUNTS_MISMATCH'] },
  listTestPayouts: { method: 'GET', path: '/test/payouts', auth: 'tester', tag: 'test', summary: 'Payouts of everybody, with what finance may do', success: [200, t.TestPayoutList], errors: ['TEST_MODE_OFF'] },
  planBankOutcome: { method: 'PUT', path: '/test/payouts/:payoutId/outcome', auth: 'tester', tag: 'test', summary: 'What the bank does with the next instruction of a payout; `next`: of whichever comes next', body: t.PlanBankOutcome, success: [204, null], errors: ['TEST_MODE_OFF'] },
  actAsFinance: { method: 'POST', path: '/test/payouts/:payoutId/finance', auth: 'tester', tag: 'test', summary: 'Fix, reconcile or cancel a payout as the finance office would', body: t.FinanceAction, success: [204, null], errors: ['TEST_MODE_OFF', 'PAYOUT_STATE_CONFLICT'] },
  getBankLedger: { method: 'GET', path: '/test/bank-ledger', auth: 'tester', tag: 'test', summary: 'The books of the simulated bank: every instruction and every movement of money', success: [200, t.BankLedger], errors: ['TEST_MODE_OFF'] },
  pushSettlement: { method: 'POST', path: '/test/settlements', auth: 'tester', tag: 'test', summary: 'The medical insurance partner reports a stay: 免审即享 sees to it at once', body: t.PushSettlement, success: [201, t.SettlementOutcome], errors: ['TEST_MODE_OFF'] },
  listAudit: { method: 'GET', path: '/test/scans', auth: 'tester', tag: 'test', summary: 'Every scan: who, when, on which device, with which verdict', query: PageQuery, success: [200, e.AuditList], errors: ['TEST_MODE_OFF'] },
  listLeases: { method: 'GET', path: '/test/leases', auth: 'tester', tag: 'test', summary: 'Leases of all reps', success: [200, e.TestLeaseList], errors: ['TEST_MODE_OFF'] },
  revokeLease: { method: 'POST', path: '/test/leases/:leaseId/revocation', auth: 'tester', tag: 'test', summary: 'A device is lost: its lease ends, what it has not sent is void', body: e.RevokeLease, success: [200, e.RepLease], errors: ['TEST_MODE_OFF'] },
  unbindRepDevice: { method: 'DELETE', path: '/test/rep-devices/:repId', auth: 'tester', tag: 'test', summary: 'The next installation of the rep may be bound', success: [204, null], errors: ['TEST_MODE_OFF'] },
  listRepStops: { method: 'GET', path: '/test/rep-stops', auth: 'tester', tag: 'test', summary: 'Reps who were stopped for too many people in an hour', success: [200, e.RepStopList], errors: ['TEST_MODE_OFF'] },
  liftRepStop: { method: 'DELETE', path: '/test/rep-stops/:repId', auth: 'tester', tag: 'test', summary: 'The rep may go on, and is counted from nought', success: [204, null], errors: ['TEST_MODE_OFF'] },
  fillEvent: { method: 'POST', path: '/test/events/:eventId/made-up-scans', auth: 'tester', tag: 'test', summary: 'Adds scans of made-up people to the list of an event; no place is taken', body: e.FillEvent, success: [201, e.EventFilled], errors: ['TEST_MODE_OFF'] },
  changePerson: { method: 'PATCH', path: '/test/people/:personId', auth: 'tester', tag: 'test', summary: 'Another name or phone, as the office would enter it', body: t.ChangePerson, success: [204, null], errors: ['TEST_MODE_OFF'] },
  resetData: { method: 'POST', path: '/test/reset', auth: 'tester', tag: 'test', summary: 'Back to the fresh seed', body: t.Reset, success: [200, t.ResetDone], errors: ['TEST_MODE_OFF'] },
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof endpoints

/** Errors that follow from an endpoint's traits, so that its row names only its own. */
export function commonErrors(endpoint: Endpoint): ErrorCode[] {
  const codes: ErrorCode[] = ['RATE_LIMITED', 'INTERNAL']
  if (endpoint.auth !== 'public') codes.push('UNAUTHENTICATED')
  if (endpoint.auth === 'member' || endpoint.auth === 'claimant') codes.push('NOT_MEMBER')
  if (endpoint.auth === 'tester' || endpoint.auth === 'rep' || endpoint.auth === 'office') codes.push('FORBIDDEN')
  if (endpoint.path.includes(':')) codes.push('NOT_FOUND')
  if (endpoint.body) codes.push('BAD_REQUEST', 'UNSUPPORTED_CONTENT_TYPE', 'VALIDATION_FAILED', 'BODY_TOO_LARGE')
  if (endpoint.upload) codes.push('UPLOAD_INCOMPLETE')
  if (endpoint.part) codes.push('BAD_REQUEST', 'UNSUPPORTED_CONTENT_TYPE', 'BODY_TOO_LARGE')
  if (endpoint.query) codes.push('VALIDATION_FAILED')
  if (endpoint.idempotent) codes.push('IDEMPOTENCY_KEY_REQUIRED', 'IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_IN_PROGRESS')
  if (endpoint.ifMatch) codes.push('VERSION_REQUIRED', 'VERSION_STALE')
  return codes
}

export const defaultParam = Id

type Table = typeof endpoints
type ParamNames<P extends string> = P extends `${string}:${infer R}` ? (R extends `${infer N}/${infer Rest}` ? N | ParamNames<`/${Rest}`> : R) : never
/** Path parameters of an endpoint as strings. */
export type ParamsOf<N extends EndpointName> = { [K in ParamNames<Table[N]['path']>]: string }
export type BodyOf<N extends EndpointName> = Table[N] extends { body: infer B extends v.GenericSchema } ? v.InferOutput<B> : undefined
export type QueryOf<N extends EndpointName> = Table[N] extends { query: infer Q extends v.GenericSchema } ? v.InferOutput<Q> : undefined
export type SuccessOf<N extends EndpointName> = Table[N]['success'][1] extends infer S
  ? S extends v.GenericSchema
    ? v.InferOutput<S>
    : S extends 'binary'
      ? Uint8Array
      : undefined
  : never
