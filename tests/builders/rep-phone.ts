import { cardOf, codeOf, type Card } from './events'
import { peopleOf, type People } from './people'
import type { Core } from '@mock/core'

/** The people who queue before a rep, each with a phone that shows a card. */
export interface Crowd extends People {
  /** A fresh code; the same person's codes differ each time. */
  code(personaId: string, atMs?: number): Promise<string>
}

/** Everybody at one backend, in memory or behind HTTP. */
export function crowdOf({ core }: { core: Core }): Crowd {
  const people = peopleOf(core)
  const cards = new Map<string, Promise<Card>>()
  const card = (personaId: string): Promise<Card> => {
    const made = cards.get(personaId) ?? cardOf(people, personaId)
    cards.set(personaId, made)
    return made
  }
  return { ...people, code: async (personaId, atMs = Date.now()) => codeOf(await card(personaId), atMs) }
}

/** A sign inside the signature changed. */
export const forged = (code: string): string => code.slice(0, -20) + (code[code.length - 20] === 'A' ? 'B' : 'A') + code.slice(-19)
