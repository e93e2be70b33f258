import { screen, waitFor } from '@testing-library/react'
import { routes } from '@/routes'
import { removeStored, storedKeys, writeStored } from '@/platform/storage'
import { withParams } from '@/platform/navigation'
import type { EndpointName } from '@/contract/endpoints'
import { createBackend } from '@tests/builders/backend'
import { garbled, garbles, spoken } from '@tests/builders/examples'
import { peopleOf, type People } from '@tests/builders/people'
import { dayOf, makePages, pageTable, type Made, type PageName } from '@tests/h5/page-table'
import { renderApp, type App } from '@tests/setup/render-app'
import type { Embedded } from '@mock/embedded'

/** Whatever comes in place of an answer, on every page: words stand there, and the next start with a healthy server works. */

type Day = Embedded & People
/** This phone is the one that is bound to the rep. */
const DEVICE = 'A'.repeat(22)
let days: { seeded: Day; paid: Day }
let made: Made

beforeAll(async () => {
  const day = async (): Promise<Day> => {
    const backend = await createBackend()
    return { ...backend, ...peopleOf(backend.core) }
  }
  days = { seeded: await day(), paid: await day() }
  made = await makePages(days)
  const rep = await days.seeded.as('rep')
  ;(await rep('bindRepDevice', { params: { deviceId: DEVICE }, body: {} })).ok()
}, 60_000)

/** The page as it usually is: its first row, and the heading that it then has. */
const names = Object.keys(routes) as PageName[]
const rowOf = (page: PageName) => pageTable.find((row) => row.page === page && row.state !== 'unknown code')
test('every page is in the table', () => {
  expect(names.filter((page) => rowOf(page) === undefined)).toEqual([])
})

const forgetAnswers = (): void => storedKeys().filter((key) => key.startsWith('cache.')).forEach(removeStored)
const wordsOf = (element: HTMLElement): number => (element.textContent ?? '').replace(/[^\u4e00-\u9fff]/g, '').length

/** Something to read below the heading, and nothing that waits for ever; the answer was looked at before it was drawn. */
async function readable(): Promise<void> {
  await waitFor(() => {
    const heading = screen.getByRole('heading', { level: 1 })
    expect(screen.queryByText('加载中')).toBeNull()
    expect(wordsOf(document.body) - wordsOf(heading)).toBeGreaterThan(8)
  })
  expect(screen.queryByText('这里没能显示出来')).toBeNull()
}
async function whole(title: string): Promise<void> {
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeInTheDocument()
  await readable()
  expect(screen.queryByText('没有打开')).toBeNull()
}
/** What the page asks for once it stands. */
async function asksOf({ server }: App): Promise<EndpointName[]> {
  let before = -1
  while (server.asked.length > before) {
    before = server.asked.length
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  return [...new Set(server.asked)].filter((name) => spoken.includes(name))
}

test.each(names)('%s', async (page) => {
  const row = rowOf(page)
  if (!row) throw new Error(`no row for ${page}`)
  writeStored('device-id', 1, DEVICE)
  const at = withParams(routes[page], row.params?.(made) ?? {})
  const app = await renderApp({ ...(row.as && { as: row.as }), at, backend: dayOf(row.as, days) })
  await whole(row.title)
  for (const [turn, name] of (await asksOf(app)).entries()) {
    for (const how of garbles) {
      forgetAnswers()
      app.server.garble(name, (answer) => garbled(name, answer, how, turn + page.length))
      await app.relaunch(at)
      await readable()
    }
    // Long enough for a poisoned answer to be kept.
    await new Promise((resolve) => setTimeout(resolve, 60))
    app.server.mend()
    await app.relaunch(at)
    await whole(row.title)
  }
}, 60_000)
