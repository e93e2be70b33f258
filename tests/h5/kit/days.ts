import { texts as home } from '@/pages/home/texts'
import { texts as mine } from '@/pages/mine/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { makePages, type Days, type Fingers, type Made, type Row } from '../page-table'
import type { App } from './app'
import { startBackend, type Backend } from './backend'

/** The page table behind real servers, and what was made on them. */
export async function openDays(): Promise<{ days: Days<Backend>; made: Made; close(): Promise<void> }> {
  const days = { seeded: await startBackend(), paid: await startBackend() }
  return { days, made: await makePages(days), close: async () => void (await Promise.all([days.seeded.close(), days.paid.close()])) }
}

/** A phone that shows rows, in any browser. */
export type Phone = Fingers & Pick<App, 'open' | 'onPage' | 'tab'>

/** From the home page of whoever is signed in: the look of that person, or of nobody, with the person signed out. */
export async function takeLook(app: Phone, as: string | null, elder: boolean): Promise<void> {
  // It follows the member from phone to phone: a row before may have left it on.
  await app.flip(home.elder, elder)
  if (as) return
  // The phone remembers 长辈版 for whoever signs in next.
  await app.tab('我的')
  await app.press(mine.signOut)
  await app.press(mine.signOutOk)
  await app.onPage(signIn.welcome)
}

/** A row as it is looked at. `atRest` waits until nothing moves any more. */
export async function showRow(app: Phone, { page, title, params, then }: Row, made: Made, atRest: () => Promise<void>): Promise<void> {
  await app.open(withParams(routes[page], params?.(made) ?? {}))
  await app.onPage(title)
  await atRest()
  if (!then) return
  await then(app)
  await atRest()
}
