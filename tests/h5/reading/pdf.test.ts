import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { cleanPdf } from '@mock/node/clean-pdf'
import { extract } from '@mock/partners/recognition'
import { hostilePdfs } from '@tests/builders/hostile-pdfs'
import { scanned } from '../kit/papers/camera'
import { atDesk } from '../kit/papers/desk'
import { asPdf, joined, scanPdf, turned } from '../kit/papers/pdf'
import { factsOf } from '../kit/papers/facts'
import { papersOf } from '../kit/papers/layouts'
import { compare, nine, noTally, type Tally } from '../kit/papers/tally'

/** What the process that reads may take. */
const MOST_MB = 900
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../builders/fixtures/${name}`, `file://${__filename}`)))

/** Highest memory of a process so far, MB; 0 where it has gone. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return 0
  }
}

describe('papers as PDF', () => {
  const desk = atDesk()

  /** As it is read once the server has taken it: without what does not belong on the page. */
  async function taken(pdf: Uint8Array): Promise<Uint8Array> {
    const clean = await cleanPdf(new Uint8Array(pdf))
    return typeof clean === 'string' ? assert.fail(clean) : clean
  }
  const readAll = (papers: ReturnType<typeof nine>, pdf: (html: string, i: number) => Promise<Buffer>): Promise<Tally> => desk.readAll(papers, async (html, i) => taken(await pdf(html, i)))
  function assertRead(tally: Tally): void {
    assert.deepEqual(tally.wrongButSure, [])
    assert.ok(tally.right >= 0.98 * tally.wanted, tally.wrong.join('\n'))
    assert.ok(tally.sure >= 0.8 * tally.wanted, `${tally.sure} of ${tally.wanted} sure`)
  }

  test('with words that can be copied: all of them are the page’s own', async () => {
    const tally = await readAll(nine(81), (html) => asPdf(desk.page, html))
    assert.equal(tally.wanted, 72)
    assertRead(tally)
  })

  test('scans without words are read like photos', async () => assertRead(await readAll(nine(91).slice(0, 3), async (html) => scanPdf(await scanned(desk.page, html)))))

  test('pages that are to be shown turned', async () => {
    const turns = [90, 180, 270] as const
    assertRead(await readAll(nine(101).slice(0, 3), async (html, i) => turned(await asPdf(desk.page, html), turns[i] ?? 90)))
    assertRead(await readAll(nine(111).slice(0, 2), async (html, i) => turned(await scanPdf(await scanned(desk.page, html)), turns[i] ?? 90)))
  })

  test('several pages: what only a further one says is read too, and two papers in one file are not mixed', async () => {
    const facts = factsOf(151)
    const [bill, settlement, discharge] = ['bill', 'settlement', 'discharge'].map((kind) => papersOf(facts).find((paper) => paper.kind === kind) ?? assert.fail(kind))
    assert.ok(bill && settlement && discharge)
    const tally = noTally()
    const read = async (...papers: readonly Uint8Array[]) => extract((await desk.reader.read(await taken(await joined(...papers)))) ?? assert.fail('nothing'), facts.patient)
    const [first, second, third] = [await asPdf(desk.page, discharge.html), await asPdf(desk.page, settlement.html), await asPdf(desk.page, bill.html)]
    compare(tally, { ...bill, wanted: { ...bill.wanted, ...settlement.wanted, ...discharge.wanted } }, await read(first, second, third))
    assert.deepEqual([tally.wrong, tally.wrongButSure], [[], []])
    assert.ok(tally.wanted > Object.keys(discharge.wanted).length)
    assert.ok(tally.sure >= 0.8 * tally.wanted, `${tally.sure} of ${tally.wanted}`)
    // Another stay's bill behind this one: this one's values, and none of those sure that differ.
    const other = papersOf(factsOf(152)).find(({ kind }) => kind === 'bill') ?? assert.fail()
    const both = await read(third, await asPdf(desk.page, other.html))
    const alone = noTally()
    compare(alone, bill, both)
    assert.deepEqual([alone.wrong, alone.wrongButSure], [[], []])
    assert.equal(both.invoiceNumber?.sure, false)
    assert.equal(both.totalFen?.sure, false)
  })

  test('a further page that is meant to hurt costs only itself', async () => {
    const [bill] = nine(161)
    assert.ok(bill)
    const good = await asPdf(desk.page, bill.paper.html)
    for (const { what, bytes } of hostilePdfs.slice(0, 5)) {
      const tally = noTally()
      const seen = await desk.reader.read(await joined(good, bytes()))
      compare(tally, bill.paper, seen ? extract(seen, bill.facts.patient) : {})
      assert.deepEqual([what, tally.wrong, tally.right], [what, [], tally.wanted])
      assert.ok(memoryOf(desk.reader.pid()) < MOST_MB, what)
    }
  })

  test('a page that shows other figures than it holds is sure of none of them', async () => {
    const [held, shown] = nine(121)
    assert.ok(held && shown)
    const other = nine(131)[0] ?? assert.fail()
    const seen = await desk.reader.read(await taken(await asPdf(desk.page, held.paper.html, await scanned(desk.page, other.paper.html))))
    const fields = seen ? extract(seen, held.facts.patient) : {}
    assert.equal(fields.pooledFen?.value, held.facts.pooledFen, 'the words are found')
    const { patient, ...figures } = fields
    assert.equal(patient?.value, held.facts.patient)
    const wrong = Object.entries(figures).filter(([field, read]) => read.sure && read.value !== other.paper.wanted[field as keyof typeof figures])
    assert.deepEqual(wrong, [])
  })

  test('behind a password, or broken off: nothing is read, and nothing breaks', async () => {
    assert.equal(await desk.reader.read(fixture('encrypted.pdf')), null)
    const cut = await desk.reader.read(fixture('bill.pdf').slice(0, 1500))
    assert.ok(cut === null || cut.lines.length === 0)
  })

  test('meant to hurt: nothing is read of them, the process lives on below 900 MB, and the next bill is read', async () => {
    const [bill] = nine(141)
    assert.ok(bill)
    const good = await taken(await asPdf(desk.page, bill.paper.html))
    assert.ok(await desk.reader.read(good))
    let peak = 0
    const watch = setInterval(() => (peak = Math.max(peak, memoryOf(desk.reader.pid()))), 20)
    for (const { what, bytes } of hostilePdfs) {
      const seen = await desk.reader.read(bytes()).catch((error: unknown) => {
        // A page that the process has died of, or that took it too long, is another matter.
        assert.doesNotMatch(String(error), /has ended|within/, what)
        return null
      })
      assert.equal(seen?.lines.length ?? 0, 0, what)
    }
    clearInterval(watch)
    console.log(`peak of the process that reads: ${Math.round(peak)} MB`)
    assert.ok(peak > 300 && peak < MOST_MB, `${peak} MB`)
    const tally = noTally()
    const seen = await desk.reader.read(good)
    compare(tally, bill.paper, seen ? extract(seen, bill.facts.patient) : {})
    assert.deepEqual([tally.wrong, tally.right], [[], tally.wanted])
  })
})
