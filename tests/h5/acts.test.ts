import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { acts, titleOf } from '@tests/builders/acts'
import { startCutBackend } from '@tests/builders/cut-backend'
import { sentOnce } from '@tests/builders/sent-once'
import { hasSignedIn, newPhone } from './kit/app'
import { launchBrowser } from './kit/browser'
import { inHandOf } from './kit/in-hand'
import { onOwnPhones } from './kit/way'

/** Each act of a member or a rep on the built app, tapped twice within one frame. That no primary action is missing here tests/pages/two-taps.test.tsx holds. */

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

for (const act of acts) {
  onOwnPhones(`${titleOf(act)}: tapped twice, sent once`, async () => {
    const backend = await startCutBackend()
    try {
      const address = await act.at(backend)
      const app = await newPhone(browser, backend)
      if (act.as !== null) await hasSignedIn(app, act.as)
      await app.open(address)
      await act.fill?.(inHandOf(app), backend)
      const sent = backend.acts().length
      await app.button(act.tap).evaluate((element: HTMLElement) => {
        element.click()
        element.click()
      })
      if (act.yes !== undefined) await app.press(act.yes)
      await sentOnce(act, backend, sent)
    } finally {
      await backend.close()
    }
  })
}
