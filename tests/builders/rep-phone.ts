import { codeOf, cardOf, crowd, EVENT, type Card } from './events'
import { peopleOf, type People } from './people'
import type { Embedded } from '@mock/embedded'

/** What a member's phone shows now: a fresh card code of this person. */
export interface Crowd extends People {
  card(personaId: string): Promise<Card>
  /** A fresh code; the same person's codes differ each time. */
  code(personaId: string, atMs?: number): Promise<string>
  /** Members like the courier who own nothing yet. */
  workers(count: number): Promise<string[]>
}

/** The people who stand in the queue before a rep, against one backend. */
export function crowdOf(backend: Embedded): Crowd {
  const people = peopleOf(backend.core)
  const cards = new Map<string, Promise<Card>>()
  const world = { ...backend, ...people, log: [], wall: { ms: 0 } }
  const card = (personaId: string): Promise<Card> => {
    const made = cards.get(personaId) ?? cardOf(world, personaId)
    cards.set(personaId, made)
    return made
  }
  return { ...people, card, code: async (personaId, atMs = Date.now()) => codeOf(await card(personaId), atMs), workers: (count) => crowd(world, count) }
}

/** Some sign in the middle of the signature changed: forged. */
export const forged = (code: string): string => code.slice(0, -20) + (code[code.length - 20] === 'A' ? 'B' : 'A') + code.slice(-19)

export { EVENT }
