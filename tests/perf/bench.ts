// How long things take here and now: prints figures and judges none (limits are in `npm run budgets`).
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createReader, isInstalled } from '@mock/node/recognition'
import { addPaper, claimAt, CLAIMANT } from '@tests/builders/golden-claims'
import { texts as claim } from '@/packages/claim/texts'
import { texts as home } from '@/pages/home/texts'
import { phonePhoto } from '@tests/builders/photos'
import { runningServer } from '@tests/faults/spawned'
import { newPhone, signInAs, type App } from '@tests/h5/kit/app'
import { launchBrowser } from '@tests/h5/kit/browser'
import { photographed } from '@tests/h5/kit/papers/camera'
import { factsOf } from '@tests/h5/kit/papers/facts'
import { papersOf } from '@tests/h5/kit/papers/layouts'
import { chromiumIsThere } from '@tests/weapp/host'
import { SIGNED } from '@tests/builders/signature'
import { milliseconds, RUNS, several, show, withBackend } from './kit'

/** From the command to «ready», in a process of its own. */
async function startUp(): Promise<void> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'zsb-bench-'))
  const start = async (): Promise<number> => {
    const from = performance.now()
    const server = await runningServer({ DATA_DIR: dataDir })
    const took = performance.now() - from
    await server.stop('SIGTERM')
    return took
  }
  show('server ready, with new data', [await start()])
  show('server ready, again', await several(3, start))
  await rm(dataDir, { recursive: true, force: true })
}

/** Over HTTP, on the SQLite file: what is answered is on the disk. */
async function requests(): Promise<void> {
  const submits: number[] = []
  const photos: number[] = []
  const homes: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await withBackend(async (backend) => {
      const claim = await claimAt(backend, 'COMPLETE')
      const courier = await backend.as(CLAIMANT)
      photos.push(await milliseconds(() => addPaper(backend, claim, 'MEDICAL_INVOICE', 'one-more')))
      submits.push(await milliseconds(() => courier('submitClaim', { params: claim, version: claim.version, body: SIGNED })))
      homes.push(...(await several(RUNS, () => milliseconds(() => courier('getHome')))))
    })
  }
  show('a claim is handed in', submits)
  show('a small photo is announced and received', photos)
  show('the home page is asked for', homes)
}

/** A receipt as picture and PDF: the first with type and renderer to be loaded, then the others. */
async function drawings(): Promise<void> {
  await withBackend(async (backend) => {
    const { claimId } = await claimAt(backend, 'REVIEWING')
    const member = await backend.as(CLAIMANT)
    const draw = (format: 'png' | 'pdf') => (): Promise<number> => milliseconds(async () => (await member('drawClaimReceipt', { params: { claimId, format } })).ok())
    show('a receipt is drawn, renderer loaded with it', [await draw('png')()])
    show('a receipt is drawn as PNG', await several(RUNS, draw('png')))
    show('a receipt is drawn as PDF', await several(RUNS, draw('pdf')))
  })
}

/** 免审即享 with a standing yes: from the report of the stay to the message that the money is there, with the bank's time skipped. */
async function settlements(): Promise<void> {
  const times: number[] = []
  for (let run = 0; run < 5; run += 1) {
    await withBackend(async (backend) => {
      const [tester, member] = [await backend.tester(), await backend.as('industrial')]
      const took = await milliseconds(async () => {
        const { claimId } = (await tester('pushSettlement', { body: { accountId: 'industrial' } })).ok()
        await backend.move('2026-11-23T18:00:00+08:00')
        const paid = (await member('listPayouts', { query: {} })).ok().items.find((payout) => payout.claimId === claimId)
        const told = (await member('listMessages', { query: {} })).ok().items.some(({ titleZh, leadsTo }) => titleZh === '已到账' && leadsTo?.id === paid?.payoutId)
        if (paid?.status.state !== 'SUCCESS' || !told) throw new Error('the money did not arrive')
      })
      times.push(took)
    })
  }
  show('settlement -> money -> message, bank time skipped', times)
}

/** Signed in, as on the second day, nothing in the browser's cache. */
async function firstPage(): Promise<void> {
  const browser = await launchBrowser()
  try {
    await withBackend(async (backend) => {
      const paints: number[] = []
      const ready: number[] = []
      const bytes: number[] = []
      for (let run = 0; run < 3; run += 1) {
        const app = await newPhone(browser, backend)
        await signInAs(app, CLAIMANT)
        const cdp = await app.page.context().newCDPSession(app.page)
        await cdp.send('Network.enable')
        await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
        let received = 0
        cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (received += encodedDataLength))
        ready.push(await milliseconds(() => openHome(app)))
        bytes.push(received / 1024)
        paints.push(await app.page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN))
        await app.page.context().close()
      }
      show('H5 home: first paint', paints)
      show('H5 home: greeting on the screen', ready)
      show('H5 home: received, compressed', bytes, 'KB')
    })
  } finally {
    await browser.close()
  }
}

/** From the moment in which the album hands over a photo of 12 megapixels until it lies in the outbox, upright and small. */
async function photoReady(): Promise<void> {
  const browser = await launchBrowser()
  try {
    await withBackend(async (backend) => {
      const { claimId, checklist } = await claimAt(backend, 'FILLED')
      const app = await newPhone(browser, backend)
      const folder = await mkdtemp(path.join(os.tmpdir(), 'zsb-bench-'))
      // From a file, as an album does it: bytes handed over by the driver would be decoded on the slowed page.
      const large = path.join(folder, 'IMG_0001.jpg')
      await writeFile(large, await phonePhoto(app.page))
      await signInAs(app, CLAIMANT)
      await app.open(`/packages/claim/pages/papers/index?claimId=${claimId}`)
      const cdp = await app.page.context().newCDPSession(app.page)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
      const times: number[] = []
      for (const { titleZh } of checklist.filter(({ required }) => required)) {
        const [chooser] = await Promise.all([app.page.waitForEvent('filechooser'), app.press(claim.papers.buttonFor(claim.papers.album, titleZh))])
        const tile = app.page.getByRole('group', { name: claim.papers.page(titleZh, 1) })
        times.push(await milliseconds(async () => (await chooser.setFiles(large), await tile.waitFor())))
      }
      show('H5 photo of 12 megapixels ready, CPU 4x slower', times)
      await rm(folder, { recursive: true, force: true })
    })
  } finally {
    await browser.close()
  }
}

async function openHome(app: App): Promise<void> {
  await app.open('/')
  await app.sees(new RegExp(`${home.greeting('')}$`))
}

/** A photo-like bill in the process that reads: the first with the models to be loaded, then the others. */
async function reading(): Promise<void> {
  if (!isInstalled()) return console.log('papers: not measured without the optional packages')
  const browser = await launchBrowser()
  const reader = createReader({ log: console.error })
  try {
    const [paper] = papersOf(factsOf(1))
    const picture = await photographed(await browser.newPage(), paper?.html ?? '', { tiltDegrees: 4, leanX: 5, leanY: -5, light: 0.6, quality: 0.7, orientation: 6 })
    const read = (): Promise<number> => milliseconds(() => reader.read(picture))
    show('a bill is read, models loaded with it', [await read()])
    show('a bill is read', await several(3, read))
    show('memory of the process that reads', [reader.peakMb()], 'MB')
  } finally {
    reader.close()
    await browser.close()
  }
}

async function main(): Promise<void> {
  console.log(`${''.padEnd(48)} ${'median'.padStart(9)} ${'most'.padStart(9)}`)
  await startUp()
  await requests()
  await drawings()
  await settlements()
  if (chromiumIsThere()) {
    await firstPage()
    await photoReady()
    await reading()
  } else console.log('H5 home and papers: not measured without Chromium')
}

void main()
