import { texts as home } from '@/pages/home/texts'
import type { App } from './app'

/** The app's own way to a page, not a fresh load of it: a row of home, which stays mounted below, is led to the address that it is given. */
export async function goTo({ page }: App, address: string): Promise<void> {
  if (!(await page.evaluate('window.led'))) {
    await page.getByText(home.tester).first().waitFor({ state: 'attached' })
    await page.evaluate(() => {
      const push = history.pushState
      history.pushState = (state, unused, url) => {
        const to: unknown = Reflect.get(window, 'to')
        Reflect.set(window, 'to', undefined)
        push.call(history, state, unused, typeof to === 'string' && url ? to : url)
      }
      Reflect.set(window, 'led', true)
    })
  }
  await page.evaluate(([words = '', to]) => {
    Reflect.set(window, 'to', to)
    const rows = [...document.querySelectorAll<HTMLElement>('[role="button"]')]
    rows.find(({ textContent }) => textContent?.startsWith(words))?.click()
  }, [home.tester, address])
}
