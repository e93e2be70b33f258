import { msOf } from '@/domain/dates'
import { META_ID, setClock, type Env } from '../core'
import type { Store, Tx } from '../store/store'
import { seedClaims } from './claims'
import { seedEvents } from './events'
import { seedPeople } from './people'
import { seedData } from './persona-data'

/** Where the scheme's clock starts after a fresh seed. */
export const SEED_TIME = seedData.asOf
const UNREAD_FROM = '2026-11-18T00:00:00+08:00'

/** Fills an empty store: people, campaigns, claims and payouts of `personas.json`, clock at 2026-11-23 10:00. */
export const seed = (store: Store, env: Env): Promise<void> => store.transact((tx) => seedInto(tx, env))

/** The same as part of a unit of work (reset of the test mode). */
export async function seedInto(tx: Tx, env: Env): Promise<void> {
  // The bank's books begin anew with ours. They are written before this unit of work commits: a first start that was killed seeds again.
  await env.bank.reset()
  await setClock(tx, env, msOf(SEED_TIME))
  await seedPeople(tx)
  await seedEvents(tx, env)
  await seedClaims(tx, env)
  await readOldMessages(tx)
  const meta = await tx.get('meta', META_ID)
  if (meta) await tx.put('meta', { ...meta, seededAt: SEED_TIME, ranTo: SEED_TIME })
}

/** Messages of the last days wait to be read; older ones have been. */
async function readOldMessages(tx: Tx): Promise<void> {
  for (const message of await tx.list('message')) if (message.at < UNREAD_FROM) await tx.put('message', { ...message, read: true })
}
