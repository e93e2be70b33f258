import { handlers, resume, tick } from '@mock/handlers'
import { boot } from '@mock/node/boot'
import { readSettings } from '@mock/node/settings'
import type { Bank } from '@mock/partners/bank'
import { seed } from '@mock/seed/seed'

/**
 * The real server, dying by SIGKILL on the line to the bank. DIES=instruct:after:2 is the second instruction, once the bank has it in its
 * books and before the app knows.
 */
const [call, when, nth] = (process.env.DIES ?? '').split(':')
let count = 0

function die(): void {
  process.kill(process.pid, 'SIGKILL')
  for (;;);
}

async function mortal<T>(name: string, act: () => Promise<T>): Promise<T> {
  const last = name === call && (count += 1) === Number(nth)
  if (last && when === 'before') die()
  const result = await act()
  if (last) die()
  return result
}

const line = (bank: Bank): Bank => ({
  ...bank,
  instruct: (order, at) => mortal('instruct', () => bank.instruct(order, at)),
  ask: (instructionNo) => mortal('ask', () => bank.ask(instructionNo)),
  act: (at) => mortal('act', () => bank.act(at)),
})

void boot(readSettings(process.env), { handlers, resume, seed, tick, line }, (text) => console.error(text)).then((server) => console.log(`ready http://127.0.0.1:${server.port}`))
