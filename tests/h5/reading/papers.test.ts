import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cardNumberOn, extract } from '@mock/partners/recognition'
import { claimAt, CLAIMANT, GOOD_CARD } from '@tests/builders/golden-claims'
import { startBackend } from '../kit/backend'
import { launchBrowser } from '../kit/browser'
import { bankCard } from '../kit/papers/bank-card'
import { photographed, scanned, type Shot } from '../kit/papers/camera'
import { atDesk } from '../kit/papers/desk'
import { nine } from '../kit/papers/tally'

/** Held as by hand: tilted by 2 to 7 degrees to either side, leaning, one side darker, lying as EXIF 6, 8, 3 or upright. */
const shots: readonly Shot[] = nine(0).map((_, i) => ({
  tiltDegrees: (i % 2 === 0 ? 1 : -1) * (2 + (i * 5) / 8), leanX: 3 + ((i * 5) % 9), leanY: ((i * 5) % 15) - 7, light: 0.5 + (i % 3) * 0.15, quality: 0.7, orientation: ([6, 8, 3, 1] as const)[i % 4] ?? 1,
}))

describe('papers, drawn and read', () => {
  const desk = atDesk()

  test('clean: 98 % right and tied to the right name, 80 % sure, none wrong but sure', async () => {
    const tally = await desk.readAll(nine(21), (html) => scanned(desk.page, html))
    assert.equal(tally.wanted, 72)
    assert.deepEqual(tally.wrongButSure, [])
    assert.ok(tally.right >= 0.98 * tally.wanted, tally.wrong.join('\n'))
    assert.ok(tally.sure >= 0.8 * tally.wanted, `${tally.sure} of ${tally.wanted} sure`)
  })

  test('photo-like: 90 % right and tied to the right name, none wrong but sure', async () => {
    const tally = await desk.readAll(nine(41), (html, i) => photographed(desk.page, html, shots[i] ?? assert.fail()))
    assert.equal(tally.wanted, 72)
    assert.deepEqual(tally.wrongButSure, [])
    assert.ok(tally.right >= 0.9 * tally.wanted, tally.wrong.join('\n'))
  })

  test('lying on a side or upside down, and nothing says so: read as if it had been turned', async () => {
    const turns = [6, 8, 3] as const
    const tally = await desk.readAll(nine(51).slice(0, 6), (html, i) => photographed(desk.page, html, { ...(shots[i] ?? assert.fail()), orientation: turns[i % 3] ?? 6, withoutExif: true }))
    assert.deepEqual(tally.wrongButSure, [])
    assert.ok(tally.right >= 0.9 * tally.wanted, tally.wrong.join('\n'))
  })

  test('blurred, tiny or black: nothing is sure, and nothing breaks', async () => {
    const [bill] = nine(61)
    assert.ok(bill)
    const still: Shot = { tiltDegrees: 2, leanX: 0, leanY: 0, light: 0.8, quality: 0.7, orientation: 1 }
    const black = await scanned(desk.page, '<div style="position:absolute;inset:0;background:#000"></div>')
    for (const [what, picture] of [['blurred', await photographed(desk.page, bill.paper.html, { ...still, blurPx: 3 })], ['tiny', await photographed(desk.page, bill.paper.html, { ...still, longSide: 600 })], ['black', black]] as const) {
      const seen = await desk.reader.read(picture)
      const sure = Object.entries(seen ? extract(seen, bill.facts.patient) : {}).filter(([, read]) => read.sure)
      assert.deepEqual(sure, [], what)
    }
  })

  test('a picture of huge dimensions is not unpacked', async () => {
    const huge = await desk.page.evaluate(() => Object.assign(document.createElement('canvas'), { width: 5000, height: 4000 }).toDataURL('image/jpeg', 0.5).split(',')[1] ?? '')
    assert.ok(huge.length > 10_000)
    assert.equal(await desk.reader.read(Buffer.from(huge, 'base64')), null)
  })

  test('the number of a bank card, flat and embossed', async () => {
    for (const style of ['flat', 'embossed'] as const) {
      const seen = await desk.reader.read(await photographed(desk.page, bankCard(GOOD_CARD, style), { tiltDegrees: 3, leanX: 4, leanY: -4, light: 0.75, quality: 0.8, orientation: 6 }))
      assert.equal(seen && cardNumberOn(seen)?.value, GOOD_CARD, style)
    }
  })

  test('the process that reads stays below 900 MB', () => assert.ok(desk.reader.peakMb() > 0 && desk.reader.peakMb() < 900, `${desk.reader.peakMb()} MB`))
})

describe('a server that reads', () => {
  test('answers while it reads, and offers what it read to the draft', async () => {
    const browser = await launchBrowser()
    const backend = await startBackend({ recognition: true })
    try {
      const [{ paper, facts } = assert.fail()] = nine(71)
      const courier = await backend.as(CLAIMANT)
      const draft = await claimAt(backend, 'DRAFT')
      const page = await browser.newPage()
      const { documentId } = (await courier('registerDocument', { params: draft, body: { documentType: 'MEDICAL_INVOICE', clientRef: 'bill', name: '票据.png' } })).ok()
      ;(await courier('uploadDocument', { params: { claimId: draft.claimId, documentId }, file: { bytes: await scanned(page, paper.html), name: '票据.png' } })).ok()

      let answersMeanwhile = 0
      let claim = (await courier('getClaim', { params: draft })).ok()
      assert.equal(claim.prefill?.reading, true, 'it is being read')
      while (claim.prefill?.reading) {
        answersMeanwhile += 1
        await new Promise((resolve) => setTimeout(resolve, 100))
        claim = (await courier('getClaim', { params: draft })).ok()
      }
      assert.ok(answersMeanwhile > 3, `${answersMeanwhile} answers meanwhile`)
      assert.deepEqual([claim.prefill?.totalFen?.value, claim.prefill?.invoiceNumber?.value, claim.prefill?.admittedOn?.value], [facts.totalFen, facts.invoiceNumber, facts.admittedOn])
      // The bill is somebody else's, and of a day without cover: said in words, and nothing of it sure.
      const notes = claim.prefill?.notesZh ?? []
      assert.equal(notes.length, 2)
      assert.match(notes[0] ?? '', /姓名读作“欧阳建国”，与您的姓名“陈速达”不一样/)
      assert.match(notes[1] ?? '', /2026年8月30日不在您的保障期内/)
      assert.equal(claim.prefill?.totalFen?.sure, false)
      assert.deepEqual(backend.complaints, [])
    } finally {
      await browser.close()
      await backend.close()
    }
  })
})
