import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import { texts as claim } from '@/packages/claim/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { CLAIMANT, claimAt } from '@tests/builders/golden-claims'
import { pdfPages } from '@tests/builders/pdf-words'
import { newPhone, signInAs } from './kit/app'
import { startBackend, type Backend } from './kit/backend'
import { launchBrowser } from './kit/browser'
import { onOwnPhones } from './kit/way'

let browser: Browser
let backend: Backend

before(async () => {
  browser = await launchBrowser()
  backend = await startBackend()
})
after(async () => {
  await browser.close()
  await backend.close()
})

describe('a letter leaves the phone', () => {
  onOwnPhones('as a PDF by the name of the letter and its number, with its words in it; the server hands it out as nothing else, and keeps it nowhere', async () => {
    const { claimId, decision } = await claimAt(backend, 'REJECTED')
    const [letter] = (await (await backend.as(CLAIMANT))('listLetters', { params: { claimId } })).ok().items
    assert.equal(letter?.kind, 'REJECTED')
    const app = await newPhone(browser, backend, { acceptDownloads: true })
    // Where no tab may be opened the letter is downloaded; what a tab shows of a PDF no page can read.
    await app.page.addInitScript({ content: 'window.open = () => null' })
    await signInAs(app, CLAIMANT)
    await app.open(withParams(routes.claimDetail, { claimId }))
    await app.onPage(claim.detail.title)

    const [download, served] = await Promise.all([
      app.page.waitForEvent('download'),
      app.page.waitForResponse((response) => response.url().includes(`/letters/${letter.letterId}`)),
      app.press(letter.titleZh),
    ])
    assert.equal(download.suggestedFilename(), `${letter.titleZh}-${letter.noZh}.pdf`)
    const { 'content-type': type, 'x-content-type-options': sniff, 'cache-control': cache } = served.headers()
    assert.deepEqual([type, sniff, cache], ['application/pdf', 'nosniff', 'no-store'])
    const words = (await pdfPages(await readFile(await download.path()))).map((page) => page.words).join('\n').replace(/\s/g, '')
    for (const said of [letter.titleZh, letter.noZh, decision?.reasonZh ?? '—']) assert.ok(words.includes(said.replace(/\s/g, '')), `«${said}» stands in the letter`)
    app.assertQuiet()
  })
})
