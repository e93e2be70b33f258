import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { runOutbox } from '@/api/outbox'
import { texts } from '@/packages/claim/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useOutbox } from '@/state/outbox-store'
import type { Claim } from '@/contract/schemas/claim'
import type { ReadPicture } from '@mock/handlers/flow/papers/recognition-desk'
import { renderApp, type App } from '@tests/setup/render-app'
import { aDraft, type DraftParts } from './driver-claims'
import { signIn } from './people'
import { padStrokes } from './signature'

export interface ClaimApp extends App {
  claim: Claim
  claimId: string
  /** The claim as the server has it now. */
  onServer(): Promise<Claim>
}

/** Opens a page about a claim of persona driver that was made beforehand: a full draft unless `make` says otherwise. */
export async function openClaim(page: string, make: DraftParts | ((app: App) => Promise<Claim>) = {}, params: Record<string, string> = {}, reads?: ReadPicture): Promise<ClaimApp> {
  const app = await renderApp({ as: 'driver', at: routes.about, reads })
  const claim = typeof make === 'function' ? await make(app) : await aDraft(app.backend.core, make)
  const { claimId } = claim
  await app.relaunch(withParams(page, { claimId, ...params }))
  app.server.asked.length = 0
  return Object.assign(app, {
    claim,
    claimId,
    onServer: async () => (await (await signIn(app.backend.core, 'driver'))('getClaim', { params: { claimId } })).ok(),
  })
}

let outbox: ReturnType<typeof runOutbox> | undefined
afterEach(() => {
  outbox?.stop()
  outbox = undefined
})
/** The sender of the outbox, as the app has it running. */
export function startOutbox(app: App): ReturnType<typeof runOutbox> {
  outbox?.stop()
  outbox = runOutbox(app.client)
  return outbox
}

/** Kills the app with whatever it was sending, and opens it again. */
export async function restartApp(app: App, at: string): Promise<void> {
  outbox?.stop()
  useOutbox.setState({ items: [] })
  useOutbox.getState().reload()
  await app.relaunch(at)
  startOutbox(app).kick()
}

export const type = async (label: string, text: string): Promise<void> => {
  const field = await screen.findByLabelText(label)
  await userEvent.clear(field)
  await userEvent.type(field, text)
}
export const pickDate = async (label: string, date: string): Promise<void> => void fireEvent.change(await screen.findByLabelText(label), { target: { value: date } })
export const press = async (name: string | RegExp): Promise<void> => userEvent.click(await screen.findByRole('button', { name }))
/** Signs in the field on 核对. */
export async function sign(): Promise<void> {
  const pad = await screen.findByRole('img', { name: texts.sign.pad })
  for (const [first, ...rest] of padStrokes) {
    if (!first) continue
    fireEvent.touchStart(pad, { touches: [{ clientX: first[0], clientY: first[1] }] })
    for (const [clientX, clientY] of rest) fireEvent.touchMove(pad, { touches: [{ clientX, clientY }] })
    fireEvent.touchEnd(pad)
  }
}
export const onPage = async (title: string): Promise<void> => void (await screen.findByRole('heading', { name: title, level: 1 }))
