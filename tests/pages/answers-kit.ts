import { screen, waitFor } from '@testing-library/react'
import type { EndpointName } from '@/contract/endpoints'
import { removeStored, storedKeys, writeStored } from '@/platform/storage'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { makeDays, type Day } from '@tests/builders/days'
import { spoken } from '@tests/builders/examples'
import { dayOf, pageTable, type Made, type PageName, type Row } from '@tests/h5/page-table'
import { renderApp, type App } from '@tests/setup/render-app'

/** Pages as they usually are, opened with whatever comes in place of an answer. */

/** This phone is the one that is bound to the rep. */
const DEVICE = 'A'.repeat(22)
let days: { seeded: Day; paid: Day }
let made: Made

/** For `beforeAll`. */
export async function openDays(): Promise<void> {
  ;({ days, made } = await makeDays())
  const rep = await days.seeded.as('rep')
  ;(await rep('bindRepDevice', { params: { deviceId: DEVICE }, body: {} })).ok()
}

export const pageNames = Object.keys(routes) as PageName[]
/** The page as it usually is: its first row, and the heading that it then has. */
export const rowOf = (page: PageName): Row | undefined => pageTable.find((row) => row.page === page && row.state !== 'unknown code')

export async function openPage(page: PageName): Promise<{ app: App; at: string; title: string }> {
  const row = rowOf(page)
  if (!row) throw new Error(`no row for ${page}`)
  writeStored('device-id', 1, DEVICE)
  const at = withParams(routes[page], row.params?.(made) ?? {})
  const app = await renderApp({ ...(row.as && { as: row.as }), at, backend: dayOf(row.as, days) })
  await whole(row.title)
  return { app, at, title: row.title }
}

export const forgetAnswers = (): void => storedKeys().filter((key) => key.startsWith('cache.')).forEach(removeStored)
const wordsOf = (element: HTMLElement): number => (element.textContent ?? '').replace(/[^\u4e00-\u9fff]/g, '').length

/** Something to read below the heading, and nothing that waits for ever; the answer was looked at before it was drawn. */
export async function readable(): Promise<void> {
  await waitFor(() => {
    const heading = screen.getByRole('heading', { level: 1 })
    expect(screen.queryByText('加载中')).toBeNull()
    expect(wordsOf(document.body) - wordsOf(heading)).toBeGreaterThan(8)
  })
  expect(screen.queryByText('这里没能显示出来')).toBeNull()
}
export async function whole(title: string): Promise<void> {
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeInTheDocument()
  await readable()
  expect(screen.queryByText('没有打开')).toBeNull()
}

/** What the page asks for once it stands. */
export async function asksOf({ server }: App): Promise<EndpointName[]> {
  let before = -1
  while (server.asked.length > before) {
    before = server.asked.length
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  return [...new Set(server.asked)].filter((name) => spoken.includes(name))
}
