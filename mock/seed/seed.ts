import { msOf } from '@/domain/dates'
import { setClock, type Env } from '../core'
import type { Store, Tx } from '../store/store'
import { seedPeople } from './people'
import { seedData } from './persona-data'

/** Where the scheme's clock starts after a fresh seed. */
export const SEED_TIME = seedData.asOf

/** Fills an empty store: people, campaigns, claims and payouts of `personas.json`, clock at 2026-11-23 10:00. */
export const seed = (store: Store, env: Env): Promise<void> => store.transact((tx) => seedInto(tx, env))

/** The same as part of a unit of work (reset of the test mode). */
export async function seedInto(tx: Tx, env: Env): Promise<void> {
  await setClock(tx, env, msOf(SEED_TIME))
  await seedPeople(tx)
}
