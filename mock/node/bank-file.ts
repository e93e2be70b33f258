import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BankBooks, BankEntry } from '../partners/bank'

/**
 * The bank's own file: one line of JSON for each call that changed something, appended and fsynced before the bank answers. Nothing in it is
 * ever rewritten. A last line without its end was being written when the machine went down: nobody has been told of it, so it is cut off.
 * @throws the system's error where the file cannot be opened, Error where a whole line is no entry
 */
export function openBankFile(file: string): BankBooks & { close(): void } {
  const fresh = !existsSync(file)
  const handle = openSync(file, 'a+')
  if (fresh) syncFolder(path.dirname(file))
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) ftruncateSync(handle, Buffer.byteLength(whole))
  let entries = parseBankFile(whole)
  return {
    read: () => entries,
    write(added) {
      const { size } = fstatSync(handle)
      try {
        writeFileSync(handle, `${JSON.stringify(added)}\n`)
        fsyncSync(handle)
      } catch (error) {
        // Half a line would spoil the next one.
        ftruncateSync(handle, size)
        throw error
      }
    },
    clear() {
      ftruncateSync(handle, 0)
      fsyncSync(handle)
      entries = []
    },
    close: () => closeSync(handle),
  }
}

/** Lines of the file as entries. */
export const parseBankFile = (text: string): BankEntry[] => text.split('\n').flatMap((line) => (line === '' ? [] : (JSON.parse(line) as BankEntry[])))

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
