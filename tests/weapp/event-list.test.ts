import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { listTexts as t, lightZh, posterTexts } from '@/packages/event/texts'
import { EVENT } from '@tests/builders/events'
import type { MiniProgram } from './host'
import { onPhones } from './stage'

const COUNT = 5_000
/** px of a row, as the page has it. */
const ROW = 96
const at = (page: string): string => `/packages/event/pages/${page}/index?eventId=${EVENT}`
const on = onPhones({ each: true })
let app: MiniProgram
/** Files that were handed to WeChat's file message. */
let shared: { filePath: string; fileName: string }[]

beforeEach(async () => {
  shared = []
  const shareFileMessage = ({ filePath, fileName }: Record<string, unknown>): object => {
    shared.push({ filePath: String(filePath), fileName: String(fileName) })
    return {}
  }
  app = await on.signedIn('rep', { mocks: { shareFileMessage } })
})

const mounted = (): Promise<number> => app.count('.event-row')

test('5,000 rows: never more than 60 mounted down to the last one; search, filter, and the file that is shared', async () => {
  const tester = await on.backend.tester()
  ;(await tester('fillEvent', { params: { eventId: EVENT }, body: { count: COUNT } })).ok()
  await app.goto(at('list'), 'navigateTo')
  await app.waitText(t.total(COUNT))
  const asked = async (): Promise<number> => (await app.stats()).requests.filter(({ url }) => /\/scans\?/.test(url)).length
  for (let page = 1; page <= COUNT / 500; page += 1) {
    await app.waitFor(`page ${page} of the list`, async () => (await asked()) >= page)
    await app.scroll('.event-rows', page * 500 * ROW - 900)
    await app.waitFor('rows', async () => {
      const rows = await mounted()
      assert.ok(rows <= 60, `${rows} rows mounted`)
      return rows > 0
    })
  }
  assert.equal(await asked(), COUNT / 500)

  await app.input(t.search, '赵')
  await app.tapText(t.find)
  await app.waitText(t.total(COUNT / 10))
  await app.input(t.search, '4321')
  await app.tapText(t.find)
  await app.waitText(t.total(1))
  await app.input(t.search, '')
  await app.tapText(t.find)
  await app.tap('.event-chips .event-chip:nth-child(4)')
  const red = (await (await on.backend.as('rep'))('listScans', { params: { eventId: EVENT }, query: { light: 'red' } })).ok().total
  await app.waitText(t.total(red))
  assert.ok((await mounted()) <= 60)
  assert.ok((await app.texts()).includes(lightZh.red))

  await app.tapText(t.export)
  await app.waitText(t.exported)
  const [file] = shared
  assert.equal(file?.fileName, `${EVENT}.csv`)
  const bytes = app.readFile(file?.filePath ?? '')
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
  const lines = bytes.subarray(3).toString('utf8').split('\r\n')
  assert.equal(lines[0], t.headers.join(','))
  assert.equal(lines.filter(Boolean).length, red + 1)
  assert.ok(lines.slice(1).filter(Boolean).every((line) => line.includes(lightZh.red)))
})

test('the poster is shared as the file that the server made', async () => {
  await app.goto(at('poster'), 'navigateTo')
  await app.waitText(posterTexts.pdf)
  const rep = await on.backend.as('rep')
  for (const [words, format, begins] of [[posterTexts.pdf, 'pdf', '%PDF-'], [posterTexts.png, 'png', '\u0089PNG']] as const) {
    await app.tapText(words)
    await app.waitFor(`a shared ${format}`, () => shared.some(({ fileName }) => fileName === `${EVENT}.${format}`))
    const bytes = app.readFile(shared.find(({ fileName }) => fileName === `${EVENT}.${format}`)?.filePath ?? '')
    assert.equal(bytes.subarray(0, begins.length).toString('latin1'), begins)
    assert.ok(bytes.length > 1000, `${bytes.length} bytes`)
    assert.equal((await rep('getPoster', { params: { eventId: EVENT, format } })).status, 200)
  }
})
