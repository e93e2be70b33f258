import { statusOf, wordsOf } from '@/contract/errors'
import type { Problem } from '@/contract/schemas/problem'
import { Refusal } from '../rules/refusal'
import type { Kept } from './types'

/** Answer with a refusal WITHOUT rolling back what the handler wrote (a FAILED document, an ended session family). */
export const kept = (refusal: Refusal): Kept => ({ kept: refusal })

/** RFC 9457 body of a refusal. Extra members stand beside the standard ones and never replace them. */
export function problemOf(refusal: Refusal, requestId: string): Problem {
  return {
    ...refusal.extra,
    type: `urn:zhangshangban:problem:${refusal.code}`,
    title: wordsOf(refusal.code),
    status: statusOf(refusal.code),
    code: refusal.code,
    detail: refusal.wordsZh,
    requestId,
    fieldErrors: refusal.fieldErrors,
  }
}

/** Anything thrown becomes a refusal; what is not one is logged and told as INTERNAL. */
export function asRefusal(error: unknown, requestId: string, log: (line: string) => void): Refusal {
  if (error instanceof Refusal) return error
  log(`${requestId} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return new Refusal('INTERNAL')
}
