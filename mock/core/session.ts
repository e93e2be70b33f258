import type { Endpoint } from '@/contract/endpoints'
import type { Role } from '@/contract/schemas/common'
import { Refusal } from '../rules/refusal'
import type { Account, SessionRecord } from '../store/entities'
import type { Tx } from '../store/store'
import { derivedSecret, sha256Hex } from './hash'
import { kept } from './problem'
import type { Env, Kept } from './types'

/** Life of tokens, on the wall clock: moving the scheme's time must not sign anyone out. */
export const ACCESS_SECONDS = 15 * 60
export const REFRESH_SECONDS = 30 * 24 * 3600
/** How long a replaced refresh token stays good while nobody has used the pair that took its place: its answer may have been lost. */
export const UNCONFIRMED_SECONDS = 24 * 3600
/** How long it stays good after that: another tab, or a second request, may be on its way with it. */
export const OVERLAP_SECONDS = 60
/** Devices that one account is signed in on at a time (A): nobody has so many, and a leak would. */
export const SESSIONS_MAX = 20
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

/** A token is `<session id>.<secret>`: its session is found by key, and the store keeps only the hash of it. */
const sessionOf = (tx: Tx, token: string): Promise<SessionRecord | undefined> => tx.get('session', token.slice(0, Math.max(0, token.indexOf('.'))))

const newPair = (env: Env, sessionId: string): Tokens => ({ accessToken: `${sessionId}.${randomText(env, 43)}`, refreshToken: `${sessionId}.${randomText(env, 43)}` })

/** The pair that takes the place of a refresh token: whoever presents the token again is answered the same one, and nothing of it is stored. */
const pairAfter = (sessionId: string, seed: string, refreshToken: string): Tokens => ({
  accessToken: `${sessionId}.${derivedSecret(seed, `access ${refreshToken}`)}`,
  refreshToken: `${sessionId}.${derivedSecret(seed, `refresh ${refreshToken}`)}`,
})

/** A new session (one family of tokens) of an account, or of `tester`. */
export async function openSession(tx: Tx, env: Env, ownerId: string, roles: Role[]): Promise<Tokens> {
  const id = randomText(env, 22)
  const tokens = newPair(env, id)
  const seed = randomText(env, 43)
  await tx.put('session', { id, ownerId, family: id, seed, ...lifeOf(env, tokens), unused: false, stillGood: [], usedRefreshHashes: [], roles, test: env.testMode, ended: false })
  return tokens
}

/**
 * Rotates the tokens of a session. A token that was replaced is good for `UNCONFIRMED_SECONDS` while the pair after it is unused, and for
 * `OVERLAP_SECONDS` from then on: it is answered the pair that runs now.
 * @returns the tokens, or `kept(REFRESH_REUSED)`: reuse of an old token ends the family, and that must stay written
 * @throws UNAUTHENTICATED for an unknown, ended or expired token, SESSION_DISPLACED
 */
export async function rotateSession(tx: Tx, env: Env, refreshToken: string): Promise<{ tokens: Tokens; session: SessionRecord } | Kept> {
  const session = await sessionOf(tx, refreshToken)
  const hash = sha256Hex(refreshToken)
  if (!session || !isOf(session, hash)) throw new Refusal('UNAUTHENTICATED')
  if (session.displaced) throw new Refusal('SESSION_DISPLACED')
  if (!isLive(session, env)) throw new Refusal('UNAUTHENTICATED')
  const runs = session.refreshHash === hash
  if (!runs && !goodOf(session, env).some((replaced) => replaced.hash === hash)) {
    await endSession(tx, session.id)
    return kept(new Refusal('REFRESH_REUSED'))
  }
  if (session.refreshExpiresMs <= env.wallMs()) throw new Refusal('UNAUTHENTICATED')
  return runs ? replace(tx, env, session, refreshToken) : answerAgain(tx, env, session, refreshToken)
}

/** Whether the session has, or ever had, this refresh token. */
const isOf = ({ refreshHash, usedRefreshHashes }: SessionRecord, hash: string): boolean => refreshHash === hash || usedRefreshHashes.includes(hash)

/** What was opened in test mode, and the tester, count only there: anybody could have opened them. */
const isLive = ({ ended, test, roles }: SessionRecord, env: Env): boolean => !ended && (env.testMode || !(test || roles.includes('TESTER')))

/** The pair that runs gives way to the next one. Presenting its refresh token is a use of it. */
async function replace(tx: Tx, env: Env, session: SessionRecord, refreshToken: string): Promise<{ tokens: Tokens; session: SessionRecord }> {
  const seed = session.seed ?? randomText(env, 43)
  const tokens = pairAfter(session.id, seed, refreshToken)
  const hash = sha256Hex(refreshToken)
  const untilMs = env.wallMs() + (UNCONFIRMED_SECONDS + OVERLAP_SECONDS) * 1000
  const next: SessionRecord = {
    ...session, seed, ...lifeOf(env, tokens), unused: true,
    stillGood: [...(session.unused ? overlapping(session, env) : goodOf(session, env)), { hash, untilMs }],
    usedRefreshHashes: [...session.usedRefreshHashes, hash].slice(-REMEMBERED),
  }
  await tx.put('session', next)
  return { tokens, session: next }
}

/** From a replaced token to the pair that runs now, step by step: another tab may be two renewals ahead. */
async function answerAgain(tx: Tx, env: Env, session: SessionRecord, refreshToken: string): Promise<{ tokens: Tokens; session: SessionRecord }> {
  let tokens = { accessToken: '', refreshToken }
  for (let step = 0; step <= session.usedRefreshHashes.length && sha256Hex(tokens.refreshToken) !== session.refreshHash; step += 1) {
    tokens = pairAfter(session.id, session.seed ?? '', tokens.refreshToken)
  }
  if (sha256Hex(tokens.accessToken) !== session.accessHash) throw new Refusal('UNAUTHENTICATED')
  const next: SessionRecord = { ...session, ...lifeOf(env, tokens) }
  await tx.put('session', next)
  return { tokens, session: next }
}

const lifeOf = (env: Env, { accessToken, refreshToken }: Tokens): Pick<SessionRecord, 'accessHash' | 'accessExpiresMs' | 'refreshHash' | 'refreshExpiresMs'> => ({
  accessHash: sha256Hex(accessToken),
  accessExpiresMs: env.wallMs() + ACCESS_SECONDS * 1000,
  refreshHash: sha256Hex(refreshToken),
  refreshExpiresMs: env.wallMs() + REFRESH_SECONDS * 1000,
})

type StillGood = NonNullable<SessionRecord['stillGood']>
/** Replaced tokens that are answered, oldest first. */
const goodOf = ({ stillGood = [] }: SessionRecord, env: Env): StillGood => stillGood.filter(({ untilMs }) => untilMs > env.wallMs())
/** The same once the pair that runs has been used: for `OVERLAP_SECONDS` at most. */
const overlapping = (session: SessionRecord, env: Env): StillGood =>
  goodOf(session, env).map(({ hash, untilMs }) => ({ hash, untilMs: Math.min(untilMs, env.wallMs() + OVERLAP_SECONDS * 1000) }))

/** Notes the first use of the pair that runs, if it is still the one of this access token: from now on the token before it counts for `OVERLAP_SECONDS`. */
export async function confirmPair(tx: Tx, env: Env, sessionId: string, accessHash: string): Promise<void> {
  const session = await tx.get('session', sessionId)
  if (session?.unused && session.accessHash === accessHash) await tx.put('session', { ...session, unused: false, stillGood: overlapping(session, env) })
}

/** Ends the session that a refresh token belongs or ever belonged to; nothing where there is none. */
export async function endSessionOf(tx: Tx, refreshToken: string): Promise<void> {
  const session = await sessionOf(tx, refreshToken)
  const hash = sha256Hex(refreshToken)
  if (session && isOf(session, hash)) await endSession(tx, session.id)
}

/** One sign-in too many ends the session that was renewed longest ago; its device is told why. */
export async function keepSessionsFew(tx: Tx, env: Env, ownerId: string): Promise<void> {
  const live = (await tx.list('session', ownerId)).filter((session) => isLive(session, env) && session.refreshExpiresMs > env.wallMs())
  const oldestFirst = live.sort((a, b) => a.refreshExpiresMs - b.refreshExpiresMs)
  for (const session of oldestFirst.slice(0, Math.max(0, live.length - SESSIONS_MAX))) await tx.put('session', { ...session, ended: true, displaced: true })
}

/** Ends a session: both its tokens stop working. Ending one that is gone is no error. */
export async function endSession(tx: Tx, sessionId: string): Promise<void> {
  const session = await tx.get('session', sessionId)
  if (session) await tx.put('session', { ...session, ended: true })
}

/** Who asks; the first use of a pair is noted. @returns null without a bearer token @throws UNAUTHENTICATED for a token that is wrong, expired or ended */
export async function authenticate(tx: Tx, env: Env, authorization: string | undefined): Promise<Caller | null> {
  if (!authorization) return null
  const token = /^Bearer (\S{20,128})$/i.exec(authorization)?.[1]
  const session = token === undefined ? undefined : await sessionOf(tx, token)
  if (!token || !session || !isLive(session, env) || session.accessExpiresMs <= env.wallMs() || session.accessHash !== sha256Hex(token)) throw new Refusal('UNAUTHENTICATED')
  if (session.unused) await confirmPair(tx, env, session.id, session.accessHash)
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
