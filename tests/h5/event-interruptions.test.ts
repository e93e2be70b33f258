import { after, before, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import { startCutBackend } from '@tests/builders/cut-backend'
import { playRepCut, repSteps, type RepPhone } from '@tests/builders/rep-steps'
import { newPhone, signInAs, type App } from './kit/app'
import { launchBrowser } from './kit/browser'
import { onOwnPhones } from './kit/way'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const inHandOf = (app: App): RepPhone => ({
  open: (address) => app.open(address),
  press: (words) => app.press(words),
  choose: (words) => app.choose(words),
  tick: (words) => app.tick(words),
  isTicked: () => Promise.resolve(false),
  sees: (words) => app.sees(words),
  type: (label, text) => app.type(label, text),
  flip: (title) => app.flip(title),
})

for (const at of ['before', 'after'] as const) {
  describe(at === 'before' ? 'the line is cut before the server has heard the rep' : 'the answer to the rep is lost on its way back', () => {
    for (const step of repSteps) {
      onOwnPhones(step.name, async () => {
        const backend = await startCutBackend()
        try {
          await step.prepare?.(backend)
          const app = await newPhone(browser, backend)
          app.expectComplaint(/ERR_EMPTY_RESPONSE|ERR_CONNECTION|ERR_FAILED|ERR_SOCKET/)
          await signInAs(app, 'rep')
          await playRepCut(step, at, inHandOf(app), backend)
          app.assertQuiet()
        } finally {
          await backend.close()
        }
      })
    }
  })
}
