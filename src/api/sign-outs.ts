import { readStored, removeStored, storedKeys, writeStored } from '@/platform/storage'
import { ApiError } from './api-error'
import { call } from './call'
import { newKey } from './keys'

/** One stored key a sign-out that the server has not heard of. It belongs to nobody who is signed in. */
const PREFIX = 'sign-out.'
const VERSION = 1
const RETRY_MS = 60_000
const parse = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Keeps a sign-out until the server has been told, and tells it. The session has ended on this phone whatever becomes of that. */
export function keepSignOut(refreshToken: string): void {
  const key = PREFIX + newKey()
  try {
    writeStored(key, VERSION, refreshToken)
  } catch {
    // A full phone: at least this once.
    void isTold(refreshToken)
    return
  }
  tellSignOuts()
}

let timer: ReturnType<typeof setTimeout> | undefined

/** Tells the server of every sign-out that it has not heard of; again after a minute where it cannot be reached. */
export function tellSignOuts(): void {
  clearTimeout(timer)
  for (const key of storedKeys().filter((one) => one.startsWith(PREFIX))) {
    const token = readStored(key, VERSION, parse)
    if (token === undefined) removeStored(key)
    else
      void isTold(token).then((told) => {
        clearTimeout(timer)
        if (told) removeStored(key)
        else timer = setTimeout(tellSignOuts, RETRY_MS)
      })
  }
}

/** False where the server could not be asked; a refusal ends the matter. */
const isTold = (refreshToken: string): Promise<boolean> =>
  call('endSession', { body: { refreshToken } }).then(
    () => true,
    (error: unknown) => error instanceof ApiError && error.status >= 400 && !error.retryable,
  )
