import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { hostileFiles, oddButGood } from '@tests/builders/hostile-files'
import { signedInAs, type Client, type Heard } from './client'
import { hashOf } from './hand-in'
import { runningServer, type Spawned } from './spawned'

jest.setTimeout(120_000)
/** Room for the server and good files, KB; the size that a bad picture says it has would take gigabytes. */
const MOST_MEMORY_KB = 400 * 1024
const folder = mkdtempSync(path.join(tmpdir(), 'hostile-'))
const files = path.join(folder, 'data', 'files')
let server: Spawned
let driver: Client
beforeAll(async () => {
  server = await runningServer({ DATA_DIR: path.join(folder, 'data'), RECOGNITION: 'off' })
  driver = await signedInAs(server.base, 'driver')
})
afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

let count = 0
async function send(claimId: string, bytes: Uint8Array, name = '票据.jpg'): Promise<Heard> {
  count += 1
  const params = { claimId }
  const { documentId } = (await driver('registerDocument', { params, json: { documentType: 'OTHER', clientRef: `hostile-${count}`, name }, headers: { 'idempotency-key': `hostile-${count}` } })).body
  return driver('uploadDocument', { params: { ...params, documentId: String(documentId) }, file: bytes })
}
const aClaim = async (key: string): Promise<string> => String((await driver('createClaim', { json: { cause: 'ACCIDENT' }, headers: { 'idempotency-key': key } })).body.claimId)

test('each bad file gets a reason of its own, all at once, while good ones beside them arrive', async () => {
  const found = []
  // A claim takes ten files of a kind: in batches, each of hostile files and one good one at the same time.
  for (let from = 0; from < hostileFiles.length; from += 5) {
    const claimId = await aClaim(`batch-${from}`)
    const batch = hostileFiles.slice(from, from + 5)
    const good = oddButGood[from / 5] ?? oddButGood[0]
    const answers = await Promise.all([...batch.map(({ bytes }) => send(claimId, bytes())), ...(good ? [send(claimId, good.bytes(), good.name)] : [])])
    const [taken] = answers.splice(-1)
    expect([good?.name, taken?.status, taken?.body.state, taken?.body.name]).toEqual([good?.name, 200, 'RECEIVED', good?.name])
    found.push(...answers.map(({ body }, at) => ({ what: batch[at]?.what, code: body.code, detail: body.detail })))
    // Shown as not received, with the same words, also after a restart of the app.
    const { documents } = (await driver('getClaim', { params: { claimId } })).body as { documents: { state: string; reasonZh: string | null }[] }
    expect(documents.filter(({ state }) => state === 'FAILED').map(({ reasonZh }) => reasonZh).sort()).toEqual(answers.map(({ body }) => body.detail).sort())
  }
  expect(found).toEqual(hostileFiles.map(({ what, code, wordsZh }) => ({ what, code, detail: expect.stringContaining(wordsZh) as string })))
  const words = new Set(found.map(({ detail }) => detail))
  expect(words.size).toBe(hostileFiles.length - 1)
})

test('odd names and four colours are taken, and nothing on the disk is called by a name from outside', async () => {
  const claimId = await aClaim('odd')
  for (const { name, bytes } of oddButGood) {
    const taken = await send(claimId, bytes(), name)
    expect([name, taken.status, taken.body.state, taken.body.name]).toEqual([name, 200, 'RECEIVED', name])
    const hash = hashOf(bytes())
    expect(existsSync(path.join(files, hash.slice(0, 2), hash))).toBe(true)
  }
  const found = readdirSync(files, { recursive: true }).map(String)
  expect(found.length).toBeGreaterThan(oddButGood.length)
  expect(found.filter((name) => !/^[0-9a-f]{2}(\/[0-9a-f]{64})?$/.test(name))).toEqual([])
})

test('the process of the API never needed more than 400 MB', () => {
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1])
  console.info(`peak memory of the API process: ${Math.round(peak / 1024)} MB`)
  expect(peak).toBeLessThan(MOST_MEMORY_KB)
})
