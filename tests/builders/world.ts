import type { ErrorCode } from '@/contract/errors'
import type { Problem } from '@/contract/schemas/problem'
import type { Embedded } from '@mock/embedded'
import { createBackend, type BackendDifferences } from './backend'
import { peopleOf, type People } from './people'

/** A backend of its own in memory, with its people. */
export interface World extends Embedded, People {
  /** Lines of the server's log. */
  log: string[]
  /** The wall clock: stands still until a test moves it. */
  wall: { ms: number }
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
  return { ...backend, ...peopleOf(backend.core), log, wall }
}

/** All records that requests of members may change: equal before and after where nothing may have happened. */
export const recordsOf = ({ env, store }: World): Promise<unknown> =>
  store.transact(async (tx) => [
    await tx.list('account'),
    await tx.list('consent'),
    await tx.list('authorisation'),
    await tx.list('enrolment'),
    await tx.list('coverage'),
    await tx.list('campaign'),
    await tx.list('claim'),
    await tx.list('document'),
    await tx.list('bankCard'),
    await tx.list('payout'),
    await tx.list('message'),
    await tx.list('task'),
    await tx.list('ticket'),
    await tx.list('waitlist'),
    await tx.list('lease'),
    await tx.list('scan'),
    await tx.list('repDevice'),
    await tx.list('memberDevice'),
    await tx.list('application'),
    await tx.list('order'),
    await tx.list('subscription'),
    await env.bank.ledger(),
    await env.bank.planned('next'),
  ])
