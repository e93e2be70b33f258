import { makePages, type Made } from '@tests/h5/page-table'
import type { Embedded } from '@mock/embedded'
import { createBackend } from './backend'
import { peopleOf, type People } from './people'

export type Day = Embedded & People

/** The two backends that the table of pages is drawn from, and what was made in them. */
export async function makeDays(): Promise<{ days: { seeded: Day; paid: Day }; made: Made }> {
  const day = async (): Promise<Day> => {
    const backend = await createBackend()
    return { ...backend, ...peopleOf(backend.core) }
  }
  const days = { seeded: await day(), paid: await day() }
  return { days, made: await makePages(days) }
}
