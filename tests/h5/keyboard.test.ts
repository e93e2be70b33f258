import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { texts as home } from '@/pages/home/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { newPhone } from './kit/app'
import { startBackend, type Backend } from './kit/backend'
import { launchBrowser } from './kit/browser'

let browser: Browser
let backend: Backend
before(async () => {
  browser = await launchBrowser()
  backend = await startBackend()
})
after(async () => {
  await browser.close()
  await backend.close()
})

it('signs in with the keyboard alone', async () => {
  const app = await newPhone(browser, backend)
  await app.open('/')
  await app.onPage(signIn.welcome)
  const keys = app.page.keyboard
  const to = async (name: string): Promise<void> => {
    for (let tabs = 0; tabs < 40; tabs += 1) {
      await keys.press('Tab')
      const words = await app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)
      if (words === name) return
    }
    assert.fail(`Tab never reaches «${name}»`)
  }
  await to(signIn.phone)
  await keys.type('10000000001')
  await to(signIn.agree)
  await keys.press('Space')
  await keys.press('Shift+Tab')
  await keys.press('Enter')
  await app.sees(signIn.codeSent('100****0001'))
  await keys.press('Shift+Tab')
  await keys.type('202507')
  await to(signIn.signIn)
  await keys.press('Enter')
  await app.sees(home.greeting('陈**'))
})
