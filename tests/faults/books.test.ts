import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { BANK_FILE } from '@mock/node/boot'
import { runningServer, spawnServer } from './spawned'

jest.setTimeout(120_000)

const folder = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'zsb-books-'))
const DATA_DIR = path.join(folder, 'data')
const file = path.join(DATA_DIR, BANK_FILE)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['is gone', () => rmSync(file, { force: true })],
  ['has lost its rows', () => writeFileSync(file, '')],
])('a database whose bank file %s starts nothing and says what to do; with the file back it goes on', async (_, spoil) => {
  await (await runningServer({ DATA_DIR })).stop('SIGTERM')
  renameSync(file, `${file}.kept`)
  spoil()
  for (const _try of [1, 2]) {
    const failed = await spawnServer({ DATA_DIR })
    if (!('lines' in failed)) throw new Error(`started: ${await failed.stop('SIGTERM')}`)
    expect([failed.code, failed.lines]).toEqual([1, [expect.stringMatching(/bank\.jsonl does not belong to the mock\.db beside it.*pay twice.*fresh seed/)]])
  }
  renameSync(`${file}.kept`, file)
  expect(await (await runningServer({ DATA_DIR })).stop('SIGTERM')).toBe(0)
})
