import { useQuery } from '@tanstack/react-query'
import { useEffect, useReducer, useState } from 'react'
import { messageOf } from '@/api/api-error'
import { deviceQuery, type DeviceRegistration } from '@/api/device'
import { fetchCode } from '@/platform/code'
import { knownDeviceKey } from '@/platform/device-key'
import { onAppShow } from '@/platform/network'
import { randomBytes } from '@/platform/random'
import { accountKey } from '@/state/session-store'
import { clockDrifts, clockIsOff } from './clock'

export type CardCode =
  | { kind: 'loading' }
  /** `drifts`: readers take it for amber, because the phone's clock is off by more than 90 s. */
  | { kind: 'code'; text: string; drifts: boolean; until: number; now: () => number; onEnd: () => void }
  /** No reader would take a code of this phone before its clock is put right. */
  | { kind: 'clock'; retry: () => void }
  /** Seven days without a network. */
  | { kind: 'expired'; retry: () => void }
  /** The phone is not registered yet, or cannot sign; `detail`: why, in words. */
  | { kind: 'none'; detail: string | null; retry: () => void }

/** Each code is shown this long (A: codeRotateSeconds); readers take it for green half a minute more. */
const SHOWN_MS = 60_000

interface Signed {
  certificate: string
  text: string
  atMs: number
}

/** The code that is valid now, signed by this phone each minute, with or without a network. */
export function useCardCode(): CardCode {
  const query = useQuery(deviceQuery())
  const [minute, turn] = useReducer((count: number) => count + 1, 0)
  const [signed, setSigned] = useState<Signed | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const device = query.data
  useEffect(() => {
    if (!device) return undefined
    let wanted = true
    void sign(device).then(
      (made) => wanted && (setSigned(made), setFailure(null)),
      (error: unknown) => wanted && setFailure(error),
    )
    return () => {
      wanted = false
    }
  }, [device?.certificate, minute])
  // While the app was away minutes have passed and the clock may have been set.
  useEffect(() => onAppShow(turn), [])

  const retry = (): void => {
    turn()
    void query.refetch()
  }
  const nowMs = Date.now()
  if (!device) return query.fetchStatus === 'fetching' ? { kind: 'loading' } : { kind: 'none', detail: messageOf(query.error), retry }
  if (clockIsOff(device, nowMs)) return { kind: 'clock', retry }
  if (device.expiresMs <= nowMs) return query.fetchStatus === 'fetching' ? { kind: 'loading' } : { kind: 'expired', retry }
  if (failure !== null) return { kind: 'none', detail: messageOf(failure), retry }
  if (signed?.certificate !== device.certificate) return { kind: 'loading' }
  return { kind: 'code', text: signed.text, drifts: clockDrifts(device, nowMs), until: signed.atMs + SHOWN_MS, now: () => Date.now(), onEnd: turn }
}

/** The phone's own time goes into the code: readers compare it with theirs, and a phone that is off shall be noticed. */
async function sign({ certificate, publicKey }: DeviceRegistration): Promise<Signed> {
  const key = knownDeviceKey(accountKey())
  if (key?.publicKey !== publicKey) throw new Error('card: the key of the certificate is no longer on this phone')
  const { encodeCardCode } = await fetchCode(() => import('@/domain/card-code-sign'))
  const nonce = await randomBytes(12)
  const atMs = Date.now()
  return { certificate, atMs, text: encodeCardCode({ certificate, deviceSecretKey: key.secretKey, nowMs: atMs, nonce }) }
}
