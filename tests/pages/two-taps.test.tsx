import { screen, waitFor } from '@testing-library/react'
import { withParams } from '@/platform/navigation'
import { writeStored } from '@/platform/storage'
import { routes } from '@/routes'
import { makeDays, type Day } from '@tests/builders/days'
import { goOn, quiet, readyTo } from '@tests/builders/act-app'
import { acts, notTapped, titleOf, writing } from '@tests/builders/acts'
import { actedTwice, primaryActions, tapTwice } from '@tests/builders/twice'
import { dayOf, pageTable, type Made } from '@tests/h5/page-table'
import { renderApp } from '@tests/setup/render-app'
import { __stack } from '@tests/setup/taro'

/**
 * Every primary action of every page, as it first stands there, tapped twice at 0 ms: nothing is done twice, no page is opened twice. What
 * then neither leads elsewhere nor is a row of `builders/acts.ts`, where it is tapped with all filled in, is named here with its reason.
 */
const onThePage: Readonly<Record<string, string>> = {
  选二维码照片: 'opens the picker',
  扫会员卡: 'opens the camera, or the picker',
  全屏展示: 'lies over the page',
}

const DEVICE = 'A'.repeat(22)
let days: { seeded: Day; paid: Day }
let made: Made
const tapped: string[] = []
const escaped: string[] = []

beforeAll(async () => {
  ;({ days, made } = await makeDays())
}, 60_000)

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
    const words = action.textContent ?? ''
    if (__stack().length === depth && app.route().path === routes[page] && !(words in onThePage) && !acts.some(({ tap }) => words.startsWith(tap))) escaped.push(`${page}: ${words}`)
    expect([words, actedTwice(app.server.asked), __stack().length - depth > 1]).toEqual([words, [], false])
  }
}, 30_000)

test('there was something to tap on most pages', () => expect(new Set(tapped).size).toBeGreaterThan(20))

test('every primary action either leads elsewhere or is tapped below with all filled in', () => expect(escaped).toEqual([]))

test('every writing call of the contract is an act that is tapped, or says why it is none', () => {
  const known = new Set([...acts.map(({ sends }) => sends), ...Object.keys(notTapped)])
  expect(writing.filter((name) => !known.has(name))).toEqual([])
})

test.each(acts.map((act) => [titleOf(act), act] as const))('%s with all filled in: tapped twice, sent once', async (_, act) => {
  const { app, button } = await readyTo(act)
  tapTwice(button)
  await goOn(act)
  await waitFor(() => expect(app.server.asked).toContain(act.sends))
  await quiet(app)
  expect([actedTwice(app.server.asked), app.server.asked.filter((name) => name === act.sends)]).toEqual([[], [act.sends]])
}, 30_000)
