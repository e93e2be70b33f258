import type { Instant } from '@/domain/dates'
import { minutesAfter } from '../../rules/payout-schedule'
import type { BankInstruction, BankWord } from './port'

/** What the bank does next with an instruction, and when: `row` is how it then stands in the books, `word` what is told of it. */
export interface BankStep {
  at: Instant
  row: BankInstruction
  word: BankWord | null
}

/**
 * The next step of an instruction; null: there is none. The bank answers a minute after it was sent and books at its time on the day of
 * arrival. It goes by its own clock and its own books, whether or not the app hears of it.
 */
export function nextStep(row: BankInstruction): BankStep | null {
  const { amountFen, answered, asked, bookAt, entries, outcome, returnAt, returnCode, state } = row
  const answerAt = minutesAfter(row.receivedAt, 1)
  const answer = (word: BankWord, change: Partial<BankInstruction> = {}): BankStep => ({ at: answerAt, row: { ...row, ...change, answered: true }, word })
  const paid: BankWord = { kind: 'PAID', amountFen, paidAt: bookAt }
  const book = (word: BankWord | null): BankStep => ({ at: bookAt, row: { ...row, state: 'PAID', entries: [...entries, { kind: 'OUT', at: bookAt, amountFen }] }, word })

  if (state === 'NOT_RECEIVED') return outcome === 'NETWORK' && !answered ? answer({ kind: 'NEVER_LEFT' }) : null
  if (state === 'PAID') return returnAt === null ? null : { at: returnAt, row: { ...row, state: 'RETURNED', code: returnCode, entries: [...entries, { kind: 'BACK', at: returnAt, amountFen }] }, word: null }
  if (state !== 'ACCEPTED') return null

  switch (outcome) {
    case 'BANK_BUSY':
    case 'CUTOFF':
    case 'PAYER_BALANCE':
    case 'NAME_MISMATCH':
    case 'ACCOUNT_CLOSED':
    case 'ACCOUNT_FROZEN':
    case 'ACCOUNT_LOST':
    case 'CARD_INVALID':
    case 'CREDIT_CARD':
    case 'TYPE2_LIMIT':
    case 'DORMANT':
      return answer({ kind: 'REFUSED', code: outcome }, { state: 'REFUSED', code: outcome })
    case 'NO_ANSWER':
      // On the broken line nobody listens until somebody has asked.
      return book(asked ? paid : null)
    case 'NO_RESULT':
      return answered ? book(null) : answer({ kind: 'RUNNING' })
    case 'SILENT_PAID':
      return book(null)
    case 'SILENT_UNPAID':
      return { at: bookAt, row: { ...row, state: 'REFUSED' }, word: null }
    case 'PAID':
    case 'RETURNED':
      return answered ? book(paid) : answer({ kind: 'RUNNING' })
    case 'NETWORK':
    case 'BANK_NOT_FOUND':
      return null
    default:
      return outcome satisfies never
  }
}

/** What the bank says when it is asked about a number; null: no answer. */
export function answerAbout(row: BankInstruction | undefined): BankWord | null {
  if (!row) return { kind: 'NOT_KNOWN' }
  if (row.outcome === 'SILENT_PAID' || row.outcome === 'SILENT_UNPAID') return null
  const out = row.entries[0]
  switch (row.state) {
    case 'ACCEPTED':
      return { kind: 'RUNNING' }
    case 'NOT_RECEIVED':
      return { kind: 'NOT_KNOWN' }
    case 'REFUSED':
      return row.code === null ? null : { kind: 'REFUSED', code: row.code }
    case 'PAID':
    case 'RETURNED':
      // Money that has come back arrived first; that it came back stands in the file.
      return out ? { kind: 'PAID', amountFen: row.amountFen, paidAt: out.at } : null
    default:
      return row.state satisfies never
  }
}
