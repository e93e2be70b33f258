import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import { lightZh, scanTexts as t } from '@/packages/event/texts'
import { routes } from '@/routes'
import { CAMPAIGN, EVENT } from '@tests/builders/events'
import { crowdOf, forged } from '@tests/builders/rep-phone'
import type { App } from './kit/app'
import { startBackend, type Backend } from './kit/backend'
import { launchBrowser } from './kit/browser'
import { filmOf } from './kit/film'
import { atEvent, repPhone } from './kit/rep'
import { onOwnPhones } from './kit/way'

let browser: Browser
let backend: Backend
let folder: string

// The queue before the camera: somebody who has confirmed already, a forged code, somebody who still has to confirm.
before(async () => {
  backend = await startBackend()
  const crowd = crowdOf(backend)
  ;(await (await crowd.as('courier'))('createEnrolment', { body: { campaignId: CAMPAIGN, consents: [{ consentId: 'C1', version: '1.0' }] } })).ok()
  ;(await (await crowd.as('newcomer'))('applyForMembership', { body: { platform: '美团', c1Version: '1.0' } })).ok()
  const film = filmOf([[null, 5], [await crowd.code('courier'), 8], [null, 4], [forged(await crowd.code('driver')), 8], [null, 4], [await crowd.code('newcomer'), 8], [null, 5]])
  folder = await mkdtemp(path.join(os.tmpdir(), 'zsb-queue-'))
  const file = path.join(folder, 'queue.y4m')
  await writeFile(file, film)
  browser = await launchBrowser(['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`])
})
after(async () => {
  await browser.close()
  await backend.close()
  await rm(folder, { recursive: true, force: true })
})

interface Heard {
  buzzes: number[][]
  tones: number[]
  verdicts: string[]
}

/** Writes down what the phone does beside showing: vibration, pitch, and each verdict that stood on the screen. */
async function listen(app: App): Promise<() => Promise<Heard>> {
  await app.page.evaluate(() => {
    const heard: Heard = { buzzes: [], tones: [], verdicts: [] }
    Object.assign(window, { heard })
    navigator.vibrate = (pattern) => (heard.buzzes.push(typeof pattern === 'number' ? [pattern] : [...pattern]), true)
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (this: OscillatorNode, when) {
      heard.tones.push(this.frequency.value)
      start.call(this, when)
    }
    new MutationObserver(() => {
      for (const alert of document.querySelectorAll('[role=alert]')) {
        const words = alert.textContent ?? ''
        if (words && heard.verdicts[heard.verdicts.length - 1] !== words) heard.verdicts.push(words)
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  return () => app.page.evaluate(() => (window as unknown as { heard: Heard }).heard)
}

describe('continuous scanning with the camera of the browser', () => {
  onOwnPhones('a queue of three: three verdicts, each with its own sound and vibration, after one tap', async () => {
    const app = await repPhone(browser, backend, { permissions: ['camera'] })
    await app.open(atEvent(routes.repScan))
    await app.sees(t.idle)
    const heard = await listen(app)
    await app.press(t.scan)
    const wanted = [new RegExp(`^${lightZh.green} 陈`), new RegExp(`^${lightZh.red}.*无效二维码`), new RegExp(`^${lightZh.amber} 谢`)]
    const until = Date.now() + 30_000
    const seen = async (): Promise<number[]> => {
      const { verdicts } = await heard()
      return wanted.map((words) => verdicts.findIndex((verdict) => words.test(verdict)))
    }
    // The second beat of the last verdict comes a moment after its words.
    const allTold = async (): Promise<boolean> => !(await seen()).includes(-1) && (await heard()).buzzes.length >= 4
    while (!(await allTold()) && Date.now() < until) await app.page.waitForTimeout(200)
    const told = await heard()
    assert.ok(!(await seen()).includes(-1), JSON.stringify(told.verdicts))
    for (const pitch of [1320, 330, 880]) assert.ok(told.tones.includes(pitch), `no tone of ${pitch} Hz in ${told.tones.join()}`)
    assert.ok(told.buzzes.length >= 4, JSON.stringify(told.buzzes))
    assert.ok(new Set(told.buzzes.map(String)).size >= 2, JSON.stringify(told.buzzes))
    // The forged code was refused on the phone and never left it.
    const scans = (await (await backend.as('rep'))('listScans', { params: { eventId: EVENT }, query: {} })).ok().items
    assert.deepEqual([...new Set(scans.map(({ code }) => code))].sort(), ['ALREADY_DONE', 'RESERVED'])
    await app.press(t.stop)
    await app.page.locator('video').waitFor({ state: 'detached' })
    app.assertQuiet()
  })
})
