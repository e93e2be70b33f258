import { deskTexts as desk } from '@/packages/event/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { EVENT } from '@tests/builders/events'
import type { BrowserContextOptions, Browser } from 'playwright-core'
import { newPhone, signInAs, type App } from './app'
import type { Backend } from './backend'

/** Address of a page about the event of the seed. */
export const atEvent = (page: string): string => withParams(page, { eventId: EVENT })

/** The rep's phone: signed in, bound, with the kit and its lease. */
export async function repPhone(browser: Browser, backend: Backend, options: BrowserContextOptions = {}): Promise<App> {
  const app = await newPhone(browser, backend, options)
  await signInAs(app, 'rep')
  await app.open(atEvent(routes.repDesk))
  const bind = app.button(desk.bind)
  const held = app.page.getByText(desk.leaseLeft).filter({ visible: true })
  await bind.or(held).first().waitFor()
  if (await bind.isVisible()) await bind.click()
  await held.waitFor()
  return app
}
