import { signDeviceCertificate } from '@/domain/card-code'
import { toInstant } from '@/domain/dates'
import type { Handler } from '../core'
import { Refusal } from '../rules/refusal'
import { deviceKeyName, memberRefOf, serverKeys } from './flow/events/card-keys'
import { requireConsent } from './guards'

const CERTIFIED_MS = 7 * 24 * 3_600_000

/** Codes are compared with the clocks of phones, so certificates live on the wall clock, as sessions do. */
export const registerDevice: Handler<'registerDevice'> = async ({ account, body, params, tx, env }) => {
  await requireConsent(tx, account.id, 'C1')
  const { deviceId } = params
  const id = `${account.id}:${deviceId}`
  const before = await tx.get('memberDevice', id)
  const holder = await tx.claimKey(deviceKeyName(body.publicKey), id)
  if (holder !== id) throw new Refusal('VALIDATION_FAILED', undefined, { '/publicKey': '设备密钥已被使用，请重新生成。' })
  const replaced = before && before.publicKey !== body.publicKey ? before.publicKey : null
  if (replaced !== null) await tx.releaseKey(deviceKeyName(replaced))

  const expiresMs = env.wallMs() + CERTIFIED_MS
  await tx.put('memberDevice', { id, ownerId: account.id, deviceId, publicKey: body.publicKey, expiresMs, revokedKeys: [...(before?.revokedKeys ?? []), ...(replaced === null ? [] : [replaced])].slice(-10) })
  const { secretKey } = await serverKeys(tx, env)
  const memberRef = await memberRefOf(tx, env, account)
  return { deviceId, certificate: signDeviceCertificate(secretKey, { memberRef, deviceKey: body.publicKey, expiresMs }), expiresAt: toInstant(expiresMs), serverTime: toInstant(env.wallMs()) }
}
