import { localDateOf, msOf, toInstant } from '@/domain/dates'
import type { Env } from '../../../core'
import { Refusal } from '../../../rules/refusal'
import type { Tx } from '../../../store/store'

/** Wrong codes that a day of the wall clock takes, of a phone and from an address, however many codes are sent meanwhile (A). */
export const WRONG_A_DAY = { phone: 20, address: 2_000 } as const
type Scope = keyof typeof WRONG_A_DAY

const wordsZh: Record<Scope, string> = {
  phone: '这个手机号今天输错验证码的次数太多，为保护您的账户，请明天再试，或改用微信登录。',
  address: '您所在的网络今天输错验证码的次数太多，请换一个网络，或明天再试。',
}

const dayOf = (env: Env): string => localDateOf(toInstant(env.wallMs()))
const idOf = (scope: Scope, whose: string): string => `${scope} ${whose}`

/** The refusal for a phone or an address that has had its share today, also of right codes; null: it may go on. */
export async function wrongTooOften(tx: Tx, env: Env, phone: string, address: string): Promise<Refusal | null> {
  for (const [scope, whose] of [['phone', phone], ['address', address]] as const) {
    const record = await tx.get('wrongCodes', idOf(scope, whose))
    if (record?.day === dayOf(env) && record.count >= WRONG_A_DAY[scope]) return new Refusal('RATE_LIMITED', wordsZh[scope], {}, { retryAfterSeconds: secondsLeft(env) })
  }
  return null
}

export async function rememberWrong(tx: Tx, env: Env, phone: string, address: string): Promise<void> {
  const day = dayOf(env)
  for (const [scope, whose] of [['phone', phone], ['address', address]] as const) {
    const id = idOf(scope, whose)
    const record = await tx.get('wrongCodes', id)
    await tx.put('wrongCodes', { id, day, count: record?.day === day ? record.count + 1 : 1 })
  }
}

const secondsLeft = (env: Env): number => Math.ceil((msOf(`${dayOf(env)}T00:00:00+08:00`) + 86_400_000 - env.wallMs()) / 1000)
