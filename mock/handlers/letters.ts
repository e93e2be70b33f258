import { asDocument, type Handler, type HandlerContext } from '../core'
import { Refusal } from '../rules/refusal'
import type { LetterRecord } from '../store/entities'
import { claimFor } from './flow/people/access'
import { lettersOf, numberOf } from './flow/papers/letters'

/** What an agent reads of somebody's claim: what they have filed, and what is asked for. Decisions and money are the member's own. */
const forAgents: ReadonlySet<LetterRecord['kind']> = new Set(['APPLICATION', 'SUPPLEMENT'])

async function readable(context: Pick<HandlerContext<'listLetters'>, 'account' | 'params' | 'tx' | 'now'>) {
  const { claim, actor } = await claimFor(context, context.params.claimId)
  const letters = await lettersOf(context, claim)
  return { claim, letters: actor.role === 'AGENT' ? letters.filter(({ kind }) => forAgents.has(kind)) : letters }
}

export const listLetters: Handler<'listLetters'> = async (context) => {
  const { claim, letters } = await readable(context)
  return { items: letters.reverse().map(({ id, kind, titleZh, no, issuedAt }) => ({ letterId: id, kind, titleZh, noZh: numberOf(claim, no), issuedAt })) }
}

export const getLetter: Handler<'getLetter'> = async (context) => {
  const letter = (await readable(context)).letters.find(({ id }) => id === context.params.letterId)
  if (!letter) throw new Refusal('NOT_FOUND')
  return asDocument(letter.sheet, 'pdf')
}
