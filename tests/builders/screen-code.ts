import { EVENT } from './events'
import type { People } from './people'

export const MINUTE = 60_000
const ofEvent = { params: { eventId: EVENT } }

/** The code that stands on the rep's screen now, good for 90 seconds. */
export async function onScreen({ as }: Pick<People, 'as'>): Promise<string> {
  const [current] = (await (await as('rep'))('getPosterCodes', ofEvent)).ok().codes
  if (!current) throw new Error('nothing on the screen')
  return current.code
}

/** Places that are kept at the event and not confirmed yet. */
export const keptAtEvent = async ({ as }: Pick<People, 'as'>): Promise<number> => (await (await as('rep'))('getRepEvent', ofEvent)).ok().unconfirmed
