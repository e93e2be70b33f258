import { request } from 'node:http'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Database } from 'node-sqlite3-wasm'
import { signedInAs, type Client } from './client'
import { runningServer, spawnServer } from './spawned'

jest.setTimeout(120_000)

const folder = mkdtempSync(path.join(tmpdir(), 'sigkill-'))
const dataDir = path.join(folder, 'data')
const photo = readFileSync(path.resolve(__dirname, '../builders/fixtures/upright.jpg'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Acknowledged {
  key: string
  claimId: string
  text: string
  documentId?: string
  /** The server said that it has deleted the draft. */
  gone?: true
}

/**
 * Begins drafts, one after the other, until the line breaks, and notes what the server said. The first stays, with a photo, where `keeps`; every other
 * one is deleted again: a person has twenty at most.
 */
async function work(client: Client, name: string, keeps: boolean, noted: Acknowledged[]): Promise<void> {
  for (let i = 0; ; i += 1) {
    const key = `${name}-${i}`
    const claim = await client('createClaim', { json: { cause: 'ACCIDENT' }, headers: { 'idempotency-key': key } })
    const note: Acknowledged = { key, claimId: String(claim.body.claimId), text: claim.text }
    noted.push(note)
    if (i > 0 || !keeps) {
      const { status } = await client('discardClaim', { params: { claimId: note.claimId }, headers: { 'if-match': `"${Number(claim.body.version)}"` } })
      if (status === 204) note.gone = true
      continue
    }
    const params = { claimId: note.claimId }
    const { documentId } = (await client('registerDocument', { params, json: { documentType: 'MEDICAL_INVOICE', clientRef: key, name: 'a.jpg' }, headers: { 'idempotency-key': key } })).body
    const uploaded = await client('uploadDocument', { params: { ...params, documentId: String(documentId) }, file: photo })
    if (uploaded.body.state === 'RECEIVED') note.documentId = String(documentId)
  }
}

test('killed under load, three times over: every acknowledged write is found again, byte for byte', async () => {
  const noted: Acknowledged[] = []
  for (let round = 0; round < 3; round += 1) {
    const server = await runningServer({ DATA_DIR: dataDir })
    const clients = await Promise.all(['courier', 'driver'].map((persona) => signedInAs(server.base, persona)))
    const before = noted.length
    const running = clients.flatMap((client, c) => Array.from({ length: 4 }, (_, w) => work(client, `r${round}c${c}w${w}`, w < 2, noted).catch((error: Error) => error.message)))
    // Killed at another moment each round, but never before there is something to lose.
    while (noted.length - before < 40) await new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, round * 137))
    expect(await server.stop('SIGKILL')).toBe('SIGKILL')
    const ends = await Promise.all(running)
    expect(new Set(ends)).toEqual(new Set(['fetch failed']))
  }
  expect(existsSync(path.join(dataDir, 'mock.db.lock'))).toBe(true)

  const server = await runningServer({ DATA_DIR: dataDir })
  const clients = await Promise.all(['courier', 'driver'].map((persona) => signedInAs(server.base, persona)))
  for (const { key, claimId, text, documentId, gone } of noted) {
    const client = clients[Number(key.charAt(key.indexOf('c') + 1))]
    if (!client) throw new Error(key)
    const again = await client('createClaim', { json: { cause: 'ACCIDENT' }, headers: { 'idempotency-key': key } })
    expect([again.headers.get('idempotent-replay'), again.text]).toEqual(['true', text])
    const found = (await client('getClaim', { params: { claimId } })).body as { documents: { documentId: string; state: string }[] }
    if (gone) expect((await client('getClaim', { params: { claimId } })).status).toBe(404)
    if (documentId) expect(found.documents).toContainEqual(expect.objectContaining({ documentId, state: 'RECEIVED' }))
  }
  expect(noted.filter(({ documentId }) => documentId).length).toBeGreaterThan(5)
  expect(await server.stop('SIGTERM')).toBe(0)

  const database = new Database(path.join(dataDir, 'mock.db'))
  database.exec('pragma locking_mode = exclusive')
  expect(database.all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
  database.close()
  console.info(`${noted.length} acknowledged drafts, ${noted.filter(({ documentId }) => documentId).length} photos, 3 kills, 0 lost`)
})

describe('starting and stopping', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s: exit code 0, nothing left locked', async (signal) => {
    const data = path.join(folder, signal)
    const server = await runningServer({ DATA_DIR: data })
    expect(await server.stop(signal)).toBe(0)
    expect(['mock.db.lock', 'mock.db.pid', 'mock.db-wal'].filter((left) => existsSync(path.join(data, left)))).toEqual([])
  })

  test('Ctrl-C comes twice, from the terminal and from npm start: a running request is answered all the same', async () => {
    const server = await runningServer({ STORE: 'memory' })
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const slow = request(`${server.base}/api/v1/session/refresh`, { method: 'POST', headers: { 'content-type': 'application/json' } }, (answer) => resolve(answer.resume().statusCode))
      slow.on('error', reject).write('{"refreshToken":')
      for (const ms of [200, 400]) setTimeout(() => server.child.kill('SIGINT'), ms)
      setTimeout(() => slow.end('"nobody"}'), 800)
    })
    expect(await answered).toBeGreaterThanOrEqual(400)
    expect(await server.stop('SIGINT')).toBe(0)
  })

  test('a taken port, a used and an unwritable folder, a wrong setting: one line each, exit code 1', async () => {
    const data = path.join(folder, 'used')
    const server = await runningServer({ DATA_DIR: data })
    const { port } = new URL(server.base)
    const failures: [Record<string, string>, RegExp][] = [
      [{ PORT: port, STORE: 'memory' }, /^port \d+ is taken/],
      [{ DATA_DIR: data }, /in use by process \d+/],
      [{ DATA_DIR: path.join(data, 'mock.db', 'below') }, /cannot be used: (ENOTDIR|EEXIST)/],
      [{ PORT: 'eighty' }, /^PORT must be a number/],
    ]
    for (const [env, words] of failures) {
      expect(await spawnServer(env)).toEqual({ code: 1, lines: [expect.stringMatching(words)] })
    }
    expect(await server.stop('SIGTERM')).toBe(0)
  })

  test('without test mode no persona, no test sign-in', async () => {
    const server = await runningServer({ STORE: 'memory', TEST_MODE: '' })
    const status = (at: string, init?: RequestInit) => fetch(`${server.base}/api/v1${at}`, init).then((response) => response.status)
    expect(await status('/test/personas')).toBe(404)
    await expect(signedInAs(server.base, 'courier')).rejects.toThrow('LOGIN_CODE_INVALID')
    await server.stop('SIGTERM')
  })
})
