import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { createReader, type Reader } from '@mock/node/recognition'
import { extract } from '@mock/partners/recognition'
import { READER_NICE } from '../backend'
import { launchBrowser } from '../browser'
import type { Facts } from './facts'
import type { Paper } from './layouts'
import { compare, noTally, type Tally } from './tally'

/** Where papers are drawn and read; there once the first test of the `describe` begins. */
export interface Desk {
  readonly page: Page
  readonly reader: Reader
  /** Every paper as `file` makes it of its HTML, read, beside what stands on it. */
  readAll(papers: readonly { paper: Paper; facts: Facts }[], file: (html: string, i: number) => Promise<Uint8Array>): Promise<Tally>
}

/** A browser that draws and the recogniser in its process, for the `describe` it is called in. In the end neither has complained. */
export function atDesk(): Desk {
  let browser: Browser | undefined
  let page: Page | undefined
  const complaints: string[] = []
  const reader = createReader({ log: (line) => void complaints.push(line), nice: READER_NICE })

  before(async () => {
    browser = await launchBrowser()
    page = await browser.newPage()
  })
  after(async () => {
    reader.close()
    await browser?.close()
    assert.deepEqual(complaints, [])
  })
  return {
    reader,
    get page() {
      return page ?? assert.fail('only inside a test')
    },
    async readAll(papers, file) {
      const tally = noTally()
      for (const [i, { paper, facts }] of papers.entries()) {
        const seen = await reader.read(await file(paper.html, i))
        compare(tally, paper, seen ? extract(seen, facts.patient) : {})
      }
      return tally
    },
  }
}
