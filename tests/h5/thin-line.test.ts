import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before } from 'node:test'
import { PDFDocument } from 'pdf-lib'
import type { Browser } from 'playwright-core'
import type { Claim } from '@/contract/schemas/claim'
import { texts as claim } from '@/packages/claim/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { sha256Hex } from '@mock/core'
import { cleanPdf } from '@mock/node/clean-pdf'
import { aDraft } from '@tests/builders/driver-claims'
import { peopleOf } from '@tests/builders/people'
import { runningServer, type Spawned } from '@tests/faults/spawned'
import { newPhone, signInAs, type App, type PickedFile } from './kit/app'
import { WEB_DIR, type Backend } from './kit/backend'
import { launchBrowser } from './kit/browser'
import { httpCore } from './kit/http-core'
import { lineTo, type Line } from './kit/line'
import { onOwnPhones } from './kit/way'

/** Files over a line that is thin, in a real browser, to a server that is a process of its own. */

const MEMBER = 'driver'
const KB = 1024
const isPart = (address: string): boolean => /\/uploads\/[0-9a-f]{64}\/parts\/\d+$/.test(address)

let browser: Browser
let folder: string
let server: Spawned
let backend: Backend
let line: Line

before(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'zsb-thin-'))
  browser = await launchBrowser()
  server = await runningServer({ DATA_DIR: path.join(folder, 'data'), WEB_DIR })
  line = await lineTo(server.base)
  const core = httpCore(server.base)
  backend = { ...peopleOf(core), core, base: line.base, dataDir: folder, complaints: [], close: async () => undefined }
})
after(async () => {
  await browser.close()
  await line.close()
  await server.stop('SIGTERM')
  rmSync(folder, { recursive: true })
})

/** A PDF of so many kilobytes that nothing makes smaller on its way. */
async function heavyPdf(name: string, kilobytes: number): Promise<PickedFile> {
  const document = await PDFDocument.create()
  document.addPage().drawText(name)
  let seed = name.length
  const noise = Uint8Array.from({ length: kilobytes * KB }, () => ((seed = (seed * 1664525 + 1013904223) >>> 0) >>> 24))
  await document.attach(noise, 'noise.bin')
  return { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(await document.save()) }
}

/** A member before the papers of a fresh draft, what of the files that they pick goes over the line, and what of them the server serves. */
async function atPapers(): Promise<{ app: App; pick(...files: PickedFile[]): Promise<void>; received(): Promise<Uint8Array[]>; parts(): { offset: number; bytes: number }[] }> {
  const draft: Claim = await aDraft(backend.core, { papers: 0 }, MEMBER)
  const app = await newPhone(browser, backend)
  app.expectComplaint(/./)
  await signInAs(app, MEMBER)
  await app.open(withParams(routes.claimPapers, { claimId: draft.claimId }))
  line.asked.splice(0)
  return {
    app,
    pick: (...files) => app.pick(claim.papers.buttonFor(claim.papers.file, draft.checklist[0]?.titleZh ?? ''), files),
    received: async () => {
      const member = await backend.as(MEMBER)
      const { documents } = (await member('getClaim', { params: { claimId: draft.claimId } })).ok()
      return Promise.all(documents.map(async ({ documentId }) => (await member('getDocumentContent', { params: { claimId: draft.claimId, documentId } })).ok()))
    },
    parts: () => line.asked.filter(({ path: address }) => isPart(address)).map(({ path: address, bytes }) => ({ offset: Number(address.split('/').pop()), bytes })),
  }
}
/** As the server keeps it: without what says who wrote it. */
async function cleaned({ buffer }: PickedFile): Promise<Uint8Array> {
  const bytes = await cleanPdf(buffer)
  if (typeof bytes === 'string') throw new Error(bytes)
  return bytes
}

async function thin(app: App, kilobytesPerSecond: number): Promise<void> {
  const devtools = await app.page.context().newCDPSession(app.page)
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: kilobytesPerSecond * KB })
}
const sum = (parts: readonly { bytes: number }[]): number => parts.reduce((total, { bytes }) => total + bytes, 0)

onOwnPhones('two files on a thin line: both arrive, nothing is sent twice, and each says that the line is slow and how much is left', async () => {
  const { app, pick, received, parts } = await atPapers()
  const files = [await heavyPdf('one', 400), await heavyPdf('other', 400)]
  await thin(app, 40)
  const began = Date.now()
  await pick(...files)
  await app.page.getByText(/^上传中 \d+%，网络较慢，还剩\d+KB$/).first().waitFor({ timeout: 90_000 })
  await app.page.getByText(claim.papers.received(2)).first().waitFor({ timeout: 180_000 })
  const sent = parts()
  console.info(`two files of 400 KB: ${sent.length} parts (${sent.map(({ bytes }) => Math.round(bytes / KB)).join(' ')} KB), ${Math.round((Date.now() - began) / 1000)} s`)
  assert.equal((await received()).length, 2)
  assert.equal(sum(sent), files.reduce((total, { buffer }) => total + buffer.length, 0))
})

onOwnPhones('the server is killed in the middle of a part and comes back: the file arrives whole, and only that part is sent again', async () => {
  const { app, pick, received, parts } = await atPapers()
  const file = await heavyPdf('heavy', 2048)
  // A part is on its way for half a second; the server dies as the fifth begins.
  await thin(app, 400)
  line.meet(() => {
    if (parts().length === 5) server.child.kill('SIGKILL')
    return 'passes'
  })
  await Promise.all([once(server.child, 'exit'), pick(file)])
  line.meet()
  server = await runningServer({ DATA_DIR: path.join(folder, 'data'), WEB_DIR, PORT: new URL(server.base).port })
  await app.page.getByText(claim.papers.received(1)).first().waitFor({ timeout: 180_000 })
  const sent = parts()
  assert.equal(sent[5]?.offset, sent[4]?.offset)
  assert.equal(sum(sent), file.buffer.length + (sent[4]?.bytes ?? 0))
  assert.deepEqual((await received()).map(sha256Hex), [sha256Hex(await cleaned(file))])
})
