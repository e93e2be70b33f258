import type { Session } from '@/contract/schemas/session'
import type { BankOutcome, OpenClaim, TestPayout } from '@/contract/schemas/tester'
import type { Chance } from '@tests/unit/chance'
import { clientOf, type Client, type Heard } from './client'

interface Office {
  base: () => string
  tester: string
  /** Whose claim it is. */
  owners: ReadonlyMap<string, Session>
  by: Chance
  killServer(): Promise<void>
}

/** What the bank is told to do with a payout's first instruction; every third is paid at once. */
const outcomes: readonly [BankOutcome, ...BankOutcome[]] = ['PAID', 'PAID', 'PAID', 'PAID', 'BANK_BUSY', 'CUTOFF', 'NETWORK', 'PAYER_BALANCE', 'BANK_NOT_FOUND', 'ACCOUNT_CLOSED', 'NAME_MISMATCH', 'DORMANT', 'NO_ANSWER', 'NO_RESULT', 'SILENT_PAID', 'SILENT_UNPAID', 'RETURNED']
const MOST_DAYS = 40

/**
 * Decides every claim that waits, lets the bank fail in every way, and moves day by day - members bind another card where they are asked
 * to, finance acts by the bank's file - until every payout has arrived. Orders whose answer is lost are given twice.
 * @returns how often what happened
 */
export async function settleAll({ base, tester, owners, by, killServer }: Office): Promise<Record<string, number>> {
  const tally: Record<string, number> = {}
  const note = (what: string): void => void (tally[what] = (tally[what] ?? 0) + 1)
  const office = (): Client => clientOf(base(), `Bearer ${tester}`)
  // An order whose answer nobody heard is given again: it must not be carried out twice.
  const order: Client = async (name, sent) => {
    const first = await office()(name, sent)
    if (!by.once(5)) return first
    note('orderedTwice')
    const second = await office()(name, sent)
    return first.status < 300 ? first : second
  }
  const listed = async <T>(name: 'listOpenClaims' | 'listTestPayouts'): Promise<T[]> => (await office()(name)).body.items as T[]

  // The seed has claims of its own that wait.
  const waiting = (await listed<OpenClaim>('listOpenClaims')).filter(({ claimId }) => owners.has(claimId))
  const ours = new Set<string>()
  for (const [at, { claimId }] of waiting.entries()) {
    const decided = await order('decideClaim', { params: { claimId }, json: { decision: 'APPROVE' } })
    must(decided, 204)
    ours.add(claimId)
    if (at === Math.floor(waiting.length / 2)) await killServer()
  }
  const payouts = async (): Promise<TestPayout[]> => (await listed<TestPayout>('listTestPayouts')).filter(({ claimId }) => ours.has(claimId))
  for (const { payoutId } of await payouts()) {
    const outcome = by.pick(outcomes)
    note(outcome)
    must(await order('planBankOutcome', { params: { payoutId }, json: { outcome } }), 204)
  }
  for (let day = 0; day < MOST_DAYS; day += 1) {
    must(await office()('moveClock', { json: { advanceDays: 1 } }), 200)
    if (day === 1) await killServer()
    const open = (await payouts()).filter(({ state }) => state !== 'SUCCESS' && state !== 'CANCELLED')
    if (open.length === 0 && day > 5) break
    for (const { claimId } of open.filter(({ state }) => state === 'ACCOUNT_REQUIRED')) {
      note('boundAgain')
      await bindAgain(base(), owners.get(claimId), tally.boundAgain ?? 0)
    }
    for (const { payoutId, state } of open.filter((one) => one.state === 'MANUAL')) {
      note(state)
      // First what the bank's file says; only what it does not know as paid is paid again.
      const reconciled = await office()('actAsFinance', { params: { payoutId }, json: { action: 'RECONCILE' } })
      if (reconciled.status >= 300) await office()('actAsFinance', { params: { payoutId }, json: { action: 'FIX' } })
    }
  }
  return tally
}

function must(heard: Heard, status: number): void {
  if (heard.status !== status) throw new Error(`${heard.status}: ${heard.text}`)
}

/** A member whose payout asks for an account gives one that the bank has not refused before, as the app's bank-card page does. */
async function bindAgain(base: string, session: Session | undefined, nth: number): Promise<void> {
  if (!session) throw new Error('a payout for nobody')
  must(await clientOf(base, `Bearer ${session.accessToken}`)('putBankAccount', { json: { cardNumber: anotherCard(nth) } }), 200)
}

/** Another debit card of ICBC for each number. */
function anotherCard(nth: number): string {
  const body = `622202${String(1_000 * nth).padStart(12, '0')}`
  const sum = [...body].reverse().reduce((total, digit, at) => total + (at % 2 === 0 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0 : Number(digit)), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}
