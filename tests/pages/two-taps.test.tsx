import { screen, waitFor } from '@testing-library/react'
import { withParams } from '@/platform/navigation'
import { writeStored } from '@/platform/storage'
import { routes } from '@/routes'
import { createBackend } from '@tests/builders/backend'
import { peopleOf, type People } from '@tests/builders/people'
import { actedTwice, primaryActions, tapTwice } from '@tests/builders/twice'
import { dayOf, makePages, pageTable, type Made } from '@tests/h5/page-table'
import { renderApp, type App } from '@tests/setup/render-app'
import { __stack } from '@tests/setup/taro'
import type { Embedded } from '@mock/embedded'

/** Every primary action of every page, as it first stands there, tapped twice at 0 ms: nothing is done twice, no page is opened twice. */

type Day = Embedded & People
const DEVICE = 'A'.repeat(22)
let days: { seeded: Day; paid: Day }
let made: Made
const tapped: string[] = []

beforeAll(async () => {
  const day = async (): Promise<Day> => {
    const backend = await createBackend()
    return { ...backend, ...peopleOf(backend.core) }
  }
  days = { seeded: await day(), paid: await day() }
  made = await makePages(days)
}, 60_000)

/** Until nothing more is asked for. */
async function quiet({ server }: App): Promise<void> {
  let before = -1
  while (server.asked.length > before) {
    before = server.asked.length
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
}

test.each(pageTable.map((row) => [row.page, row.state ?? '', row] as const))('%s %s', async (page, _state, row) => {
  writeStored('device-id', 1, DEVICE)
  const at = withParams(routes[page], row.params?.(made) ?? {})
  const app = await renderApp({ ...(row.as && { as: row.as }), at, backend: dayOf(row.as, days) })
  await screen.findByRole('heading', { level: 1 })
  await waitFor(() => expect(screen.queryByText('加载中')).toBeNull())
  await quiet(app)
  const count = primaryActions().length
  for (let nth = 0; nth < count; nth += 1) {
    if (nth > 0) await app.relaunch(at)
    await quiet(app)
    const action = primaryActions()[nth]
    if (!action) continue
    tapped.push(page)
    app.server.asked.length = 0
    const depth = __stack().length
    tapTwice(action)
    await quiet(app)
    expect([action.textContent, actedTwice(app.server.asked), __stack().length - depth > 1]).toEqual([action.textContent, [], false])
  }
}, 30_000)

test('there was something to tap on most pages', () => expect(new Set(tapped).size).toBeGreaterThan(20))
