import type { ActorRole } from './actors'
import data from './data/payout-states.json'
import { payoutStates, type AccountCause, type PayoutEventType, type PayoutState } from './payout-types'

/** One row of payout-states.json. */
export interface PayoutRow {
  id: string
  event: string
  from: string[]
  to: string
  actor: string
  bankCodes: string[]
}

export const payoutRows: readonly PayoutRow[] = data.transitions
const rows = new Map(payoutRows.map((row) => [row.event, row]))

/** The row of an event; each event has exactly one. */
export const payoutRow = (event: PayoutEventType): PayoutRow => {
  const row = rows.get(event)
  if (!row) throw new Error(`payout-states.json has no event ${event}`)
  return row
}
export const mayActOnPayout = (row: PayoutRow, role: ActorRole): boolean => row.actor === role
export const isPayoutState = (text: string): text is PayoutState => payoutStates.some((state) => state === text)

export interface PayoutStateWords {
  id: string
  titleZh: string
  nextZh: string
  whoZh: string
  whenZh: string
  tone: string
  memberActs: boolean
  variants?: { when: string; titleZh?: string; nextZh?: string }[]
}
const words: readonly PayoutStateWords[] = data.states
export const payoutWords = (state: PayoutState): PayoutStateWords => {
  const found = words.find((entry) => entry.id === state)
  if (!found) throw new Error(`payout-states.json has no state ${state}`)
  return found
}
export const payoutStepsZh: readonly string[] = data.timelineZh
export const payoutStepOf = (state: PayoutState): number | null => data.timelineOf[state]

export interface BankCode {
  code: string
  /** RETRY: tried again by itself; ACTION: the member needs another card. */
  class: string
  titleZh: string
  memberZh: string
}
export const bankCode = (code: string): BankCode | null => data.bankCodes.find((entry) => entry.code === code) ?? null
export const accountCauseZh: Readonly<Record<AccountCause, string>> = data.accountCauseZh
export const isAccountCause = (code: string | null): code is AccountCause => code !== null && Object.prototype.hasOwnProperty.call(accountCauseZh, code)

export type Delay = { minutes: number } | { workdays: number }
const units: Readonly<Record<string, number>> = { min: 1, h: 60 }

/** `30 min`, `4 h` or `next workday`, as payout-states.json writes them. */
export const readDelay = (text: string): Delay => {
  if (text === 'next workday') return { workdays: 1 }
  const [count, unit] = text.split(' ')
  const minutes = Number(count) * (units[unit] ?? NaN)
  if (!Number.isSafeInteger(minutes)) throw new Error(`payout-states.json: no delay "${text}"`)
  return { minutes }
}

const readArrival = (text: string): number => {
  const match = /^T(?:\+(\d+) workday)?$/.exec(text)
  if (!match) throw new Error(`payout-states.json: no arrival "${text}"`)
  return Number(match[1] ?? 0)
}
const arrivals = new Map([['ICBC', data.rules.arrival.ICBC]])

/** Limits of a payout (A), from payout-states.json. */
export const payoutRules = {
  cutOff: data.rules.cutOff.value,
  retryAfter: data.rules.retryAfter.map(readDelay),
  queryAfter: data.rules.queryAfter.map(readDelay),
  maxCardChanges: data.rules.maxCardChanges,
  coolDownMinutes: data.rules.coolDownHours * 60,
  coolDownAboveFen: data.rules.coolDownAboveFen,
  unclaimedDays: data.rules.unclaimedDays,
  manualWorkdays: data.rules.manualWorkdays,
  /** Workdays from sending to arrival: 0 for ICBC, 1 for the rest. */
  arrivalWorkdays: (issuer: string): number => readArrival(arrivals.get(issuer) ?? data.rules.arrival.OTHER),
  /** Y09: no answer within 5 minutes of sending. */
  answerMinutes: 5,
  /** The file only says "next workday": the hour is assumed (A), that of the reminders. */
  workdayOpens: '09:00',
} as const
