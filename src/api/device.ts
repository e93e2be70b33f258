import { queryOptions } from '@tanstack/react-query'
import { msOf } from '@/domain/dates'
import { deviceId, deviceKey } from '@/platform/device-key'
import { accountKey } from '@/state/session-store'
import { call } from './call'

/** The server's word for this phone's key, kept on the phone: with it the card shows codes for days without a network. */
export interface DeviceRegistration {
  publicKey: string
  certificate: string
  expiresMs: number
  /** Both clocks at the moment of the answer, ms: how far the phone's is off. */
  serverMs: number
  deviceMs: number
}

/** Renewed whenever the card is opened with a network, so that a phone goes into the basement with seven whole days. */
const FRESH_MS = 10 * 60_000

/** @throws ApiError; DeviceError UNSUPPORTED (no randomness), STORAGE_FULL */
export const deviceQuery = () => {
  const account = accountKey()
  return queryOptions({
    queryKey: [account, 'device'],
    queryFn: async ({ signal }): Promise<DeviceRegistration> => {
      const id = await deviceId()
      const { publicKey } = await deviceKey(account)
      const { certificate, expiresAt, serverTime } = await call('registerDevice', { params: { deviceId: id }, body: { publicKey }, signal })
      return { publicKey, certificate, expiresMs: msOf(expiresAt), serverMs: msOf(serverTime), deviceMs: Date.now() }
    },
    staleTime: FRESH_MS,
    refetchInterval: FRESH_MS,
  })
}
