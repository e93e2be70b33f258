import assert from 'node:assert/strict'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { readingTexts } from '@/packages/claim/reading-texts'
import { texts as claim } from '@/packages/claim/texts'
import { texts as home } from '@/pages/home/texts'
import { createEmbeddedCore, type Embedded } from '@mock/embedded'
import { createDesk } from '@mock/handlers/flow/papers/recognition-desk'
import { startServer, type RunningServer } from '@mock/node/server'
import { peopleOf, type People } from '@tests/builders/people'
import { photo } from '@tests/builders/photo'
import { amountsOfPapers, paperOf, RETURNING, returns, stayOfPapers } from '@tests/builders/returning-member'
import { newPhone, signInAs, type App } from './kit/app'
import { launchBrowser } from './kit/browser'
import { drawName } from './kit/sign'
import { until } from './kit/until'

/** A claim by hand takes a minute and a half: no more than this from 首页 to the receipt. Pickers of the system are not counted, a signature is one. */
const MOST_TAPS = 12
const PHOTOS = 5
const WEB_DIR = process.env.WEB_DIR ?? path.resolve(__dirname, '../../dist/h5')

let browser: Browser
let embedded: Embedded
let server: RunningServer
let people: People
let app: App
before(async () => {
  browser = await launchBrowser()
  embedded = await createEmbeddedCore({ recognition: ({ store, files, log }) => createDesk({ store, files, log, read: () => paperOf(store) }) })
  people = peopleOf(embedded.core)
  await returns({ ...people, core: embedded.core })
  server = await startServer({ core: embedded.core, port: 0, webDir: WEB_DIR })
  app = await newPhone(browser, { ...people, core: embedded.core, base: `http://127.0.0.1:${server.port}`, dataDir: '', complaints: [], close: () => server.close() })
})
after(async () => {
  await browser?.close()
  await server?.close()
})

test(`a claim by hand, ${PHOTOS} photos in the album, returning member with a verified card: at most ${MOST_TAPS} taps`, async () => {
  await signInAs(app, RETURNING)
  const taps: string[] = []
  const typed: string[] = []
  const tapped = async (what: string, act: Promise<unknown>): Promise<void> => void (taps.push(what), await act)
  await tapped('发起申领', app.press(home.claim))
  await app.onPage(claim.start.title)
  await tapped('生病住院', app.choose(/^生病/))
  await tapped('下一步', app.press(claim.next))
  await leaves(claim.start.title)

  let photos = 0
  for (;;) {
    const page = await title()
    if (page === claim.receipt.title) break
    if (page === claim.papers.title) {
      const { checklist } = await draft()
      const required = checklist.filter((item) => item.required)
      for (const [at, { titleZh, documentType }] of required.entries()) {
        // Five in all, so that some papers have two pages.
        const count = at < required.length - 1 ? Math.ceil((PHOTOS - photos) / (required.length - at)) : PHOTOS - photos
        const files = Array.from({ length: count }, (_, no) => ({ name: `${documentType}${no}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(photo(`${documentType} ${no}`)) }))
        photos += count
        await tapped(`相册 ${titleZh}`, app.pick(claim.papers.buttonFor(claim.papers.album, titleZh), files))
        await app.sees(claim.papers.received(count))
      }
      // All that stands on them: a member who goes on before it has been read sees it filled in a little later.
      await app.sees(readingTexts.found(9))
    }
    if (page === claim.stay.title) for (const field of ['hospital', 'admittedOn', 'dischargedOn'] as const) await typeWhereEmpty(claim.stay[field], stayOfPapers[field])
    if (page === claim.amounts.title) for (const field of ['total', 'pooled', 'selfPay', 'outOfScope', 'invoiceCode', 'invoiceNumber'] as const) await typeWhereEmpty(claim.amounts[field], amountsOfPapers[field])
    if (page === claim.check.title) {
      await tapped('声明', app.tick(claim.check.declare))
      await tapped('签名', drawName(app.page, claim.sign.pad))
      await tapped('提交申领', app.press(claim.check.submit))
      // List and claim come first, below the receipt.
      await app.onPage(claim.receipt.title)
    } else await tapped('下一步', app.press(claim.next))
    await leaves(page)
  }
  console.info(`${taps.length} taps: ${taps.join(', ')}; typed: ${typed.join(', ') || 'nothing'}`)
  assert.equal(photos, PHOTOS)
  assert.deepEqual(typed, [], 'what was read for sure is not typed')
  assert.ok(taps.length <= MOST_TAPS, `${taps.length} taps: ${taps.join(', ')}`)
  const { amounts, stay, documents } = await draft()
  assert.deepEqual([amounts?.totalFen, stay?.admittedOn, documents.length], [3_700_000, '2026-12-24', PHOTOS])

  async function typeWhereEmpty(label: string, text: string): Promise<void> {
    if ((await app.field(label).inputValue()) !== '') return
    typed.push(label)
    await app.type(label, text)
  }
})

/** Waits until another page is on top. */
async function leaves(page: string): Promise<void> {
  await until(`another page than ${page}`, async () => (await title()) !== page)
}
const title = async (): Promise<string> => (await app.page.getByRole('heading', { level: 1 }).filter({ visible: true }).last().textContent()) ?? ''
async function draft() {
  const member = await people.as(RETURNING)
  const [newest] = (await member('listClaims')).ok().items
  return (await member('getClaim', { params: { claimId: newest?.claimId ?? '' } })).ok()
}
