import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readingTexts } from '@/packages/claim/reading-texts'
import { texts as claim } from '@/packages/claim/texts'
import { texts as home } from '@/pages/home/texts'
import { createEmbeddedCore, type Embedded } from '@mock/embedded'
import { createDesk } from '@mock/handlers/flow/papers/recognition-desk'
import { startServer, type RunningServer } from '@mock/node/server'
import { peopleOf, type People } from '@tests/builders/people'
import { writePhotos } from '@tests/builders/photo-files'
import { amountsOfPapers, paperOf, RETURNING, returns, stayOfPapers } from '@tests/builders/returning-member'
import { padStrokes } from '@tests/builders/signature'
import type { MiniProgram } from './host'
import { enter, openPhone } from './phone'

/** A claim by hand takes a minute and a half: no more than this from 首页 to the receipt. Pickers of WeChat are not counted, a signature is one. */
const MOST_TAPS = 12
const PHOTOS = 5
let embedded: Embedded
let server: RunningServer
let people: People
let app: MiniProgram
let photos: Awaited<ReturnType<typeof writePhotos>>
before(async () => {
  embedded = await createEmbeddedCore({ recognition: ({ store, files, log }) => createDesk({ store, files, log, read: () => paperOf(store) }) })
  people = peopleOf(embedded.core)
  await returns({ ...people, core: embedded.core })
  server = await startServer({ core: embedded.core, port: 0, webDir: 'dist/none' })
  photos = await writePhotos(PHOTOS)
  app = await openPhone({ base: `http://127.0.0.1:${server.port}` }, RETURNING, { mocks: { chooseMedia: { files: photos.files } } })
})
after(async () => {
  await app?.close()
  await server?.close()
  await photos?.remove()
})

const draft = async () => {
  const member = await people.as(RETURNING)
  const [newest] = (await member('listClaims')).ok().items
  return (await member('getClaim', { params: { claimId: newest?.claimId ?? '' } })).ok()
}

test(`a claim by hand, ${PHOTOS} photos in the album, returning member with a verified card: at most ${MOST_TAPS} taps`, async () => {
  await enter(app)
  await app.waitText(home.claim)
  const taps: string[] = []
  const typed: string[] = []
  const typeWhereEmpty = async (label: string, text: string): Promise<void> => {
    const isDate = /日期/.test(label)
    // A date stands beside its picker as text.
    if (isDate ? await app.hasText(text) : (await app.value(label)) !== '') return
    typed.push(label)
    await (isDate ? app.pick(label, text) : app.input(label, text))
  }
  const tapped = async (what: string, act: () => Promise<unknown>): Promise<void> => void (taps.push(what), await act())
  const page = async (): Promise<string> => /claim\/pages\/(\w+)/.exec(await app.route())?.[1] ?? ''
  await tapped('发起申领', () => app.tapText(home.claim))
  await app.waitRoute('packages/claim/pages/start')
  await tapped('生病住院', () => app.tapText('生病住院'))
  await tapped('下一步', () => app.tapText(claim.next))

  let sent = 0
  for (let at = await page(); at !== 'receipt'; at = await page()) {
    if (at === 'start') {
      await app.waitFor('the next page', async () => (await page()) !== 'start')
      continue
    }
    if (at === 'papers') {
      const required = (await draft()).checklist.filter((item) => item.required)
      for (const [index, { titleZh }] of required.entries()) {
        // Five in all, so that some papers have two pages.
        const count = index < required.length - 1 ? Math.ceil((PHOTOS - sent) / (required.length - index)) : PHOTOS - sent
        await app.mock('chooseMedia', { files: photos.files.slice(sent, sent + count) })
        sent += count
        await tapped(`相册 ${titleZh}`, () => app.tap(`[aria-label="${claim.papers.buttonFor(claim.papers.album, titleZh)}"]`))
        await app.waitText(claim.papers.counter(index + 1, required.length))
      }
    }
    // A member reads what was read; here nothing may be taken for empty that is still on its way.
    if (at === 'stay' || at === 'amounts') await app.waitText(readingTexts.filled)
    if (at === 'stay') for (const field of ['hospital', 'admittedOn', 'dischargedOn'] as const) await typeWhereEmpty(claim.stay[field], stayOfPapers[field])
    if (at === 'amounts') for (const field of ['total', 'pooled', 'selfPay', 'outOfScope', 'invoiceCode', 'invoiceNumber'] as const) await typeWhereEmpty(claim.amounts[field], amountsOfPapers[field])
    if (at === 'check') {
      await tapped('声明', () => app.check(claim.check.declare))
      await tapped('签名', () => app.draw(`[aria-label="${claim.sign.pad}"]`, padStrokes))
      await tapped('提交申领', () => app.tapText(claim.check.submit))
      // List and claim come first, below the receipt.
      await app.waitRoute('packages/claim/pages/receipt')
    } else await tapped('下一步', () => app.tapText(claim.next))
    await app.waitFor('the next page', async () => (await page()) !== at)
  }
  console.info(`${taps.length} taps: ${taps.join(', ')}; typed: ${typed.join(', ') || 'nothing'}`)
  assert.equal(sent, PHOTOS)
  assert.deepEqual(typed, [], 'what was read for sure is not typed')
  assert.ok(taps.length <= MOST_TAPS, `${taps.length} taps: ${taps.join(', ')}`)
  const { amounts, stay, documents } = await draft()
  assert.deepEqual([amounts?.totalFen, stay?.admittedOn, documents.length], [3_700_000, '2026-12-24', PHOTOS])
  await app.assertNoErrors()
})
