import { fromBase64url, toBase64url } from '@/domain/base64url'
import { SEAL_KEY_BYTES } from '@/domain/sealed'
import { accountStorage } from './account-storage'
import { readStored, removeStored, writeStored } from './storage'

/**
 * Key of what a rep's phone holds of members while it waits for a network. It lies in the app's own storage, so it guards copies of
 * the queue and not a phone that is in foreign hands unlocked; thrown away when nothing waits, it makes what was left unreadable.
 */
const VERSION = 1
const nameOf = (account: string): string => accountStorage.queueKey + account
const parse = (value: unknown): Uint8Array | undefined => {
  const bytes = typeof value === 'string' ? fromBase64url(value) : undefined
  return bytes?.length === SEAL_KEY_BYTES ? bytes : undefined
}

/** The key of this account, if there is one. */
export const knownQueueKey = (account: string): Uint8Array | undefined => readStored(nameOf(account), VERSION, parse)

/** The key of this account; `spare` (random, `SEAL_KEY_BYTES` of sealed.ts) becomes it where there is none. Synchronous: between key and queue nobody may throw it away. @throws DeviceError STORAGE_FULL */
export function queueKey(account: string, spare: Uint8Array): Uint8Array {
  const known = knownQueueKey(account)
  if (known) return known
  writeStored(nameOf(account), VERSION, toBase64url(spare))
  return spare
}

export const forgetQueueKey = (account: string): void => removeStored(nameOf(account))
