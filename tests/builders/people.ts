import type { Core } from '@mock/core'
import { api, type Api } from './api'

/** Signs a persona (or a member of staff) in and returns their calls. */
export async function signIn(core: Core, personaId: string): Promise<Api> {
  const reply = await api(core)('signIn', { body: { method: 'wechat', code: `test:${personaId}`, privacyVersion: '1.0' } })
  return api(core, reply.ok().accessToken)
}

/** The tester controls: clock, decisions, reset. */
export async function tester(core: Core): Promise<Api> {
  const reply = await api(core)('openTesterSession', { body: {} })
  return api(core, reply.ok().accessToken)
}

/** Everybody who can act on a backend, signed in once, however often a test asks for them. */
export interface People {
  anonymous: Api
  as(personaId: string): Promise<Api>
  tester(): Promise<Api>
  /** Moves the scheme's clock to a moment or by days and runs what is due. */
  move(to: string | number): Promise<void>
}

export function peopleOf(core: Core): People {
  const people = new Map<string, Promise<Api>>()
  const once = (id: string, make: () => Promise<Api>): Promise<Api> => {
    const known = people.get(id) ?? make()
    people.set(id, known)
    return known
  }
  const asTester = (): Promise<Api> => once('/tester', () => tester(core))
  return {
    anonymous: api(core),
    as: (personaId) => once(personaId, () => signIn(core, personaId)),
    tester: asTester,
    async move(to) {
      const moved = await (await asTester())('moveClock', { body: typeof to === 'number' ? { advanceDays: to } : { to } })
      moved.ok()
    },
  }
}
