import type { ErrorCode } from '@/contract/errors'
import { Refusal } from '../rules/refusal'
import type { IdempotencyRecord } from '../store/entities'
import type { Tx } from '../store/store'
import { sha256Hex } from './hash'
import type { Answer, CoreRequest, Route } from './types'

/** A request that carries a key, before its first answer is known. */
export interface Keyed {
  id: string
  ownerId: string
  fingerprint: string
}

/**
 * Answers that hang on more than method, path and body (version, tokens, traffic): the same key may be tried again after them.
 * 5xx are never remembered either.
 */
const PASSING: readonly ErrorCode[] = ['VERSION_REQUIRED', 'VERSION_STALE', 'RATE_LIMITED']

/** @throws IDEMPOTENCY_KEY_REQUIRED */
export function readKey(request: CoreRequest, method: string, { name }: Route, ownerId: string): Keyed {
  const key = request.headers['idempotency-key'] ?? ''
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) throw new Refusal('IDEMPOTENCY_KEY_REQUIRED')
  return { id: `${ownerId} ${name} ${key}`, ownerId, fingerprint: sha256Hex(`${method} ${request.path}\n${request.text ?? ''}`) }
}

/** The remembered first answer. @throws IDEMPOTENCY_KEY_REUSED where the key came with another request before */
export async function replayOf(tx: Tx, keyed: Keyed): Promise<Answer | undefined> {
  const record = await tx.get('idempotency', keyed.id)
  if (!record) return undefined
  if (record.fingerprint !== keyed.fingerprint) throw new Refusal('IDEMPOTENCY_KEY_REUSED')
  return { status: record.status, headers: { ...record.headers, 'idempotent-replay': 'true' }, text: record.body }
}

/** Keeps the answer as text: stored as JSON, the keys of a replay would come in another order. */
export async function remember(tx: Tx, keyed: Keyed, answer: Answer, atMs: number): Promise<void> {
  const record: IdempotencyRecord = { ...keyed, status: answer.status, headers: answer.headers, body: answer.text, atMs }
  await tx.put('idempotency', record)
}

export const isRemembered = (code: ErrorCode, status: number): boolean => status < 500 && !PASSING.includes(code)
