import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe } from 'node:test'
import { texts as claim } from '@/packages/claim/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { CLAIMANT, claimAt } from '@tests/builders/golden-claims'
import { pdfPages } from '@tests/builders/pdf-words'
import { signInAs, type App } from './kit/app'
import { smallPhone } from './kit/browser'
import { inChromium } from './kit/stage'
import { onOwnPhones } from './kit/way'

const on = inChromium()

/** The receipt of the golden claim on the smallest phone; a PDF may not open a tab there, so it is downloaded. */
async function receipt(): Promise<{ app: App; claimNo: string; hotline: string }> {
  const { claimId } = await claimAt(on.backend, 'REVIEWING')
  const { claimNo, hotline } = (await (await on.backend.as(CLAIMANT))('getClaimReceipt', { params: { claimId } })).ok()
  const app = await on.phone({ acceptDownloads: true, viewport: smallPhone })
  await app.page.addInitScript({ content: 'window.open = () => null' })
  await signInAs(app, CLAIMANT)
  await app.open(withParams(routes.claimReceipt, { claimId }))
  await app.sees(claimNo)
  return { app, claimNo, hotline }
}

describe('a receipt leaves the phone', () => {
  onOwnPhones('as a picture and as a PDF, by a name that says what it is; the PDF has its number in it', async () => {
    const { app, claimNo, hotline } = await receipt()
    const [picture] = await Promise.all([app.page.waitForEvent('download'), app.press(claim.receipt.save)])
    assert.equal(picture.suggestedFilename(), `${claim.receipt.fileName(claimNo)}.png`)
    assert.deepEqual([...(await readFile(await picture.path())).subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47])

    // The picture lies over the page until it is tapped, as it says.
    await app.sees('长按图片可保存，点按任意处关闭')
    await app.page.getByRole('dialog', { name: '查看图片' }).click()
    const [pdf] = await Promise.all([app.page.waitForEvent('download'), app.press(claim.receipt.pdf)])
    assert.equal(pdf.suggestedFilename(), `${claim.receipt.fileName(claimNo)}.pdf`)
    const words = (await pdfPages(await readFile(await pdf.path()))).map((page) => page.words).join('\n').replace(/\s/g, '')
    for (const said of [claimNo, hotline]) assert.ok(words.includes(said.replace(/\s/g, '')), `«${said}» stands on the receipt`)
    app.assertQuiet()
  })
})
