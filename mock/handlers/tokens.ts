import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils'
import type { Role } from '@/contract/schemas/common'
import type { Env } from '../core/types'
import type { SessionRecord } from '../store/entities'
import { randomText } from './random'

export const ACCESS_SECONDS = 15 * 60
const REFRESH_MS = 30 * 24 * 3_600_000

/** What the store keeps of a token: who reads the store cannot sign in with it. */
export const hashOf = (token: string): string => bytesToHex(sha256(utf8ToBytes(token)))

/** A token is `<session id>.<secret>`, so that its session is found by key and not by search. */
export const sessionIdOf = (token: string): string => token.slice(0, Math.max(0, token.indexOf('.')))

const newToken = (env: Env, sessionId: string): string => `${sessionId}.${randomText(env, 43)}`

export interface Tokens {
  accessToken: string
  refreshToken: string
}

/** A fresh session of an account with its two tokens. Sessions live on the wall clock: moving time signs nobody out. */
export function openSession(env: Env, ownerId: string, roles: Role[]): { session: SessionRecord; tokens: Tokens } {
  const id = randomText(env, 22)
  return renew(env, {
    id,
    ownerId,
    family: id,
    accessHash: '',
    accessExpiresMs: 0,
    refreshHash: null,
    refreshExpiresMs: 0,
    usedRefreshHashes: [],
    roles,
    ended: false,
  })
}

/** New tokens for the same session; the old refresh token is remembered, so that its reuse can be told from a wrong one. */
export function renew(env: Env, session: SessionRecord): { session: SessionRecord; tokens: Tokens } {
  const tokens = { accessToken: newToken(env, session.id), refreshToken: newToken(env, session.id) }
  const wallMs = env.wallMs()
  return {
    tokens,
    session: {
      ...session,
      accessHash: hashOf(tokens.accessToken),
      accessExpiresMs: wallMs + ACCESS_SECONDS * 1000,
      refreshHash: hashOf(tokens.refreshToken),
      refreshExpiresMs: wallMs + REFRESH_MS,
      usedRefreshHashes: session.refreshHash === null ? session.usedRefreshHashes : [...session.usedRefreshHashes, session.refreshHash],
    },
  }
}
