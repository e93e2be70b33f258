import type { Endpoint } from '@/contract/endpoints'
import type { Role } from '@/contract/schemas/common'
import { Refusal } from '../rules/refusal'
import type { Account, SessionRecord } from '../store/entities'
import type { Tx } from '../store/store'
import { sha256Hex } from './hash'
import { kept } from './problem'
import type { Env, Kept } from './types'

/** Life of tokens, on the wall clock: moving the scheme's time must not sign anyone out. */
export const ACCESS_SECONDS = 15 * 60
export const REFRESH_SECONDS = 30 * 24 * 3600
/** Old refresh tokens that are still recognised as reused; one every 15 minutes makes this two days of steady use. */
const REMEMBERED = 200

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export interface Tokens {
  accessToken: string
  refreshToken: string
}
export interface Caller {
  session: SessionRecord
  /** null for the tester's own session. */
  account: Account | null
  roles: Role[]
}

/** Base64url signs, 6 bits each: 22 hold more than 128 bits. */
export const randomText = (env: Env, length: number): string =>
  Array.from(env.randomBytes(length), (byte) => ALPHABET.charAt(byte % 64)).join('')

const newToken = (env: Env, sessionId: string): string => `${sessionId}.${randomText(env, 43)}`

/** A token is `<session id>.<secret>`: its session is found by key, and the store keeps only the hash of it. */
const sessionOf = (tx: Tx, token: string): Promise<SessionRecord | undefined> => tx.get('session', token.slice(0, Math.max(0, token.indexOf('.'))))

/** A new session (one family of tokens) of an account, or of `tester`. */
export async function openSession(tx: Tx, env: Env, ownerId: string, roles: Role[]): Promise<Tokens> {
  const id = randomText(env, 22)
  return renew(tx, env, { id, ownerId, family: id, accessHash: '', accessExpiresMs: 0, refreshHash: null, refreshExpiresMs: 0, usedRefreshHashes: [], roles, ended: false })
}

/**
 * Rotates the tokens of a session.
 * @returns the new tokens, or `kept(REFRESH_REUSED)`: reuse of an old token ends the family, and that must stay written
 * @throws UNAUTHENTICATED for an unknown, ended or expired token
 */
export async function rotateSession(tx: Tx, env: Env, refreshToken: string): Promise<{ tokens: Tokens; session: SessionRecord } | Kept> {
  const session = await sessionOf(tx, refreshToken)
  const hash = sha256Hex(refreshToken)
  if (!session || session.ended) throw new Refusal('UNAUTHENTICATED')
  if (session.usedRefreshHashes.includes(hash)) {
    await endSession(tx, session.id)
    return kept(new Refusal('REFRESH_REUSED'))
  }
  if (session.refreshHash !== hash || session.refreshExpiresMs <= env.wallMs()) throw new Refusal('UNAUTHENTICATED')
  return { tokens: await renew(tx, env, session), session }
}

/** Ends a session: both its tokens stop working. Ending one that is gone is no error. */
export async function endSession(tx: Tx, sessionId: string): Promise<void> {
  const session = await tx.get('session', sessionId)
  if (session) await tx.put('session', { ...session, ended: true })
}

async function renew(tx: Tx, env: Env, session: SessionRecord): Promise<Tokens> {
  const tokens = { accessToken: newToken(env, session.id), refreshToken: newToken(env, session.id) }
  const wallMs = env.wallMs()
  await tx.put('session', {
    ...session,
    accessHash: sha256Hex(tokens.accessToken),
    accessExpiresMs: wallMs + ACCESS_SECONDS * 1000,
    refreshHash: sha256Hex(tokens.refreshToken),
    refreshExpiresMs: wallMs + REFRESH_SECONDS * 1000,
    usedRefreshHashes: [...session.usedRefreshHashes, ...(session.refreshHash === null ? [] : [session.refreshHash])].slice(-REMEMBERED),
  })
  return tokens
}

/** Who asks. @returns null without a bearer token @throws UNAUTHENTICATED for a token that is wrong, expired or ended */
export async function authenticate(tx: Tx, env: Env, authorization: string | undefined): Promise<Caller | null> {
  if (!authorization) return null
  const token = /^Bearer (\S{20,128})$/i.exec(authorization)?.[1]
  const session = token === undefined ? undefined : await sessionOf(tx, token)
  if (!token || !session || session.ended || session.accessExpiresMs <= env.wallMs() || session.accessHash !== sha256Hex(token)) throw new Refusal('UNAUTHENTICATED')
  const account = (await tx.get('account', session.ownerId)) ?? null
  return { session, account, roles: account ? account.roles : session.roles }
}

/** The tester plays the office too: there is one only in test mode. */
const office: readonly Role[] = ['UNION', 'REVIEWER', 'TESTER']
const claimants: readonly Role[] = ['MEMBER', 'BENEFICIARY', 'AGENT']

/** Lets the caller in, or not, by the endpoint's row. @throws UNAUTHENTICATED, NOT_MEMBER, FORBIDDEN */
export function admit({ auth }: Endpoint, caller: Caller | null): Caller | null {
  if (auth === 'public') return null
  if (!caller) throw new Refusal('UNAUTHENTICATED')
  if (auth === 'tester' && !caller.roles.includes('TESTER')) throw new Refusal('FORBIDDEN')
  if (auth === 'rep' && !(caller.account && caller.roles.includes('REP'))) throw new Refusal('FORBIDDEN')
  if (auth === 'office' && !caller.roles.some((role) => office.includes(role))) throw new Refusal('FORBIDDEN')
  if (auth === 'claimant' && !(caller.account && caller.roles.some((role) => claimants.includes(role)))) throw new Refusal('NOT_MEMBER')
  if (auth === 'member' && !(caller.account && caller.roles.includes('MEMBER'))) throw new Refusal('NOT_MEMBER')
  if (auth === 'signedIn' && !caller.account) throw new Refusal('UNAUTHENTICATED')
  return caller
}
