import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inspectFile } from '@mock/core/documents'
import { openBankFile } from '@mock/node/bank-file'
import { BANK_FILE } from '@mock/node/boot'
import { createBank } from '@mock/partners/bank'
import { openSqliteStore } from '@mock/store/sqlite'
import { photo } from '@tests/builders/photo'
import { chance } from '@tests/unit/chance'
import { badLine } from './bad-line'
import { settleAll } from './finance-days'
import { errand, forgotten, hashOf, nextStep, photoOf, type Errand } from './hand-in'
import { createPhone } from './phone'
import { runningServer, type Spawned } from './spawned'
import { withWorkers } from './workers'

jest.setTimeout(180_000)
/** Enough that every kind of fault meets every step of a claim several times; one request in so many goes wrong. */
const CLAIMS = 200
const ONE_FAULT_IN = 6
const SEED = 20261125
/** 4,000 commits would wait for a real disk for half a minute; that a commit is durable is the affair of sigkill.test.ts. */
const folder = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'zsb-faults-'))
const dataDir = path.join(folder, 'data')
let server: Spawned | undefined
afterAll(async () => {
  await server?.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test(`${CLAIMS} claims through a bad line, killed apps and killed servers: each once, each file there or shown as missing, each paid once`, async () => {
  mkdirSync(path.join(dataDir, 'files'), { recursive: true })
  const { workers, tester } = await withWorkers(dataDir, CLAIMS)
  const by = chance(SEED)
  const start = async (): Promise<void> => void (server = await runningServer({ DATA_DIR: dataDir, RECOGNITION: 'off' }))
  await start()
  const base = (): string => server?.base ?? ''
  const line = badLine(base, by, ONE_FAULT_IN)
  const phone = createPhone(line)
  const again = async (): Promise<void> => {
    await server?.stop('SIGKILL')
    await start()
  }
  const counted = { appKills: 0, serverKills: 0, offline: 0, leftAlone: 0 }

  const begun = Date.now()
  // ---- members hand in, one phone, one after the other; some leave in the middle and come back when the rest is done
  const errands = workers.map((worker) => errand(worker, phone.app(), by.once(8)))
  const clumsy = errands.filter((one) => one.clumsy)
  const queue: Errand[] = [...errands]
  for (let one = queue.shift(); one; one = queue.shift()) {
    phone.app().signedIn(one.worker.session)
    let words = ''
    for (let turn = 0; ; turn += 1) {
      if (turn > 400) throw new Error(`${one.worker.id} gets nowhere: ${words} ${JSON.stringify(phone.app().useOutbox.getState().items)}`)
      if (by.once(50)) {
        counted.offline += 1
        line.setOnline(false)
        setTimeout(() => line.setOnline(true), by.whole(5, 40))
      }
      const killed = counted.serverKills < 3 && queue.length < CLAIMS - 50 * (counted.serverKills + 1) ? pauseThen(by.whole(0, 20), again) : undefined
      if (killed) counted.serverKills += 1
      const step = nextStep(phone, one).catch((error: unknown) => {
        // The member sees the words and presses again; anything but an ApiError is a defect.
        if (!(error instanceof Error) || error.name !== 'ApiError') throw error
        words = error.message
        return false
      })
      // An app that is killed never comes to the end of its step: whoever waits for it would wait for ever.
      const dies = by.once(40) ? pauseThen(by.whole(0, 25), async () => phone.kill()) : undefined
      const done = dies ? await Promise.race([step, dies.then(() => false)]) : await step
      if (dies) {
        await dies
        counted.appKills += 1
        if (!done) forgotten(one, phone.app())
      }
      await killed
      // A member takes a moment to press again.
      if (!done) await pauseThen(1, async () => undefined)
      if (done) break
      if (by.once(120) && queue.length > 0) {
        counted.leftAlone += 1
        queue.push(one)
        break
      }
    }
  }
  expect(line.foreign).toEqual([])
  expect(phone.app().useOutbox.getState().items).toEqual([])
  // What is no paper was shown as not received, with its reason, every time and nowhere else.
  expect(errands.filter(({ shown }) => shown.some((words) => words.includes('网页文件'))).map(({ worker }) => worker.id)).toEqual(clumsy.map(({ worker }) => worker.id))
  expect(clumsy.length).toBeGreaterThan(10)

  // ---- the office decides, the bank pays, finance mends what does not arrive
  line.mend()
  const handedIn = Date.now()
  const owners = new Map(errands.map(({ claimId, worker }) => [claimId ?? '', worker.session]))
  const tally = await settleAll({ base, tester, owners, by, killServer: again })
  expect(await server?.stop('SIGTERM')).toBe(0)

  // ---- what the disk says
  const store = openSqliteStore(path.join(dataDir, 'mock.db'))
  const found = await store.transact(async (tx) => ({ claims: await tx.list('claim'), documents: await tx.list('document'), payouts: await tx.list('payout') })).finally(() => store.close())
  const file = openBankFile(path.join(dataDir, BANK_FILE))
  const ledger = await createBank(file).ledger()
  file.close()
  const clean = hashOf(await sanitised(photo('any of them: only their comments differ')))
  let files = 0
  for (const worker of workers) {
    const claims = found.claims.filter(({ ownerId }) => ownerId === worker.id)
    expect(claims.map(({ progress }) => progress.state)).toEqual(['PAID'])
    const documents = found.documents.filter(({ ownerId, state }) => ownerId === worker.id && state === 'RECEIVED')
    const types = documents.map(({ documentType }) => documentType)
    expect(new Set(types).size).toBe(types.length)
    for (const { documentType, hash } of documents) {
      expect(hash).toBe(hashOf(photoOf(worker, documentType)))
      expect(hashOf(readFileSync(path.join(dataDir, 'files', (hash ?? '').slice(0, 2), hash ?? '')))).toBe(clean)
      files += 1
    }
    // The bank's own file: money for this claim left once and stayed once, to the fen that was decided.
    const [payout, ...more] = found.payouts.filter(({ ownerId, progress }) => ownerId === worker.id && progress.state !== 'CANCELLED')
    expect([more.length, payout?.progress.state, payout?.amountFen]).toEqual([0, 'SUCCESS', claims[0]?.decision?.amountFen])
    const entries = ledger.filter(({ payoutId }) => payoutId === payout?.id).flatMap((instruction) => instruction.entries)
    const out = entries.filter(({ kind }) => kind === 'OUT')
    expect(out.length - entries.filter(({ kind }) => kind === 'BACK').length).toBe(1)
    expect(out.every(({ amountFen }) => amountFen === payout?.amountFen)).toBe(true)
    expect(ledger.find(({ instructionNo }) => instructionNo === payout?.progress.instructionNo)?.state).toBe('PAID')
  }
  expect(ledger.filter(({ entries }) => entries.filter(({ kind }) => kind === 'OUT').length > 1)).toEqual([])
  console.info(JSON.stringify({ secondsOfClaims: Math.round((handedIn - begun) / 1000), secondsOfPayouts: Math.round((Date.now() - handedIn) / 1000), claims: CLAIMS, files, instructions: ledger.length, ...counted, ...line.tally, bank: tally }))
  for (const fault of Object.values(line.tally)) expect(fault).toBeGreaterThan(0)
  expect(counted.appKills).toBeGreaterThan(5)
  expect(counted.serverKills).toBe(3)
})

const pauseThen = (ms: number, act: () => Promise<void>): Promise<void> => new Promise<void>((resolve) => setTimeout(resolve, ms)).then(act)

async function sanitised(bytes: Uint8Array): Promise<Uint8Array> {
  const looked = await inspectFile(bytes)
  if (!looked.ok) throw new Error(looked.code)
  return looked.sanitised
}
