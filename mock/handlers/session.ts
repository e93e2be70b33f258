import type { Session } from '@/contract/schemas/session'
import { maskMobile, maskName } from '@/domain/masking'
import { ACCESS_SECONDS, endSession, kept, openSession, rotateSession, type Env, type Handler, type Kept, type Tokens } from '../core'
import { sendSms } from '../partners/sms'
import { Refusal } from '../rules/refusal'
import type { Account, Entities } from '../store/entities'
import type { Tx } from '../store/store'
import { randomDigits } from './random'
import { privacy } from './words/privacy'

const CODE_SECONDS = 5 * 60
const RESEND_SECONDS = 60
const MAX_ATTEMPTS = 5

/** Numbers of the test accounts: they belong to no network, so they exist in test mode only. */
const isTestPhone = (phone: string): boolean => /^100\d{8}$/.test(phone)

export const sendSmsCode: Handler<'sendSmsCode'> = async ({ body: { phone }, tx, env }) => {
  const isTest = isTestPhone(phone)
  if (isTest && !env.testMode) throw refusedField('/phone', '请填写您本人的手机号。')

  const wallMs = env.wallMs()
  const last = await tx.get('smsCode', phone)
  // Test accounts are signed in and out all day; only real numbers can be pestered.
  if (last && !isTest && wallMs - last.sentAtMs < RESEND_SECONDS * 1000) throw new Refusal('RATE_LIMITED', '验证码刚刚发出,请一分钟后再获取。')

  const code = isTest ? env.smsCode : randomDigits(env, 6)
  await tx.put('smsCode', newCode(env, phone, code))
  if (!isTest) sendSms(env, phone, code)
  return { phoneMasked: maskMobile(phone), expiresInSeconds: CODE_SECONDS, resendInSeconds: RESEND_SECONDS }
}

export const signIn: Handler<'signIn'> = async ({ body, tx, env, now }) => {
  if (body.privacyVersion !== privacy.version) throw refusedField('/privacyVersion', '隐私说明已更新,请刷新后阅读新版本再登录。')
  const found = body.method === 'wechat' ? await byLoginCode(tx, env, body.code) : await byPhone(tx, env, body.phone, body.code)
  if ('kept' in found) return found

  const account: Account = { ...found, privacy: { version: body.privacyVersion, at: now } }
  await tx.put('account', account)
  return sessionView(account, await openSession(tx, env, account.id, account.roles))
}

export const refreshSession: Handler<'refreshSession'> = async ({ body: { refreshToken }, tx, env }) => {
  const rotated = await rotateSession(tx, env, refreshToken)
  if ('kept' in rotated) return rotated
  const account = await tx.get('account', rotated.session.ownerId)
  if (!account) throw new Refusal('UNAUTHENTICATED')
  return sessionView(account, rotated.tokens)
}

export const signOut: Handler<'signOut'> = async ({ session, tx }) => {
  if (session) await endSession(tx, session.sessionId)
  return undefined
}

async function byLoginCode(tx: Tx, env: Env, code: string): Promise<Account> {
  const [, personaId = ''] = env.testMode ? (/^test:([\w-]+)$/.exec(code) ?? []) : []
  const account = personaId === '' ? undefined : await tx.get('account', personaId)
  if (!account || account.diedOn) throw new Refusal('LOGIN_CODE_INVALID')
  return account
}

async function byPhone(tx: Tx, env: Env, phone: string, code: string): Promise<Account | Kept> {
  const wrong = await checkCode(tx, env, phone, code)
  if (wrong) return kept(wrong)
  const account = (await tx.list('account')).find(({ mobile }) => mobile === phone)
  return account ?? kept(new Refusal('PHONE_NOT_MEMBER'))
}

/** Uses the code up, or counts the wrong attempt: both must survive the refusal, so it is returned and not thrown. */
async function checkCode(tx: Tx, env: Env, phone: string, code: string): Promise<Refusal | null> {
  const wallMs = env.wallMs()
  if (isTestPhone(phone) && !env.testMode) return new Refusal('SMS_CODE_WRONG')
  const sent = await tx.get('smsCode', phone)
  const fixed = isTestPhone(phone) ? newCode(env, phone, env.smsCode) : undefined
  const record = sent && sent.expiresAtMs > wallMs ? sent : fixed
  if (!record) return new Refusal('SMS_CODE_EXPIRED')
  if (record.attempts >= MAX_ATTEMPTS) return new Refusal('RATE_LIMITED', '输错次数太多,请重新获取验证码。')
  if (record.code !== code) {
    await tx.put('smsCode', { ...record, attempts: record.attempts + 1 })
    return new Refusal('SMS_CODE_WRONG')
  }
  await tx.delete('smsCode', phone)
  return null
}

const newCode = (env: Env, phone: string, code: string): Entities['smsCode'] => {
  const wallMs = env.wallMs()
  return { id: phone, code, expiresAtMs: wallMs + CODE_SECONDS * 1000, attempts: 0, sentAtMs: wallMs }
}

const sessionView = (account: Account, tokens: Tokens): Session => ({
  ...tokens,
  expiresInSeconds: ACCESS_SECONDS,
  account: { accountId: account.id, nameMasked: maskName(account.name), roles: account.roles },
})

const refusedField = (pointer: string, wordsZh: string): Refusal => new Refusal('VALIDATION_FAILED', undefined, { [pointer]: wordsZh })
