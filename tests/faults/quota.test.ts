import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createCore, openSession, type Core, type Env } from '@mock/core'
import { handlers } from '@mock/handlers'
import { seed } from '@mock/seed/seed'
import { createMemoryFiles } from '@mock/store/memory-files'
import { createMemoryStore } from '@mock/store/memory'
import { openSqliteStore } from '@mock/store/sqlite'
import { createBank } from '@mock/partners/bank'
import type { Store } from '@mock/store/store'
import { requestOf } from '@tests/builders/api'
import { crowd } from '@tests/builders/events'

const MEMBERS = 300
const QUOTA = 50
const ROUNDS = 20
/** 550 commits a round: on a disk they wait for its fsync for a second or more. That a commit is durable is another test's affair. */
const MEMORY_DISK = '/dev/shm'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(existsSync(MEMORY_DISK) ? MEMORY_DISK : os.tmpdir(), 'zsb-quota-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const stores: [string, () => Promise<Store>][] = [
  ['memory', async () => createMemoryStore()],
  ['SQLite', async () => openSqliteStore(path.join(folder, 'quota.db'))],
]

/** 300 signed-in members, and a campaign of their own for each round. */
async function prepare(store: Store): Promise<{ core: Core; tokens: string[] }> {
  const env: Env = { wallMs: () => 1_760_000_000_000, randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)), testMode: true, smsCode: '202507', bank: createBank(), log: (line) => console.error(line) }
  await seed(store, env)
  const people = await crowd({ store }, MEMBERS)
  const tokens: string[] = []
  await store.transact(async (tx) => {
    for (const id of people) tokens.push((await openSession(tx, env, id, ['MEMBER'])).accessToken)
  })
  return { core: createCore({ store, files: createMemoryFiles(), env, handlers }), tokens }
}

/** The next round: a fresh campaign of another plan year, so that those who won may run again. */
async function openRound(store: Store, round: number): Promise<string> {
  const id = `CP-round-${round}`
  await store.transact(async (tx) => {
    const campaign = await tx.get('campaign', 'CP-2026-01')
    if (!campaign) throw new Error('the seed lacks its campaign')
    await tx.put('campaign', { ...campaign, id, quota: QUOTA, used: 0, leased: 0 })
    for (const kind of ['coverage', 'enrolment', 'ticket'] as const) {
      for (const { id: recordId, ownerId } of await tx.list(kind)) if (ownerId.startsWith('worker-')) await tx.delete(kind, recordId)
    }
    for (let at = 0; at < MEMBERS; at += 1) await tx.releaseKey(`enrolment:worker-${at}:P1:2026-11-24`)
  })
  return id
}

it.each(stores)(`${MEMBERS} members at once, each sent twice, quota ${QUOTA}, ${ROUNDS} rounds on %s: exactly ${QUOTA} each round`, async (name, open) => {
  const store = await open()
  try {
    const { core, tokens } = await prepare(store)
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const campaignId = await openRound(store, round)
      const started = performance.now()
      const pairs = await Promise.all(
        tokens.map((token, at) => {
          const request = requestOf('createEnrolment', { body: { campaignId, consents: [] }, key: `round-${round}-${at}` }, token)
          return Promise.all([core.handle(request), core.handle(request)])
        }),
      )
      times.push(performance.now() - started)
      expect(pairs.filter(([one]) => one.status === 201)).toHaveLength(QUOTA)
      expect(pairs.filter(([one]) => one.status === 409)).toHaveLength(MEMBERS - QUOTA)
      for (const [one, two] of pairs) expect([two.status, two.text]).toEqual([one.status, one.text])
      const kept = await store.transact(async (tx) => ({
        campaign: await tx.get('campaign', campaignId),
        enrolments: (await tx.list('enrolment')).filter((enrolment) => enrolment.campaignId === campaignId).length,
        activated: (await tx.list('ticket')).filter((ticket) => ticket.campaignId === campaignId && ticket.progress.state === 'ACTIVATED').length,
      }))
      expect(kept).toMatchObject({ campaign: { used: QUOTA, leased: 0 }, enrolments: QUOTA, activated: QUOTA })
    }
    console.info(`${name}: ${MEMBERS * 2} requests a round in ${Math.round(times.reduce((sum, ms) => sum + ms, 0) / ROUNDS)} ms on average`)
  } finally {
    await store.close()
  }
}, 120_000)
