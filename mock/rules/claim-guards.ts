import { addDays, endOfDay, localDateOf, type Instant, type LocalDate } from '@/domain/dates'
import type { RuleContext } from './actors'
import { claimRow } from './claim-table'
import type { ClaimEventType, ClaimProgress, OpeningEvent, RunningEvent, SupplementItem } from './claim-types'
import { limits } from './plans'
import { Refusal } from './refusal'
import type { ErrorCode } from '@/contract/errors'

type Where = Pick<ClaimProgress, 'state' | 'version'> | null

/** A refusal that tells where the claim stands; `guard` names the rule for the log and for tests. */
export const refuseClaim = (claim: Where, code: ErrorCode, guard: string, wordsZh?: string): Refusal =>
  new Refusal(code, wordsZh, {}, { state: claim?.state ?? null, version: claim?.version ?? 0, guard })

/** Guards of T01, T02, T43. Throws Refusal. */
export const guardOpening = (event: OpeningEvent, ctx: RuleContext): void => {
  const check = checker(null)
  switch (event.type) {
    case 'create':
      check(event.c3Granted, 'CONSENT_REQUIRED', 'C3')
      check(ctx.actor.role !== 'AGENT' || event.c6Granted === true, 'CONSENT_REQUIRED', 'C6')
      return check(windowOpen(event.windowEndsOn, ctx.now), 'CLAIM_WINDOW_OVER', 'windowOpen')
    case 'match':
      return check(event.amountFen > 0 && event.amountFen <= limits.autoClaimMaxFen.value, 'CLAIM_STATE_CONFLICT', 'autoAmount')
    case 'prefill':
      check(event.c2Granted, 'CONSENT_REQUIRED', 'C2')
      return check(listed('prefill', [event.reasonCode]), 'VALIDATION_FAILED', 'reasonCode')
    default:
      return unreachable(event)
  }
}

/** Guards of all other transitions that need only the claim and the event. Throws Refusal. */
export const guardRunning = (claim: ClaimProgress, event: RunningEvent, ctx: RuleContext): void => {
  const check = checker(claim)
  const conflict = (ok: boolean, guard: string): void => check(ok, 'CLAIM_STATE_CONFLICT', guard)
  const written = (text: string, guard: string): void => check(text.trim() !== '', 'VALIDATION_FAILED', guard, '请写明理由。')
  const codes = (reasonCodes: readonly string[]): void => check(listed(event.type, reasonCodes), 'VALIDATION_FAILED', 'reasonCode', '理由代码不适用于这一步。')
  const uninvolved = (ref: string): void => check(ref !== claim.claimantRef && ref !== claim.agentRef, 'FORBIDDEN', 'uninvolved', '不能办理本人申领或代办的申领。')
  const secondPerson = (secondRef: string | null): void => {
    check(secondRef !== null && secondRef !== ctx.actor.ref, 'FORBIDDEN', 'secondPerson', '这项决定需要两人共同作出。')
    if (secondRef !== null) uninvolved(secondRef)
  }
  const supplement = (items: readonly SupplementItem[]): void => {
    check(items.length > 0, 'VALIDATION_FAILED', 'items', '请列出需要补充的材料。')
    codes(items.map((item) => item.code))
    conflict(claim.supplementRounds < limits.supplementMaxRounds.value, 'supplementRounds')
  }
  const appealReviewer = (): void => {
    uninvolved(ctx.actor.ref)
    check(!claim.deciders.includes(ctx.actor.ref), 'FORBIDDEN', 'uninvolved', '参与过原决定的人员不能复核。')
  }

  switch (event.type) {
    case 'autoConfirm':
      conflict(event.standing, 'standing')
      return conflict(!event.sampled, 'notSampled')
    case 'confirm':
      return conflict(!event.sampled, 'notSampled')
    case 'sample':
      return conflict(event.sampled, 'sampled')
    case 'timeout':
      return conflict(isOver(claim.autoDueOn, ctx.now), 'due')
    case 'submit':
      check(event.missingFiles === 0, 'FILES_INCOMPLETE', 'files', `还有${event.missingFiles}项材料没有收到,请补上或重试后再提交。`)
      check(event.invoiceUsedBy === null, 'DUPLICATE_INVOICE', 'invoice', `这张票据已在申领${event.invoiceUsedBy ?? ''}中使用。`)
      check(event.c3Granted, 'CONSENT_REQUIRED', 'C3')
      return check(event.c4Granted !== false, 'CONSENT_REQUIRED', 'C4')
    case 'idle':
      return conflict(isOver(claim.draftExpiresOn, ctx.now), 'due')
    case 'routeUnion':
      return conflict(needsUnion(claim, event), 'unionNeeded')
    case 'route':
      return conflict(!needsUnion(claim, event), 'unionNotNeeded')
    case 'endorse':
      return uninvolved(ctx.actor.ref)
    case 'return':
      uninvolved(ctx.actor.ref)
      return supplement(event.items)
    case 'missing':
    case 'requestMore':
      return supplement(event.items)
    case 'unionTimeout':
      return conflict(isOver(claim.unionDue?.dueOn ?? null, ctx.now), 'due')
    case 'flagFail':
      return codes([event.reasonCode])
    case 'approve':
      check(Number.isSafeInteger(event.amountFen) && event.amountFen > 0, 'VALIDATION_FAILED', 'amount', '核定金额应大于0。')
      codes(event.reasonCodes)
      check(event.outcome === 'FULL' || event.reasonCodes.length > 0, 'VALIDATION_FAILED', 'reasonCode', '金额有调整时请注明理由。')
      uninvolved(ctx.actor.ref)
      if (event.amountFen > limits.twoPersonAboveFen.value || event.criticalIllness) secondPerson(event.secondRef)
      return
    case 'investigate':
      written(event.questionZh, 'question')
      return check(!event.medicalRecords || event.c4Granted, 'CONSENT_REQUIRED', 'C4')
    case 'investigated':
      return written(event.findingZh, 'finding')
    case 'investigateTimeout':
      return conflict(isOver(claim.investigateDueOn, ctx.now), 'due')
    case 'reject':
      codes([event.reasonCode])
      written(event.clause, 'clause')
      written(event.reasonZh, 'reason')
      uninvolved(ctx.actor.ref)
      return secondPerson(event.secondRef)
    case 'resubmit': {
      const open = (claim.supplement?.items ?? []).filter((item) => !event.answered.includes(item.id))
      return check(open.length === 0, 'FILES_INCOMPLETE', 'items', `还有${open.length}项材料没有收到,请补上或重试后再提交。`)
    }
    case 'supplementTimeout':
      return conflict(isOver(claim.supplement?.dueOn ?? null, ctx.now), 'due')
    case 'reopen':
      conflict(!claim.reopened, 'reopenUsed')
      return check(windowOpen(claim.windowEndsOn, ctx.now), 'CLAIM_WINDOW_OVER', 'windowOpen')
    case 'appeal':
      conflict(!claim.appealUsed, 'appealUsed')
      conflict(claim.recoverFen === null, 'recovery')
      return conflict(claim.appealUntil !== null && !isOver(claim.appealUntil, ctx.now), 'appealUntil')
    case 'overturn':
      appealReviewer()
      written(event.reasonZh, 'reason')
      codes(event.reasonCodes)
      return check(event.amountFen > claim.openFen + receivedFen(claim), 'VALIDATION_FAILED', 'amount', '复核金额应高于已拨付的金额。')
    case 'uphold':
    case 'upholdUnpaid':
      appealReviewer()
      written(event.reasonZh, 'reason')
      codes(event.reasonCodes)
      return conflict((claim.openFen + dueAgainFen(claim) === 0) === (event.type === 'uphold'), 'returnedPayout')
    case 'createPayout':
      return conflict(!event.livePayout && payoutDueFen(claim) > 0 && (event.offsetFen ?? 0) <= payoutDueFen(claim), 'livePayout')
    case 'payoutSucceeded':
      return conflict(event.amountFen > 0 && event.amountFen <= claim.openFen, 'openPayout')
    case 'payoutCancelled':
      return conflict(event.amountFen <= claim.openFen, 'openPayout')
    case 'payoutVoided':
      written(event.causeZh, 'cause')
      return conflict(event.amountFen === claim.openFen, 'otherPayouts')
    case 'payoutReturned':
      return conflict(event.amountFen > 0 && event.amountFen <= claim.paidFen, 'paid')
    case 'close':
      return conflict(claim.paidAt !== null && isOver(closesAfter(claim.paidAt), ctx.now), 'due')
    case 'appealWindowOver':
      return conflict(isOver(claim.appealUntil, ctx.now), 'due')
    case 'recover':
      codes([event.reasonCode])
      uninvolved(ctx.actor.ref)
      secondPerson(event.secondRef)
      return conflict(event.amountFen > 0 && event.amountFen <= receivedFen(claim), 'paid')
    case 'dispute':
    case 'decline':
    case 'discard':
    case 'pass':
    case 'withdraw':
    case 'recovered':
      return
    default:
      return unreachable(event)
  }
}

/** What the member has had of the decision: paid, or set against what they owed. Fen. */
export const receivedFen = (claim: ClaimProgress): number => claim.paidFen + (claim.offsetFen ?? 0)

/** What a new payout has to pay: the decision less what is paid or on its way, fen. */
export const payoutDueFen = (claim: ClaimProgress): number => Math.max(0, (claim.amountFen ?? 0) - receivedFen(claim) - claim.openFen)

/** What came back during an appeal and whose payout finance has cancelled as still due: the end of the appeal pays it anew (T41, or T31 then T33). Fen. */
export const dueAgainFen = (claim: ClaimProgress): number => (claim.openFen === 0 && claim.flags.includes('RETURN_IN_APPEAL') ? payoutDueFen(claim) : 0)

/** Last day before a paid claim closes by itself: 30 days after payment (A). */
export const closesAfter = (paidAt: Instant): LocalDate => addDays(localDateOf(paidAt), limits.closeAfterPaidDays.value)

/** A limit ends at 24:00 of its day. */
export const isOver = (dueOn: LocalDate | null, now: Instant): boolean => dueOn !== null && now >= endOfDay(dueOn)

const windowOpen = (windowEndsOn: LocalDate | null, now: Instant): boolean => !isOver(windowEndsOn, now)
const needsUnion = (claim: ClaimProgress, event: { unitEnrolled: boolean; accident: boolean }): boolean =>
  event.unitEnrolled && (event.accident || claim.filedBy === 'AGENT')
const listed = (event: ClaimEventType, codes: readonly string[]): boolean => codes.every((code) => claimRow(event).reasonCodes.includes(code))

const checker =
  (claim: Where) =>
  (ok: boolean, code: ErrorCode, guard: string, wordsZh?: string): void => {
    if (!ok) throw refuseClaim(claim, code, guard, wordsZh)
  }

const unreachable = (event: never): never => {
  throw new Error(`not a claim event: ${JSON.stringify(event)}`)
}
