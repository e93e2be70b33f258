import assert from 'node:assert/strict'
import { describe } from 'node:test'
import type { Claim } from '@/contract/schemas/claim'
import { texts as claim } from '@/packages/claim/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { aDraft } from '@tests/builders/driver-claims'
import { signInAs, type App, type PickedFile } from './kit/app'
import { inChromium } from './kit/stage'
import { onOwnPhones } from './kit/way'

const MEMBER = 'driver'
const t = claim.papers
const on = inChromium()

interface Look {
  /** Blur in pixels of a photo 1600 wide. */
  blur?: number
  /** Part of the light that is left. */
  light?: number
  mark?: string
}

/** A page of small print, photographed: what a canvas of the browser makes of it. */
async function aPaper(app: App, name: string, look: Look = {}): Promise<PickedFile> {
  const base64 = await app.page.evaluate(async ({ blur = 0, light = 1, mark = '' }: Look) => {
    const canvas = document.createElement('canvas')
    canvas.width = 1600
    canvas.height = 1200
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.fillStyle = '#f4f2ec'
    pen.fillRect(0, 0, 1600, 1200)
    pen.fillStyle = '#222'
    pen.font = '24px sans-serif'
    pen.filter = blur > 0 ? `blur(${blur}px)` : 'none'
    for (let y = 60; y < 1150; y += 44) pen.fillText(`${mark} 44990026 0000000001 37,000.00 27,000.00 10,000.00 0.00 2026-12-24 2026-12-30`, 80, y)
    pen.filter = 'none'
    pen.fillStyle = `rgba(0, 0, 0, ${1 - light})`
    pen.fillRect(0, 0, 1600, 1200)
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? ''
  }, look)
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }
}

async function atPapers(): Promise<{ app: App; title: string; onServer(): Promise<Claim>; add(...files: PickedFile[]): Promise<void> }> {
  const { claimId, checklist } = await aDraft(on.backend.core, { papers: 0 }, MEMBER)
  const app = await on.phone()
  await signInAs(app, MEMBER)
  await app.open(withParams(routes.claimPapers, { claimId }))
  const title = checklist.find(({ required }) => required)?.titleZh ?? ''
  const onServer = async (): Promise<Claim> => (await (await on.backend.as(MEMBER))('getClaim', { params: { claimId } })).ok()
  return { app, title, onServer, add: (...files) => app.pick(t.buttonFor(t.album, title), files) }
}

describe('photos of papers', () => {
  onOwnPhones('clear ones go up without a question, soft and dim ones too', async () => {
    const { app, add, onServer } = await atPapers()
    await add(await aPaper(app, '清楚.jpg', { mark: 'a' }), await aPaper(app, '略虚.jpg', { blur: 1, mark: 'b' }), await aPaper(app, '略暗.jpg', { light: 0.5, mark: 'c' }))
    await app.sees(t.received(3))
    assert.equal((await onServer()).documents.length, 3)
    app.assertQuiet()
  })

  onOwnPhones('blurred and dark ones are asked about before anything is sent; the member has the last word', async () => {
    const { app, add, onServer } = await atPapers()
    await add(await aPaper(app, '糊.jpg', { blur: 8 }))
    await app.sees(t.poor.BLURRED.title)
    assert.deepEqual((await onServer()).documents, [])
    await app.press(t.again)
    await app.sees(t.retake('糊.jpg'))
    await add(await aPaper(app, '黑.jpg', { light: 0.1 }))
    await app.sees(t.poor.DARK.title)
    await app.press(t.useIt)
    await app.sees(t.received(1))
    app.assertQuiet()
  })

  onOwnPhones('the same photo twice is recognised, although the browser has made it smaller in between', async () => {
    const { app, add, onServer } = await atPapers()
    const same = await aPaper(app, 'IMG_1.jpg')
    await add(same)
    await app.sees(t.received(1))
    await app.page.reload()
    await app.sees(t.received(1))
    await add({ ...same, name: 'IMG_2.jpg' })
    await app.sees(t.twice('IMG_2.jpg'))
    assert.equal((await onServer()).documents.length, 1)
    app.assertQuiet()
  })

  onOwnPhones('a browser without room says how many were not added, and takes them once there is room', async () => {
    const { app, add, onServer } = await atPapers()
    const cdp = await app.page.context().newCDPSession(app.page)
    const origin = new URL(app.base).origin
    const [one, two] = [await aPaper(app, '1.jpg', { mark: '1' }), await aPaper(app, '2.jpg', { mark: '2' })]
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
    await add(one, two)
    await app.sees(t.storageFull(2))
    assert.deepEqual((await onServer()).documents, [])
    await cdp.send('Storage.overrideQuotaForOrigin', { origin })
    await add(one, two)
    await app.sees(t.received(2))
    app.assertQuiet()
  })
})
