import { after, before, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import { startCutBackend } from '@tests/builders/cut-backend'
import type { Phone } from '@tests/builders/cut-steps'
import { cutTitles, cutWays } from '@tests/builders/cut-ways'
import { newPhone, signInAs, type App } from './kit/app'
import { launchBrowser } from './kit/browser'
import { onOwnPhones } from './kit/way'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const beginning = (words: string): RegExp => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
const boxOf = ({ page }: App, words: string) => page.getByRole('checkbox', { name: words }).filter({ visible: true }).last()
const inHandOf = (app: App): Phone => ({
  open: (address) => app.open(address),
  press: (words) => app.press(words),
  choose: (words) => app.choose(beginning(words)),
  tick: (words) => app.tick(words),
  isTicked: async (words) => (await boxOf(app, words).getAttribute('aria-checked')) === 'true',
  sees: (words) => app.sees(words),
  type: (label, text) => app.type(label, text),
  flip: (title) => app.flip(title),
})

for (const at of ['before', 'after'] as const) {
  describe(cutTitles[at], () => {
    for (const { name, as, prepare, play } of cutWays) {
      onOwnPhones(name, async () => {
        const backend = await startCutBackend()
        try {
          await prepare?.(backend)
          const app = await newPhone(browser, backend)
          app.expectComplaint(/ERR_EMPTY_RESPONSE|ERR_CONNECTION|ERR_FAILED|ERR_SOCKET/)
          await signInAs(app, as)
          await play(at, inHandOf(app), backend)
          app.assertQuiet()
        } finally {
          await backend.close()
        }
      })
    }
  })
}
