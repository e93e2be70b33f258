import path from 'node:path'
import { createReader, type Reader } from '@mock/node/recognition'

const PROGRAM = path.resolve(__dirname, '../../builders/programs/false-reader.ts')
jest.setTimeout(60_000)

let reader: Reader
const log: string[] = []
beforeEach(() => {
  log.length = 0
  reader = createReader({ log: (line) => void log.push(line), program: PROGRAM })
})
afterEach(() => reader.close())

/** The id of the process that read it. */
const read = async (what: string, by: Reader = reader): Promise<number> => Number((await by.read(new TextEncoder().encode(what)))?.codes[0])

it('reads one after the other in one process, in the order they were asked', async () => {
  const order: string[] = []
  const pids = await Promise.all(['a', 'a', 'a'].map((what, i) => read(what).then((pid) => (order.push(`${i}`), pid))))
  expect(order).toEqual(['0', '1', '2'])
  expect(new Set(pids)).toEqual(new Set([reader.pid()]))
})

it('starts another process where one has died, and loses no picture by it', async () => {
  const first = await read('a')
  const second = await read('o')
  expect(second).not.toBe(first)
  expect(await read('a')).toBe(second)
})

it('gives up a picture that kills the process twice, and reads the next', async () => {
  await expect(read('d')).rejects.toThrow('has ended')
  expect(await read('a')).toBe(reader.pid())
})

it('does not try a picture twice that cannot be read', async () => {
  const pid = await read('a')
  await expect(read('b')).rejects.toThrow('not a picture')
  expect(reader.pid()).toBe(pid)
})

it('ends a process that hangs', async () => {
  const impatient = createReader({ log: () => undefined, program: PROGRAM, timeoutMs: 3000 })
  const pid = await read('a', impatient)
  await expect(read('h', impatient)).rejects.toThrow('within 3 s')
  expect(await read('a', impatient)).not.toBe(pid)
  impatient.close()
})

it('waits for one that is slow and at work', async () => {
  const impatient = createReader({ log: () => undefined, program: PROGRAM, timeoutMs: 3000 })
  const pid = await read('a', impatient)
  expect(await read('s', impatient)).toBe(pid)
  impatient.close()
})

it('replaces a process that has grown too large, after its answer', async () => {
  const large = await read('g')
  expect(await read('a')).not.toBe(large)
  expect(reader.peakMb()).toBe(850)
})

it('ends the process when nothing comes any more, and with the server', async () => {
  const short = createReader({ log: () => undefined, program: PROGRAM, idleMs: 50 })
  await read('a', short)
  while (short.pid() !== undefined) await new Promise((resolve) => setTimeout(resolve, 20))
  await read('a', short)
  const waiting = read('h', short)
  short.close()
  await expect(waiting).rejects.toThrow()
  await expect(read('a', short)).rejects.toThrow('closed')
  expect(short.pid()).toBeUndefined()
})
