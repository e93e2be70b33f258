import { after, before, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import { startCutBackend } from '@tests/builders/cut-backend'
import { cutTitles, cutWays } from '@tests/builders/cut-ways'
import { hasSignedIn, newPhone } from './kit/app'
import { launchBrowser } from './kit/browser'
import { inHandOf } from './kit/in-hand'
import { onOwnPhones } from './kit/way'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

for (const at of ['before', 'after'] as const) {
  describe(cutTitles[at], () => {
    for (const { name, as, prepare, play } of cutWays) {
      onOwnPhones(name, async () => {
        const backend = await startCutBackend()
        try {
          await prepare?.(backend)
          const app = await newPhone(browser, backend)
          app.expectComplaint(/ERR_EMPTY_RESPONSE|ERR_CONNECTION|ERR_FAILED|ERR_SOCKET/)
          await hasSignedIn(app, as)
          await play(at, inHandOf(app), backend)
          app.assertQuiet()
        } finally {
          await backend.close()
        }
      })
    }
  })
}
