import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openBankFile } from '@mock/node/bank-file'
import { BANK_FILE } from '@mock/node/boot'
import { createBank } from '@mock/partners/bank'
import { openSqliteStore } from '@mock/store/sqlite'
import { clientOf, type Client } from './client'
import { runningServer, type Spawned } from './spawned'
import { withWorkers } from './workers'

jest.setTimeout(400_000)

/**
 * Where a server dies, one after the other: between what is on disk and the bank, between the bank's books and the app's, in the middle of a
 * question. Each has payouts of its own to send, and those that the ones before it have left behind.
 */
const lives = [
  ...['instruct:before:1', 'instruct:after:1', 'instruct:before:2', 'instruct:after:2', 'instruct:after:3'],
  ...['act:before:1', 'act:after:1', 'act:before:2', 'act:after:2', 'act:after:3'],
  // A question needs somebody to ask about.
  ...['instruct:after:3', 'ask:before:1', 'instruct:after:1', 'ask:after:1', 'instruct:before:3', 'ask:after:2'],
  ...['instruct:after:1', 'act:after:2', 'instruct:before:3', 'act:after:4'],
]
const EACH = 3
const MOST_DAYS = 12

const folder = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'zsb-bank-'))
const dataDir = path.join(folder, 'data')
let server: Spawned | undefined
afterAll(async () => {
  await server?.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test(`${lives.length} servers killed on the line to the bank: one success in the app and one booking in the bank's own file for each payout`, async () => {
  mkdirSync(path.join(dataDir, 'files'), { recursive: true })
  const { workers, tester } = await withWorkers(dataDir, lives.length * EACH, true)
  const live = async (dies: string): Promise<Client> => {
    server = await runningServer({ DATA_DIR: dataDir, DIES: dies }, 'tests/faults/mortal-server.ts')
    return clientOf(server.base, `Bearer ${tester}`)
  }
  let kills = 0
  for (const [at, dies] of lives.entries()) {
    const office = await live(dies)
    for (const { id } of workers.slice(at * EACH, (at + 1) * EACH)) {
      const { body } = await office('pushSettlement', { json: { accountId: id } })
      if (body.outcome !== 'MATCHED') throw new Error(`${id}: ${JSON.stringify(body)}`)
    }
    // One in twenty is looked at by people first.
    const { items } = (await office('listOpenClaims')).body as { items: { claimId: string; state: string; ownerZh: string }[] }
    for (const { claimId, state } of items) if (state === 'REVIEWING') await office('decideClaim', { params: { claimId }, json: { decision: 'APPROVE' } })
    kills += (await runsUntilDead(office)) ? 1 : 0
    await server?.stop('SIGKILL')
  }
  const office = await live('')
  for (let day = 0; day < 20; day += 1) await office('moveClock', { json: { advanceDays: 1 } })
  await server?.stop('SIGKILL')

  const store = openSqliteStore(path.join(dataDir, 'mock.db'))
  const payouts = await store.transact((tx) => tx.list('payout')).finally(() => store.close())
  const file = openBankFile(path.join(dataDir, BANK_FILE))
  const ledger = await createBank(file).ledger()
  file.close()
  let renumbered = 0
  for (const { id } of workers) {
    const [payout, ...more] = payouts.filter(({ ownerId }) => ownerId === id)
    expect([id, more.length, payout?.progress.state]).toEqual([id, 0, 'SUCCESS'])
    // One number reached the bank, once; it is the one that the app goes by, and its money left once and stayed.
    const rows = ledger.filter(({ payoutId }) => payoutId === payout?.id)
    expect(rows.map(({ instructionNo, times, state }) => [instructionNo, times, state])).toEqual([[payout?.progress.instructionNo, 1, 'PAID']])
    expect(rows[0]?.entries).toEqual([{ kind: 'OUT', at: payout?.progress.paidAt, amountFen: payout?.amountFen }])
    if (payout?.progress.attemptNo !== 1) renumbered += 1
  }
  // Another number only where the bank never had the first: with both in its file the rows above would be two.
  expect(renumbered).toBeGreaterThan(5)
  const asked = payouts.filter(({ progress }) => progress.history.some(({ event }) => event === 'noAnswer')).length
  console.info(JSON.stringify({ kills, payouts: workers.length, asked, renumbered, lines: readFileSync(path.join(dataDir, BANK_FILE), 'utf8').trim().split('\n').length }))
  expect(kills).toBe(lives.length)
  expect(asked).toBeGreaterThanOrEqual(lives.length)
})

/** @returns whether the server has died on the way */
async function runsUntilDead(office: Client): Promise<boolean> {
  for (let day = 0; day < MOST_DAYS; day += 1) {
    const moved = await office('moveClock', { json: { advanceDays: 1 } }).catch(() => undefined)
    if (!moved) return true
    if (moved.status !== 200) throw new Error(moved.text)
  }
  return false
}
