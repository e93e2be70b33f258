import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consentTexts } from '@/packages/account/texts'
import { cameraTexts } from '@/packages/claim/camera-texts'
import { kindTexts } from '@/packages/claim/kind-texts'
import { texts as claim } from '@/packages/claim/texts'
import { posterTexts } from '@/packages/event/texts'
import { texts as card } from '@/pages/card/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { privacyWords } from '@/ui/privacy-words'
import { aDraft } from '@tests/builders/driver-claims'
import { overlayFiles } from '@tests/builders/overlay-files'
import type { MiniProgram } from './host'
import { onPhones } from './stage'

interface Row {
  name: string
  /** Where in src it is laid over the page. */
  file: string
  as: string
  address: () => string
  /** Words of the page that open it, or a selector. */
  open: string
  /** What lies over the page then. */
  over: string
}

const on = onPhones()
let draft = ''
const papers = (): string => withParams(routes.claimPapers, { claimId: draft })
const CAMERA = `[aria-label="${claim.papers.buttonFor(claim.papers.camera, '医疗收费票据')}"]`

/** Everything of ours that lies over a page in WeChat; its own dialogs and pictures close by themselves. */
const rows: readonly Row[] = [
  { name: 'the card over the whole screen', file: 'pages/card/full-screen.tsx', as: 'driver', address: () => routes.card, open: card.enlarge, over: '.card-full' },
  { name: 'the text of a consent', file: 'packages/account/pages/consents/index.tsx', as: 'driver', address: () => routes.consents, open: consentTexts.read, over: '.z-sheet-paper' },
  { name: 'the sample of a paper', file: 'packages/claim/parts/paper-sample.tsx', as: 'driver', address: papers, open: kindTexts.sample.see, over: '.z-sheet-paper' },
  { name: 'the working of an estimate', file: 'packages/claim/parts/estimate-line.tsx', as: 'driver', address: papers, open: claim.estimate.title, over: '.z-sheet-paper' },
  { name: 'the app’s own camera', file: 'packages/claim/parts/paper-camera.tsx', as: 'driver', address: papers, open: CAMERA, over: '.claim-camera' },
  { name: 'the poster over the whole screen', file: 'packages/event/parts/poster-code.tsx', as: 'rep', address: () => withParams(routes.repPoster, { eventId: 'EV-2026-01' }), open: posterTexts.full, over: '.event-full' },
]

/** Its way back is tried below: it comes when WeChat asks, not by a tap. */
const BY_WECHAT = 'ui/privacy-sheet.weapp.tsx'
test('nothing of ours that lies over a page is missing here', () => assert.deepEqual([...rows.map(({ file }) => file), BY_WECHAT].sort(), overlayFiles('weapp')))

const press = (app: MiniProgram, what: string): Promise<void> => (what.startsWith('[') ? app.tap(what) : app.tapText(what))
/** It and the container that takes the way back: one setData brings each. */
const stand = (app: MiniProgram, over: string, count: number): Promise<unknown> =>
  app.waitFor(`${count} ${over}`, async () => (await app.count(over)) === count && (await app.count('page-container[show]')) === count)
const shows = (app: MiniProgram, over: string): Promise<unknown> => stand(app, over, 1)
const gone = (app: MiniProgram, over: string): Promise<unknown> => stand(app, over, 0)

async function opened(as: string, address: () => string, mocks: Record<string, unknown> = {}): Promise<MiniProgram> {
  draft ||= (await aDraft(on.backend.core, { papers: 0 }, 'driver')).claimId
  const app = await on.signedIn(as, { mocks })
  await app.goto(address(), address() === routes.card ? 'switchTab' : 'navigateTo')
  return app
}

for (const { name, as, address, open, over } of rows) {
  test(`${name}: the phone’s way back closes it, and the page only after that`, async () => {
    const app = await opened(as, address)
    const route = await app.route()
    // Twice: what WeChat has closed shows again.
    for (let round = 0; round < 2; round += 1) {
      await press(app, open)
      await shows(app, over)
      // The reader stays inside, and says what this is.
      assert.equal(await app.count(`${over}[aria-role="dialog"][aria-modal="true"][aria-label]`), 1)
      await app.back()
      await gone(app, over)
      assert.equal(await app.route(), route)
    }
    if (address() === routes.card) return assert.rejects(app.back(), /cannot navigate back at first page/)
    await app.back()
    await app.waitRoute('pages/home/index')
  })
}

test('closed by its cross, it leaves nothing that would take the way back', async () => {
  const app = await opened('driver', () => routes.consents)
  await app.tapText(consentTexts.read)
  await shows(app, '.z-sheet-paper')
  await app.tap('[aria-label="关闭"]')
  await gone(app, '.z-sheet-paper')
  await app.back()
  await app.waitRoute('pages/home/index')
})

test('WeChat’s privacy question over the camera: the way back answers no, then closes the camera, then leaves the page', async () => {
  const app = await opened('driver', papers, { needPrivacyAuthorization: {} })
  await app.tap(CAMERA)
  await app.waitText(privacyWords.title)
  await shows(app, '.claim-camera')
  await app.back()
  await app.waitText(cameraTexts.problem.private)
  await app.waitNoText(privacyWords.title)
  await shows(app, '.claim-camera')
  await app.back()
  await gone(app, '.claim-camera')
  await app.back()
  await app.waitRoute('pages/home/index')
})
