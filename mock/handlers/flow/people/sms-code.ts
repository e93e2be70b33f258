import type { Env } from '../../../core'
import { Refusal } from '../../../rules/refusal'
import type { Entities } from '../../../store/entities'
import type { Tx } from '../../../store/store'
import { rememberWrong, wrongTooOften } from './wrong-codes'

export const CODE_SECONDS = 5 * 60
const MAX_ATTEMPTS = 5

/** Numbers of the test accounts: they belong to no network, so they exist in test mode only. */
export const isTestPhone = (phone: string): boolean => /^100\d{8}$/.test(phone)

/** Uses the code up, or counts the wrong attempt: both must survive the refusal, so it is returned and not thrown. `remote`: where it was typed. */
export async function checkCode(tx: Tx, env: Env, phone: string, code: string, remote: string): Promise<Refusal | null> {
  const wallMs = env.wallMs()
  if (isTestPhone(phone) && !env.testMode) return new Refusal('SMS_CODE_WRONG')
  const tooOften = await wrongTooOften(tx, env, phone, remote)
  if (tooOften) return tooOften
  const sent = await tx.get('smsCode', phone)
  const fixed = isTestPhone(phone) ? newCode(env, phone, env.smsCode) : undefined
  const record = sent && sent.expiresAtMs > wallMs ? sent : fixed
  if (!record) return new Refusal('SMS_CODE_EXPIRED')
  if (record.attempts >= MAX_ATTEMPTS) return new Refusal('RATE_LIMITED', '输错次数太多，请重新获取验证码。')
  if (record.code !== code) {
    await tx.put('smsCode', { ...record, attempts: record.attempts + 1 })
    await rememberWrong(tx, env, phone, remote)
    return new Refusal('SMS_CODE_WRONG')
  }
  await tx.delete('smsCode', phone)
  return null
}

export const newCode = (env: Env, phone: string, code: string): Entities['smsCode'] => {
  const wallMs = env.wallMs()
  return { id: phone, code, expiresAtMs: wallMs + CODE_SECONDS * 1000, attempts: 0, sentAtMs: wallMs }
}
