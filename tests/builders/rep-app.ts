import { fireEvent, screen } from '@testing-library/react'
import { runOutbox } from '@/api/outbox'
import { deskTexts as desk, signTexts as sign } from '@/packages/event/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useOutbox } from '@/state/outbox-store'
import { button, renderApp, type App } from '@tests/setup/render-app'
import { EVENT } from './events'
import { crowdOf, type Crowd } from './rep-phone'

/** Address of a page about the event of the seed. */
export const atEvent = (path: string): string => withParams(path, { eventId: EVENT })

let outbox: ReturnType<typeof runOutbox> | undefined
afterEach(() => {
  outbox?.stop()
  outbox = undefined
})

/** The rep's phone, bound, with the kit and its lease, on a page of the event. */
export async function repAt(path: string): Promise<{ app: App; crowd: Crowd }> {
  const app = await renderApp({ as: 'rep', at: atEvent(routes.repDesk) })
  fireEvent.click(await button(desk.bind))
  await screen.findByText(desk.leaseLeft)
  // Answers that are kept are written together a moment later.
  await new Promise((resolve) => setTimeout(resolve, 120))
  await app.relaunch(atEvent(path))
  return { app, crowd: crowdOf(app.backend) }
}

/** Begins to send what waits, as the running app does. */
export function sending(app: App): ReturnType<typeof runOutbox> {
  outbox?.stop()
  outbox = runOutbox(app.client)
  return outbox
}

/** Kills the app; what waits begins to be sent when it opens again. */
export async function reopened(app: App, path: string): Promise<ReturnType<typeof runOutbox>> {
  outbox?.stop()
  useOutbox.setState({ items: [] })
  useOutbox.getState().reload()
  await app.relaunch(atEvent(path))
  return sending(app)
}

/** A finger on the pad. */
export async function writesName(): Promise<void> {
  const pad = await screen.findByRole('img', { name: sign.pad })
  fireEvent.touchStart(pad, { touches: [{ clientX: 10, clientY: 10 }] })
  for (let step = 1; step < 12; step += 1) fireEvent.touchMove(pad, { touches: [{ clientX: 10 + step * 12, clientY: 20 + (step % 3) * 30 }] })
  fireEvent.touchEnd(pad)
}
