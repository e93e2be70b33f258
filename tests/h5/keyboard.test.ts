import assert from 'node:assert/strict'
import { it } from 'node:test'
import { texts as home } from '@/pages/home/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { inChromium } from './kit/stage'

const on = inChromium()

it('signs in with the keyboard alone', async () => {
  const app = await on.phone()
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
