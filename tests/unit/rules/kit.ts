import { msOf, toInstant, type Instant } from '@/domain/dates'
import type { ActorRole, RuleContext } from '@mock/rules/actors'
import { applyClaim } from '@mock/rules/claim-machine'
import { claimRow } from '@mock/rules/claim-table'
import { isClaimEvent, nextClaimTimer } from '@mock/rules/claim-timers'
import type { ClaimEvent, ClaimEventType, ClaimProgress, ClaimState } from '@mock/rules/claim-types'
import { applyPayout, newPayout, recordQuery } from '@mock/rules/payout-machine'
import { payoutRow } from '@mock/rules/payout-table'
import { nextPayoutTimer } from '@mock/rules/payout-timers'
import type { PayoutEvent, PayoutEventType, PayoutProgress, PayoutState } from '@mock/rules/payout-types'
import { workdayCalendar } from '@mock/rules/plans'
import { Refusal } from '@mock/rules/refusal'

/** A Monday. */
export const start: Instant = '2026-11-23T10:00:00+08:00'

const refs: Record<ActorRole, string> = {
  MEMBER: 'courier',
  AGENT: 'union-officer',
  SYSTEM: 'system',
  UNION: 'union-officer-2',
  REVIEWER: 'reviewer-1',
  APPEAL_REVIEWER: 'appeal-reviewer',
  FINANCE: 'finance',
  BANK: 'bank',
}
export const as = (role: ActorRole, now: Instant = start, ref: string = refs[role]): RuleContext => ({ now, actor: { role, ref }, calendar: workdayCalendar })
export const later = (instant: Instant, minutes: number): Instant => toInstant(msOf(instant) + minutes * 60_000)

/** The refusal that `act` throws; a test fails where it throws nothing or something else. */
export const refusalOf = (act: () => unknown): Refusal => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const items = [{ id: 'a', doc: 'EXPENSE_LIST', code: 'DOC_PAGE_MISSING' }]

/** An event of each kind with facts that meet every guard. */
export const claimEvents: { [T in ClaimEventType]: Extract<ClaimEvent, { type: T }> } = {
  create: { type: 'create', claimantRef: 'courier', windowEndsOn: '2028-11-20', c3Granted: true },
  match: { type: 'match', claimantRef: 'courier', amountFen: 375724, windowEndsOn: '2028-11-20', standing: false },
  autoConfirm: { type: 'autoConfirm', standing: true, sampled: false },
  confirm: { type: 'confirm', sampled: false },
  sample: { type: 'sample', sampled: true },
  dispute: { type: 'dispute', choice: 'AUTO_DISPUTED' },
  decline: { type: 'decline' },
  timeout: { type: 'timeout' },
  submit: { type: 'submit', missingFiles: 0, invoiceUsedBy: null, windowEndsOn: '2028-11-20', c3Granted: true },
  discard: { type: 'discard' },
  idle: { type: 'idle' },
  routeUnion: { type: 'routeUnion', unitEnrolled: true, accident: true },
  route: { type: 'route', unitEnrolled: false, accident: true },
  endorse: { type: 'endorse', opinionZh: '情况属实' },
  return: { type: 'return', items },
  unionTimeout: { type: 'unionTimeout' },
  pass: { type: 'pass' },
  missing: { type: 'missing', items },
  flagFail: { type: 'flagFail', reasonCode: 'WAITING_PERIOD' },
  approve: { type: 'approve', outcome: 'FULL', amountFen: 800000, reasonCodes: [], secondRef: null, criticalIllness: false },
  requestMore: { type: 'requestMore', items },
  investigate: { type: 'investigate', questionZh: '住院日期', medicalRecords: true, c4Granted: true },
  investigated: { type: 'investigated', findingZh: '日期无误' },
  investigateTimeout: { type: 'investigateTimeout' },
  reject: { type: 'reject', reasonCode: 'WAITING_PERIOD', clause: 'C-3', reasonZh: '入院在免责期内', secondRef: 'reviewer-2' },
  resubmit: { type: 'resubmit', answered: ['a'] },
  supplementTimeout: { type: 'supplementTimeout' },
  reopen: { type: 'reopen' },
  withdraw: { type: 'withdraw' },
  appeal: { type: 'appeal', groundsZh: '系意外住院' },
  overturn: { type: 'overturn', amountFen: 900000, reasonCodes: ['BASE_CORRECTED'], reasonZh: '基数有误' },
  uphold: { type: 'uphold', reasonZh: '原决定无误', reasonCodes: [] },
  createPayout: { type: 'createPayout', livePayout: false },
  payoutSucceeded: { type: 'payoutSucceeded', amountFen: 800000, paidAt: '2026-11-24T16:30:00+08:00' },
  payoutCancelled: { type: 'payoutCancelled', amountFen: 800000 },
  payoutReturned: { type: 'payoutReturned', amountFen: 800000 },
  close: { type: 'close' },
  appealWindowOver: { type: 'appealWindowOver' },
  recover: { type: 'recover', amountFen: 300000, reasonCode: 'OVERPAID', dueOn: '2027-01-15', secondRef: 'reviewer-2' },
  recovered: { type: 'recovered' },
  upholdUnpaid: { type: 'upholdUnpaid', reasonZh: '原决定无误', reasonCodes: [] },
  payoutVoided: { type: 'payoutVoided', amountFen: 800000, causeZh: '决定已更换' },
  prefill: { type: 'prefill', claimantRef: 'courier', windowEndsOn: '2028-11-20', c2Granted: true, reasonCode: 'AUTO_AMOUNT_OVER' },
}
export const claimEventTypes = Object.values(claimEvents).map((event) => event.type)

/** A way to each state, as a list of events. */
export const claimPaths: Record<ClaimState, ClaimEventType[]> = {
  DRAFT: ['create'],
  AUTO_MATCHED: ['match'],
  SUBMITTED: ['create', 'submit'],
  UNION_CHECK: ['create', 'submit', 'routeUnion'],
  PRECHECK: ['create', 'submit', 'route'],
  REVIEWING: ['create', 'submit', 'route', 'pass'],
  SUPPLEMENT: ['create', 'submit', 'route', 'pass', 'requestMore'],
  INVESTIGATING: ['create', 'submit', 'route', 'pass', 'investigate'],
  APPROVED: ['create', 'submit', 'route', 'pass', 'approve'],
  REJECTED: ['create', 'submit', 'route', 'pass', 'reject'],
  APPEALING: ['create', 'submit', 'route', 'pass', 'reject', 'appeal'],
  PAYING: ['create', 'submit', 'route', 'pass', 'approve', 'createPayout'],
  PAID: ['create', 'submit', 'route', 'pass', 'approve', 'createPayout', 'payoutSucceeded'],
  WITHDRAWN: ['create', 'submit', 'withdraw'],
  EXPIRED: ['create', 'idle'],
  CLOSED: ['create', 'submit', 'route', 'pass', 'approve', 'createPayout', 'payoutSucceeded', 'close'],
  RECOVERING: ['create', 'submit', 'route', 'pass', 'approve', 'createPayout', 'payoutSucceeded', 'recover'],
}

/** A minute after the last step, or when the timer of that event is due. */
const claimMoment = (claim: ClaimProgress | null, type: ClaimEventType): Instant => {
  const timer = claim && nextClaimTimer(claim)
  if (timer && isClaimEvent(timer.event) && timer.event.type === type) return timer.at
  return later(claim?.history.slice(-1)[0]?.at ?? start, 1)
}
/** Context in which an event of that kind is allowed. */
export const claimContext = (claim: ClaimProgress | null, type: ClaimEventType): RuleContext => {
  const [role] = claimRow(type).actor
  return as(isRole(role) ? role : 'SYSTEM', claimMoment(claim, type))
}
const isRole = (text: string): text is ActorRole => text in refs

/** Walks a list of events; every one has to be accepted. */
export const claimAfter = (types: ClaimEventType[]): ClaimProgress => {
  const claim = types.reduce<ClaimProgress | null>((at, type) => applyClaim(at, claimEvents[type], claimContext(at, type)).claim, null)
  if (!claim) throw new Error('no claim at the end of the list')
  return claim
}

const account = { issuer: 'CMB', last4: '0015' }
export const payoutEvents: { [T in PayoutEventType]: Extract<PayoutEvent, { type: T }> } = {
  accountOk: { type: 'accountOk', account },
  accountMissing: { type: 'accountMissing', cause: 'NO_CARD' },
  bindCard: { type: 'bindCard', account, matches: true, c5Granted: true },
  changesOver: { type: 'changesOver' },
  unclaimed: { type: 'unclaimed' },
  batch: { type: 'batch' },
  send: { type: 'send' },
  ack: { type: 'ack' },
  noAnswer: { type: 'noAnswer' },
  stillRunning: { type: 'stillRunning' },
  succeed: { type: 'succeed', amountFen: 300000, paidAt: '2026-11-24T11:00:00+08:00' },
  failTechnical: { type: 'failTechnical', code: 'BANK_BUSY' },
  failAccount: { type: 'failAccount', code: 'ACCOUNT_CLOSED' },
  retry: { type: 'retry' },
  retriesOver: { type: 'retriesOver' },
  askAccount: { type: 'askAccount' },
  queryOver: { type: 'queryOver' },
  bankReturn: { type: 'bankReturn', code: 'ACCOUNT_CLOSED' },
  askAccountAgain: { type: 'askAccountAgain' },
  fix: { type: 'fix', account, reconciled: true },
  cancel: { type: 'cancel', causeZh: '决定已更换', benefitDue: true, reconciled: true },
  reconcileSuccess: { type: 'reconcileSuccess', amountFen: 300000, paidAt: '2026-11-24T11:00:00+08:00' },
  grantC5: { type: 'grantC5', account },
}
export const payoutEventTypes = Object.values(payoutEvents).map((event) => event.type)

/** `query`: a query without an answer, no transition. */
export type PayoutStep = PayoutEventType | 'query'
export const payoutPaths: Record<PayoutState, PayoutStep[]> = {
  CREATED: [],
  ACCOUNT_REQUIRED: ['accountMissing'],
  READY: ['accountOk'],
  BATCHED: ['accountOk', 'batch'],
  SENT: ['accountOk', 'batch', 'send'],
  PROCESSING: ['accountOk', 'batch', 'send', 'ack'],
  UNKNOWN: ['accountOk', 'batch', 'send', 'noAnswer'],
  SUCCESS: ['accountOk', 'batch', 'send', 'ack', 'succeed'],
  FAILED_RETRY: ['accountOk', 'batch', 'send', 'failTechnical'],
  FAILED_ACTION: ['accountOk', 'batch', 'send', 'failAccount'],
  RETURNED: ['accountOk', 'batch', 'send', 'ack', 'succeed', 'bankReturn'],
  MANUAL: ['accountOk', 'batch', 'send', 'noAnswer', 'query', 'query', 'query', 'queryOver'],
  CANCELLED: ['cancel'],
}

const payoutMoment = (payout: PayoutProgress, type: PayoutStep): Instant => {
  const timer = nextPayoutTimer(payout, { account: { ok: true, account } })
  if (timer?.kind === 'QUERY' ? type === 'query' : timer?.event.type === type) return timer?.at ?? start
  return later(payout.history.slice(-1)[0]?.at ?? start, 1)
}
export const payoutContext = (payout: PayoutProgress, type: PayoutStep): RuleContext => {
  const role = type === 'query' ? 'SYSTEM' : payoutRow(type).actor
  return as(isRole(role) ? role : 'SYSTEM', payoutMoment(payout, type))
}
export const payoutAfter = (steps: PayoutStep[], from: PayoutProgress = newPayout('PY-2026-000001', 300000, as('SYSTEM'))): PayoutProgress =>
  steps.reduce((at, type) => (type === 'query' ? recordQuery(at, payoutContext(at, type)) : applyPayout(at, payoutEvents[type], payoutContext(at, type)).payout), from)
