import type { Session } from '@/contract/schemas/session'
import { maskMobile, maskName } from '@/domain/masking'
import { ACCESS_SECONDS, endSession, endSessionOf, keepSessionsFew, kept, openSession, rotateSession, type Env, type Handler, type Kept, type Tokens } from '../core'
import { sendSms } from '../partners/sms'
import { Refusal } from '../rules/refusal'
import type { Account } from '../store/entities'
import type { Tx } from '../store/store'
import { checkCode, CODE_SECONDS, isTestPhone, newCode } from './flow/people/sms-code'
import { wrongTooOften } from './flow/people/wrong-codes'
import { randomDigits } from './random'
import { privacy } from './words/privacy'

const RESEND_SECONDS = 60

export const sendSmsCode: Handler<'sendSmsCode'> = async ({ body: { phone }, tx, env, remote }) => {
  const isTest = isTestPhone(phone)
  if (isTest && !env.testMode) throw refusedField('/phone', '请填写您本人的手机号。')

  // A code that could not be used any more today is not sent.
  const tooOften = await wrongTooOften(tx, env, phone, remote)
  if (tooOften) throw tooOften
  const wallMs = env.wallMs()
  const last = await tx.get('smsCode', phone)
  // Test accounts are signed in and out all day; only real numbers can be pestered.
  if (last && !isTest && wallMs - last.sentAtMs < RESEND_SECONDS * 1000) throw new Refusal('RATE_LIMITED', '验证码刚刚发出，请一分钟后再获取。')

  const code = isTest ? env.smsCode : randomDigits(env, 6)
  await tx.put('smsCode', newCode(env, phone, code))
  if (!isTest) sendSms(env, phone, code)
  return { phoneMasked: maskMobile(phone), expiresInSeconds: CODE_SECONDS, resendInSeconds: RESEND_SECONDS }
}

export const signIn: Handler<'signIn'> = async ({ body, tx, env, now, remote }) => {
  if (body.privacyVersion !== privacy.version) throw refusedField('/privacyVersion', '隐私说明已更新，请刷新后阅读新版本再登录。')
  const found = body.method === 'wechat' ? await byLoginCode(tx, env, body.code) : await byPhone(tx, env, body.phone, body.code, remote)
  if ('kept' in found) return found

  const account: Account = { ...found, privacy: { version: body.privacyVersion, at: now } }
  await tx.put('account', account)
  const tokens = await openSession(tx, env, account.id, account.roles)
  await keepSessionsFew(tx, env, account.id)
  return sessionView(account, tokens)
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

/** A sign-out that had no network is told later. What is unknown or has ended is no error: nothing is left to end. */
export const endSessionByToken: Handler<'endSession'> = async ({ body: { refreshToken }, tx }) => {
  await endSessionOf(tx, refreshToken)
  return undefined
}

async function byLoginCode(tx: Tx, env: Env, code: string): Promise<Account> {
  const [, personaId = ''] = env.testMode ? (/^test:([\w-]+)$/.exec(code) ?? []) : []
  const account = personaId === '' ? undefined : await tx.get('account', personaId)
  if (!account || account.diedOn) throw new Refusal('LOGIN_CODE_INVALID')
  return account
}

async function byPhone(tx: Tx, env: Env, phone: string, code: string, remote: string): Promise<Account | Kept> {
  const wrong = await checkCode(tx, env, phone, code, remote)
  if (wrong) return kept(wrong)
  const account = (await tx.list('account')).find(({ mobile }) => mobile === phone)
  return account ?? kept(new Refusal('PHONE_NOT_MEMBER'))
}

const sessionView = (account: Account, tokens: Tokens): Session => ({
  ...tokens,
  expiresInSeconds: ACCESS_SECONDS,
  account: { accountId: account.id, nameMasked: maskName(account.name), roles: account.roles },
})

const refusedField = (pointer: string, wordsZh: string): Refusal => new Refusal('VALIDATION_FAILED', undefined, { [pointer]: wordsZh })
