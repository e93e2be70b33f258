import { addDays, type Instant, type LocalDate } from '@/domain/dates'
import data from './data/notifications.json'
import type { ClaimProgress } from './claim-types'
import { atTime } from './due'
import type { PayoutProgress } from './payout-types'
import { reasonWords } from './reasons'
import { fill, type TemplateValues } from './template'
import { claimValues, payoutValues } from './wording-values'

/** An inbox message. `leadsTo` is a key of notifications.json `leadsToZh`. */
export interface Notification {
  id: string
  titleZh: string
  textZh: string
  leadsTo: string
  /** Also as a subscribe message, where C7 is granted and a quota is left. */
  subscribe: boolean
  template: string | null
}

export interface NotificationFacts {
  now: Instant
  claim?: { progress: ClaimProgress; claimNo: string }
  payout?: PayoutProgress
  /** What claim and payout do not know: planName, placeZh, effectiveOn, agentNameMasked, consentTitle … (dates in Chinese words). */
  values?: TemplateValues
  /** T02: standing instruction or sampled, no question is asked. */
  noAnswerNeeded?: boolean
  byAgent?: boolean
  /** K02 from the waiting list. */
  bySystem?: boolean
  /** An agent reads no paid amount and no card digits. */
  toAgent?: boolean
}

interface Row {
  id: string
  on: { events?: string[]; flag?: string; deadline?: string; when?: string; daysBefore?: number[]; daysAfter?: number[]; whileIn?: string }
  titleZh: string
  textZh: string
  leadsTo: string
  subscribe: boolean
  template: string | null
}
const rows: readonly Row[] = data.notifications
const silent: Readonly<Record<string, string>> = data.silent

/**
 * The message of a transition (`T09`, `Y02`, `K03`), of a flag (`WAITLISTED`) or of a reminder (its id, `claim.autoReminder`);
 * null where none is sent. T34 with Y11/Y22, and T36 with Y18/Y19, give the same id: send one of a run.
 * @throws UnfilledPlaceholder
 */
export const notificationFor = (key: string, facts: NotificationFacts): Notification | null => {
  const candidates = rows.filter((row) => row.id === key || row.on.flag === key || row.on.events?.includes(key))
  if (candidates.length === 0) {
    if (key in silent) return null
    throw new Error(`notifications.json knows nothing of ${key}`)
  }
  const row = candidates.find((candidate) => applies(candidate, key, facts))
  if (!row) return null
  const { id, titleZh, leadsTo, subscribe, template } = row
  const values = valuesFor(row, facts)
  const appeal = id === 'payout.returned' && facts.claim?.progress.state === 'APPEALING' ? '复核结束后继续拨付。' : ''
  return { id, titleZh, textZh: fill(facts.toAgent ? withoutMoney(row) : row.textZh, values) + appeal, leadsTo, subscribe, template }
}

const applies = (row: Row, key: string, facts: NotificationFacts): boolean => {
  switch (row.on.when === undefined ? row.id : `${key} ${row.id}`) {
    case 'T02 claim.autoMatched':
      return facts.noAnswerNeeded !== true
    case 'T09 claim.submitted':
      return facts.byAgent !== true
    case 'T09 claim.submittedByAgent':
      return facts.byAgent === true
    case 'Y02 payout.c5Required':
      return facts.payout?.accountCause === 'C5_MISSING'
    case 'Y02 payout.accountRequired':
      return facts.payout?.accountCause !== 'C5_MISSING'
    case 'K02 gift.waitlistMovedUp':
      return facts.bySystem === true
    default:
      return true
  }
}

const valuesFor = (row: Row, facts: NotificationFacts): TemplateValues => {
  const claim = facts.claim && claimValues(facts.claim.progress, facts.claim.claimNo, facts.now)
  const payout = facts.payout && payoutValues(facts.payout)
  // Both know an amount and a reason: the message's own subject wins.
  const known: TemplateValues = row.id.startsWith('payout.') ? { ...claim, ...payout } : { ...payout, ...claim }
  const values = { ...known, ...facts.values }
  const autoReason = facts.claim?.progress.autoReasonCode
  if (row.id !== 'claim.prefilled' || !autoReason || values.reasonMemberZh !== undefined) return values
  return { ...values, reasonMemberZh: reasonWords(autoReason, values).memberZh }
}

const withoutMoney = (row: Row): string =>
  row.id.startsWith('payout.') ? row.textZh.replace(/\{amount\}元/g, '').replace(/尾号\{last4\}的/g, '') : row.textZh

/** Reminders go out at 09:00 +08:00, only while the state still holds. */
export interface Reminder {
  id: string
  at: Instant
}

/**
 * All reminders that the given dates call for, in order of time. `dates` by their names in notifications.json: draftExpiresOn, matchedOn,
 * supplementDueOn, appealUntil, recoverDueOn, accountAskedOn, payExpectedOn, benefitsFrom, endsOn … `state` null: no state to look at.
 */
export const remindersFor = (state: string | null, dates: Readonly<Record<string, LocalDate | null | undefined>>): Reminder[] =>
  rows
    .flatMap((row) => {
      const { deadline, daysBefore = [], daysAfter = [], whileIn } = row.on
      const date = deadline === undefined ? null : dates[deadline]
      if (!date || (whileIn !== undefined && (state === null || !whileIn.split(', ').includes(state)))) return []
      const days = [...daysBefore.map((days) => -days), ...daysAfter]
      return days.map((offset) => ({ id: row.id, at: atTime(addDays(date, offset), '09:00') }))
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))

/** The dates of a claim or payout under their names in notifications.json, for `remindersFor`. */
export const claimDates = (claim: ClaimProgress): Record<string, LocalDate | null> => ({
  draftExpiresOn: claim.draftExpiresOn,
  matchedOn: claim.matchedOn,
  supplementDueOn: claim.supplement?.dueOn ?? null,
  appealUntil: claim.appealUntil,
  recoverDueOn: claim.recoverDueOn,
})
export const payoutDates = (payout: PayoutProgress): Record<string, LocalDate | null> => ({
  accountAskedOn: payout.accountAskedOn,
  payExpectedOn: payout.payExpected?.dueOn ?? null,
})
