import { toBase64url } from '@/domain/base64url'
import type { KeyPair } from '@/domain/card-code-sign'
import { deviceKeyName } from './account-storage'
import { fetchCode } from './code'
import { randomBytes } from './random'
import { readStored, writeStored } from './storage'

/**
 * What this phone is known by: one id for the installation, one key pair for each account. Both are made once and stay in the
 * app's storage. The secret key never leaves the phone; a certificate of the server makes it worth something, for seven days.
 */
const VERSION = 1
const ID = 'device-id'

const parseId = (value: unknown): string | undefined => (typeof value === 'string' && /^[\w-]{22}$/.test(value) ? value : undefined)
const isKey = (value: unknown, length: number): value is string => typeof value === 'string' && value.length === length
function parseKey(value: unknown): KeyPair | undefined {
  if (typeof value !== 'object' || value === null || !('publicKey' in value) || !('secretKey' in value)) return undefined
  const { publicKey, secretKey } = value
  return isKey(publicKey, 43) && isKey(secretKey, 86) ? { publicKey, secretKey } : undefined
}

/** Two askers at once must get the same: the second waits for what the first makes. */
const making = new Map<string, Promise<unknown>>()
function once<T>(name: string, make: () => Promise<T>): Promise<T> {
  const running = making.get(name) as Promise<T> | undefined
  if (running) return running
  const run = make().finally(() => making.delete(name))
  making.set(name, run)
  return run
}

/** Id of this installation, 22 signs of base64url. @throws DeviceError UNSUPPORTED (no randomness), STORAGE_FULL, FAILED */
export const deviceId = (): Promise<string> =>
  once(ID, async () => {
    const known = readStored(ID, VERSION, parseId)
    if (known) return known
    const id = toBase64url(await randomBytes(16))
    writeStored(ID, VERSION, id)
    return id
  })

/** The account's key pair on this phone; undefined where none was made yet. */
export const knownDeviceKey = (account: string): KeyPair | undefined => readStored(deviceKeyName(account), VERSION, parseKey)

/** The account's key pair on this phone, made at the first call. @throws DeviceError UNSUPPORTED (no randomness), STORAGE_FULL, FAILED */
export const deviceKey = (account: string): Promise<KeyPair> =>
  once(deviceKeyName(account), async () => {
    const known = knownDeviceKey(account)
    if (known) return known
    // Loaded when a card is first shown: it must not weigh on the home page of H5.
    const { newKeyPair } = await fetchCode(() => import('@/domain/card-code-sign'))
    const made = newKeyPair(await randomBytes(32))
    writeStored(deviceKeyName(account), VERSION, made)
    return made
  })
