import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { offerTexts, scanTexts as t } from '@/packages/gift/texts'
import { texts as card } from '@/pages/card/texts'
import { routes } from '@/routes'
import { POSTER } from '@tests/builders/events'
import { newPhone, signInAs, type App, type PickedFile } from './kit/app'
import { startBackend, type Backend } from './kit/backend'
import { launchBrowser } from './kit/browser'
import { filmOf, modulesOf } from './kit/film'
import { until } from './kit/until'
import { onOwnPhones } from './kit/way'

const MEMBER = 'courier'
const LINK = `https://zsb.example.cn/g/${POSTER}`

let browser: Browser
let backend: Backend
let folder: string

before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'zsb-camera-'))
  const film = path.join(folder, 'poster.y4m')
  await writeFile(film, filmOf([[LINK, 2]]))
  browser = await launchBrowser(['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`])
  backend = await startBackend()
})
after(async () => {
  await browser.close()
  await backend.close()
  await rm(folder, { recursive: true, force: true })
})

/** A photo of codes beside each other. */
async function photoOf(page: Page, ...texts: string[]): Promise<PickedFile> {
  const picture = await page.evaluate((codes) => {
    const canvas = document.createElement('canvas')
    canvas.width = 500 * codes.length
    canvas.height = 500
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = '#b9b2a5'
    context.fillRect(0, 0, canvas.width, canvas.height)
    codes.forEach((modules, at) => {
      const cell = 400 / modules.length
      modules.forEach((row, y) => row.forEach((dark, x) => {
        context.fillStyle = dark ? '#111' : '#fff'
        context.fillRect(500 * at + 50 + x * cell, 50 + y * cell, cell + 0.5, cell + 0.5)
      }))
    })
    return canvas.toDataURL('image/jpeg', 0.9)
  }, texts.map((text) => modulesOf(text)))
  return { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(picture.split(',')[1] ?? '', 'base64') }
}

/** Without the camera: the film would lead to the offer at once. */
async function atScanner(): Promise<App> {
  const app = await newPhone(browser, backend)
  await signInAs(app, MEMBER)
  await app.open(routes.scan)
  await app.onPage(t.title)
  return app
}
const tracksOn = (app: App): Promise<number> => app.page.evaluate(() => [...document.querySelectorAll('video')].filter(({ srcObject }) => srcObject instanceof MediaStream && srcObject.active).length)

describe('the scanner of H5', () => {
  onOwnPhones('reads the poster from the live picture, and switches the camera off', async () => {
    // By itself, without a tap: the film in front of the camera shows the poster.
    const app = await newPhone(browser, backend, { permissions: ['camera'] })
    await signInAs(app, MEMBER)
    await app.open(routes.scan)
    await app.onPage(offerTexts.title)
    await until('the camera is off', async () => (await tracksOn(app)) === 0)
    app.assertQuiet()
  })

  onOwnPhones('says what is left where the camera is refused', async () => {
    const app = await atScanner()
    await app.sees(t.noCamera)
    await app.press(t.scan)
    await app.sees(t.noCamera)
    await app.button(t.album).waitFor()
    app.assertQuiet()
  })

  onOwnPhones('reads a photo, and asks which of two codes is meant', async () => {
    const app = await atScanner()
    await app.pick(t.album, [await photoOf(app.page, 'WIFI:S:guest;T:WPA;P:12345678;;', LINK)])
    await app.sees(t.several(2))
    await app.press(`左边：无线网络码`)
    await app.sees(t.foreign('无线网络码'))
    await app.pick(t.album, [await photoOf(app.page, LINK)])
    await app.onPage(offerTexts.title)
    app.assertQuiet()
  })

  onOwnPhones('takes a card for a card: what the phone itself shows is no poster', async () => {
    const app = await atScanner()
    await app.open(routes.card)
    const shown = app.page.getByRole('img', { name: card.codeLabel }).filter({ visible: true })
    await shown.waitFor()
    const src = (await shown.getAttribute('src')) ?? ''
    await app.open(routes.scan)
    await app.pick(t.album, [{ name: 'card.gif', mimeType: 'image/gif', buffer: Buffer.from(src.split(',')[1] ?? '', 'base64') }])
    await app.sees(t.card)
    app.assertQuiet()
  })
})
