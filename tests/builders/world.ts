import type { ErrorCode } from '@/contract/errors'
import type { Problem } from '@/contract/schemas/problem'
import type { Embedded } from '@mock/embedded'
import { api, type Api } from './api'
import { createBackend, type BackendDifferences } from './backend'
import { signIn, tester } from './people'

/** A backend of its own with people who are signed in once, however often a test asks for them. */
export interface World extends Embedded {
  /** Lines of the server's log. */
  log: string[]
  /** The wall clock: stands still until a test moves it. */
  wall: { ms: number }
  anonymous: Api
  as(personaId: string): Promise<Api>
  tester(): Promise<Api>
  /** Moves the scheme's clock to a moment or by days and runs what is due. */
  move(to: string | number): Promise<void>
}

/** What a refused call shows. */
export interface Refusing {
  name: string
  problem(code?: ErrorCode): Problem
}

export async function createWorld({ env, ...differences }: BackendDifferences = {}): Promise<World> {
  const log: string[] = []
  const wall = { ms: 1_760_000_000_000 }
  const backend = await createBackend({ env: { wallMs: () => wall.ms, log: (line) => void log.push(line), ...env }, ...differences })
  const people = new Map<string, Promise<Api>>()
  const once = (id: string, make: () => Promise<Api>): Promise<Api> => {
    const known = people.get(id) ?? make()
    people.set(id, known)
    return known
  }
  const asTester = (): Promise<Api> => once('/tester', () => tester(backend.core))
  return {
    ...backend,
    log,
    wall,
    anonymous: api(backend.core),
    as: (personaId) => once(personaId, () => signIn(backend.core, personaId)),
    tester: asTester,
    async move(to) {
      const moved = await (await asTester())('moveClock', { body: typeof to === 'number' ? { advanceDays: to } : { to } })
      moved.ok()
    },
  }
}
