import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openBankFile, parseBankFile } from '@mock/node/bank-file'
import { createBank, NEXT, type Bank, type BankOrder, type BankPlan } from '@mock/partners/bank'

const folder = mkdtempSync(path.join(tmpdir(), 'bank-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const newFile = (): string => path.join(folder, `bank-${(files += 1)}.jsonl`)

const order = (no = 1): BankOrder => ({ instructionNo: `PY-1-${no}`, payoutId: 'PY-1', amountFen: 800_000, accountNumber: '6222020001000000012', dueOn: '2026-12-01' })
const plan = (parts: Partial<BankPlan>): BankPlan => ({ payoutId: 'PY-1', outcome: 'PAID', returnCode: 'ACCOUNT_CLOSED', times: 1, ...parts })
const SENT = '2026-12-01T16:00:00+08:00'
const ANSWERED = '2026-12-01T16:01:00+08:00'
const BOOKED = '2026-12-01T18:00:00+08:00'
const BACK = '2026-12-02T10:00:00+08:00'

/** Each returns a bank, and how to take it up again as the next process would. */
const banks: [string, () => { bank: Bank; again(): Bank }][] = [
  ['in memory', () => {
    const bank = createBank()
    return { bank, again: () => bank }
  }],
  ['on its own file', () => {
    const file = newFile()
    return { bank: createBank(openBankFile(file)), again: () => createBank(openBankFile(file)) }
  }],
]

describe.each(banks)('a bank %s', (_, open) => {
  it('takes an instruction, answers a minute later and books at 18:00 of the day of arrival', async () => {
    const { bank, again } = open()
    await bank.instruct(order(), SENT)
    expect(await bank.ask('PY-1-1')).toEqual({ kind: 'RUNNING' })
    expect(await again().nextAt()).toBe(ANSWERED)
    expect(await again().act(ANSWERED)).toEqual([{ instructionNo: 'PY-1-1', payoutId: 'PY-1', word: { kind: 'RUNNING' } }])
    expect(await again().nextAt()).toBe(BOOKED)
    const last = again()
    expect(await last.act(BOOKED)).toEqual([{ instructionNo: 'PY-1-1', payoutId: 'PY-1', word: { kind: 'PAID', amountFen: 800_000, paidAt: BOOKED } }])
    expect([await last.nextAt(), await last.ask('PY-1-1')]).toEqual([null, { kind: 'PAID', amountFen: 800_000, paidAt: BOOKED }])
    expect(await again().ledger()).toMatchObject([{ state: 'PAID', times: 1, last4: '0012', entries: [{ kind: 'OUT', at: BOOKED, amountFen: 800_000 }] }])
  })

  it('tells what it did once, heard or not, and says it again only when it is asked', async () => {
    const { bank, again } = open()
    await bank.instruct(order(), SENT)
    await bank.act(ANSWERED)
    await bank.act(BOOKED)
    const next = again()
    expect([await next.act(BOOKED), await next.nextAt()]).toEqual([[], null])
    expect(await next.ask('PY-1-1')).toMatchObject({ kind: 'PAID' })
  })

  it('moves no money twice for one number, and takes no other content under it', async () => {
    const { bank, again } = open()
    await bank.instruct(order(), SENT)
    await again().instruct(order(), ANSWERED)
    const next = again()
    await next.act(ANSWERED)
    await next.act(BOOKED)
    await next.instruct(order(), BACK)
    await expect(next.instruct({ ...order(), amountFen: 1 }, BACK)).rejects.toThrow('another content')
    await expect(next.instruct({ ...order(), accountNumber: '6222020001000000020' }, BACK)).rejects.toThrow('another content')
    expect(await again().ledger()).toMatchObject([{ state: 'PAID', times: 3, entries: [{ kind: 'OUT' }] }])
  })

  it('says that it does not know a number which never came', async () => {
    const { bank, again } = open()
    expect(await bank.ask('PY-1-1')).toEqual({ kind: 'NOT_KNOWN' })
    expect(await again().ledger()).toEqual([])
  })

  it('does as a tester plans: so many times, for one payout before `next`, until the books begin anew', async () => {
    const { bank, again } = open()
    await bank.plan(plan({ outcome: 'DORMANT', times: 2 }))
    await bank.plan(plan({ payoutId: NEXT, outcome: 'NETWORK' }))
    for (const no of [1, 2, 3, 4]) await again().instruct(order(no), SENT)
    const next = again()
    expect((await next.ledger('PY-1')).map(({ outcome }) => outcome)).toEqual(['DORMANT', 'DORMANT', 'NETWORK', 'PAID'])
    expect([await next.planned('PY-1'), await next.planned(NEXT)]).toEqual([undefined, undefined])
    expect((await next.act(ANSWERED)).map(({ word }) => word)).toEqual([{ kind: 'REFUSED', code: 'DORMANT' }, { kind: 'REFUSED', code: 'DORMANT' }, { kind: 'NEVER_LEFT' }, { kind: 'RUNNING' }])
    expect(await again().ask('PY-1-1')).toEqual({ kind: 'REFUSED', code: 'DORMANT' })
    await next.plan(plan({ outcome: 'RETURNED' }))
    await next.reset()
    expect([await again().ledger(), await again().planned('PY-1'), await again().ask('PY-1-1')]).toEqual([[], undefined, { kind: 'NOT_KNOWN' }])
  })

  it('takes money back into its file without a word', async () => {
    const { bank, again } = open()
    await bank.plan(plan({ outcome: 'RETURNED', returnCode: 'DORMANT' }))
    await bank.instruct(order(), SENT)
    await again().act(ANSWERED)
    await again().act(BOOKED)
    const next = again()
    expect([await next.nextAt(), await next.act(BACK)]).toEqual([BACK, []])
    expect(await again().find('PY-1-1')).toMatchObject({ state: 'RETURNED', code: 'DORMANT', returnAt: BACK, entries: [{ kind: 'OUT' }, { kind: 'BACK', at: BACK }] })
  })
})

describe('the file', () => {
  it('has what was answered, line by line, the newest row of a number counting', async () => {
    const file = newFile()
    const bank = createBank(openBankFile(file))
    await bank.instruct(order(), SENT)
    await bank.act(ANSWERED)
    expect(parseBankFile(readFileSync(file, 'utf8'))).toMatchObject([{ instruction: { answered: false } }, { instruction: { answered: true } }])
  })

  it('loses a line whose writing was cut off, and nothing before or after it', async () => {
    const file = newFile()
    const first = createBank(openBankFile(file))
    await first.instruct(order(1), SENT)
    const { length } = readFileSync(file)
    await first.instruct(order(2), SENT)
    truncateSync(file, length + 40)
    const second = createBank(openBankFile(file))
    expect(await second.ask('PY-1-2')).toEqual({ kind: 'NOT_KNOWN' })
    await second.instruct(order(3), SENT)
    expect((await createBank(openBankFile(file)).ledger()).map(({ instructionNo }) => instructionNo)).toEqual(['PY-1-1', 'PY-1-3'])
  })

  it('is not opened where a whole line says nothing', () => {
    const file = newFile()
    appendFileSync(file, 'not books\n')
    expect(() => openBankFile(file)).toThrow()
  })

  it('keeps a line that could not be written out of the books: the bank has not taken the instruction', async () => {
    const books = { read: () => [], clear: () => undefined, write: () => { throw new Error('disk full') } }
    const bank = createBank(books)
    await expect(bank.instruct(order(), SENT)).rejects.toThrow('disk full')
    expect(await bank.ledger()).toEqual([])
  })
})
