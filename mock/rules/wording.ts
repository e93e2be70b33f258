import { Tone, type StatusView } from '@/contract/schemas/common'
import { localDateOf, type Instant } from '@/domain/dates'
import { isOver, receivedFen } from './claim-guards'
import { claimNoticesZh, claimStepsZh, claimWords } from './claim-table'
import type { ClaimFlag, ClaimProgress, ClaimState } from './claim-types'
import { payoutStepOf, payoutStepsZh, payoutWords } from './payout-table'
import type { PayoutProgress, PayoutState } from './payout-types'
import { fill, type TemplateValues } from './template'
import { claimValues, payoutValues } from './wording-values'

export interface ClaimStatusFacts {
  claimNo: string
  now: Instant
  /** The payout that is under way (or the last one); needed in PAYING, looked at in APPEALING. */
  payout?: PayoutProgress | null
}

/**
 * Where a claim stands, in the member's words (claim-states.json, the first variant that holds).
 * @throws UnfilledPlaceholder rather than letting a {…} reach a screen
 */
export const claimStatus = (claim: ClaimProgress, facts: ClaimStatusFacts): StatusView => {
  const base = claimWords(claim.state)
  const words = { ...base, ...base.variants?.find((variant) => holds(variant.when, claim, facts.now)) }
  const payout = facts.payout ?? null
  const values: TemplateValues = { ...claimValues(claim, facts.claimNo, facts.now), ...(payout && pick(payoutValues(payout), 'last4', 'payExpectedOn')) }
  const head = { state: claim.state, titleZh: words.titleZh, step: words.step, steps: [...claimStepsZh] }
  const noticesZh = notices(claim, values, facts.now)

  // While the money waits for something else than the bank, the payout knows better what comes next.
  if (claim.state === 'PAYING' && payout && !onItsWay.includes(payout.state)) {
    const { nextZh, whoZh, whenZh, tone, memberActs } = payoutStatus(payout)
    return { ...head, nextZh: noticesZh + nextZh, whoZh, whenZh, tone, memberActs }
  }
  const texts = { nextZh: noticesZh + fill(words.nextZh, values), whoZh: fill(words.whoZh, values), whenZh: fill(whenOf(words.whenZh, claim, facts.now), values) }
  const cardNeeded = claim.state === 'APPEALING' && payout?.state === 'ACCOUNT_REQUIRED'
  return { ...head, ...texts, tone: cardNeeded ? 'action' : toneOf(words.tone), memberActs: words.memberActs || cardNeeded }
}

/** Where a payout stands. @throws UnfilledPlaceholder */
export const payoutStatus = (payout: PayoutProgress): StatusView => {
  const base = payoutWords(payout.state)
  const words = { ...base, ...base.variants?.find((variant) => variant.when === payout.accountCause) }
  const values = payoutValues(payout)
  return {
    state: payout.state,
    titleZh: words.titleZh,
    nextZh: fill(words.nextZh, values),
    whoZh: fill(words.whoZh, values),
    whenZh: fill(words.whenZh, values),
    step: payoutStepOf(payout.state),
    steps: [...payoutStepsZh],
    tone: toneOf(words.tone),
    memberActs: words.memberActs,
  }
}

const onItsWay: readonly PayoutState[] = ['READY', 'BATCHED', 'SENT', 'PROCESSING', 'SUCCESS']

/** The date that was promised after the hard limit has passed as well: no third one is made up, and there is somebody to ask (A). */
const isLateAgain = ({ flags, review }: ClaimProgress, now: Instant): boolean => flags.includes('REVIEW_OVERDUE') && review !== null && review.expected.dueOn < localDateOf(now)

/** Once the hard limit has passed there is a new expected date, and naming the old limit beside it would promise an earlier day as the latest. */
function whenOf(whenZh: string, claim: ClaimProgress, now: Instant): string {
  if (isLateAgain(claim, now)) return whenZh.replace(/^预计\{expectedOn\}前.*$/, '已超过预计日期{expectedOn}')
  return claim.flags.includes('REVIEW_OVERDUE') ? whenZh.replace(',最迟{hardOn}', '') : whenZh
}

/** claim-states.json `whenNames`. */
const holds = (when: string, claim: ClaimProgress, now: Instant): boolean => {
  switch (when) {
    case 'appealUsed':
      return claim.appealUsed
    case 'appealOver':
      return isOver(claim.appealUntil, now)
    case 'reopenUsed':
      return claim.reopened
    case 'windowOver':
      return isOver(claim.windowEndsOn, now)
    case 'nothingPaid':
      return receivedFen(claim) === 0
    default:
      throw new Error(`claim-states.json: no condition ${when}`)
  }
}

/** Notices are said where they matter, in front of what comes next. */
const noticeStates: Readonly<Record<Exclude<ClaimFlag, 'CALENDAR_UNKNOWN'>, readonly ClaimState[]>> = {
  PREFILLED: ['DRAFT'],
  SAMPLED: ['REVIEWING'],
  UNION_NO_REPLY: ['PRECHECK', 'REVIEWING'],
  REVIEW_OVERDUE: ['SUBMITTED', 'UNION_CHECK', 'PRECHECK', 'REVIEWING'],
  INVESTIGATION_OVERDUE: ['REVIEWING'],
  STEP_BACK: ['PAYING'],
  RETURN_IN_APPEAL: ['APPEALING'],
}
const notices = (claim: ClaimProgress, values: TemplateValues, now: Instant): string =>
  claim.flags
    .filter((flag) => flag !== 'CALENDAR_UNKNOWN' && noticeStates[flag].includes(claim.state))
    .map((flag) => fill(isLateAgain(claim, now) ? claimNoticesZh[flag].replace('新的预计日期是{expectedOn}', '可拨打12351催办') : claimNoticesZh[flag], values))
    .join('')

const toneOf = (text: string): StatusView['tone'] => {
  const tone = Tone.options.find((option) => option === text)
  if (!tone) throw new Error(`no tone ${text}`)
  return tone
}
const pick = (values: TemplateValues, ...names: string[]): TemplateValues => Object.fromEntries(names.map((name) => [name, values[name]]))
