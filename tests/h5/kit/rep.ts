import { deskTexts as desk } from '@/packages/event/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { EVENT } from '@tests/builders/events'
import type { BrowserContextOptions, Browser } from 'playwright-core'
import { newPhone, signInAs, type App } from './app'
import type { Backend } from './backend'

/** Address of a page about the event of the seed. */
export const atEvent = (page: string): string => withParams(page, { eventId: EVENT })

/** The rep's phone: signed in, bound in place of any other, with the kit and its lease. */
export async function repPhone(browser: Browser, backend: Backend, options: BrowserContextOptions = {}): Promise<App> {
  ;(await (await backend.tester())('unbindRepDevice', { params: { repId: 'rep' } })).ok()
  const app = await newPhone(browser, backend, options)
  await signInAs(app, 'rep')
  await app.open(atEvent(routes.repDesk))
  await app.press(desk.bind)
  await app.sees(desk.leaseLeft)
  return app
}
