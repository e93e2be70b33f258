import { wordsOf, type ErrorCode } from '@/contract/errors'

/**
 * A decision against a request, with the words the member reads. Thrown by rules and handlers; the core rolls the transaction back
 * and turns it into problem details.
 * @param fieldErrors JSON pointer into the body -> Chinese words
 * @param extra members added to the problem body (current state, version, reason codes …)
 */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly wordsZh: string = wordsOf(code),
    readonly fieldErrors: Record<string, string> = {},
    readonly extra: Record<string, unknown> = {},
  ) {
    super(`${code}: ${wordsZh}`)
    this.name = 'Refusal'
  }
}
