import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { go } from '@/platform/navigation'
import { answer } from '@tests/setup/dialog'
import { renderApp, type App } from '@tests/setup/render-app'
import type { Act, ActPhone, ActWorld } from './acts'
import { createBackend } from './backend'
import { peopleOf } from './people'
import { padStrokes } from './signature'

/** Words as a finger looks for them: the beginning of what stands there. */
export const beginning = (words: string): RegExp => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
const named = (role: string, words: string): Promise<HTMLElement> => screen.findByRole(role, { name: beginning(words) })

/** A page test's page, in the hands that the tables of steps speak of. */
export const inHand: ActPhone = {
  open: async (address) => void (await go(address)),
  press: async (words) => void fireEvent.click(await named('button', words)),
  choose: async (words) => void fireEvent.click(await named('radio', words)),
  tick: async (words) => void fireEvent.click(await named('checkbox', words)),
  isTicked: async (words) => (await named('checkbox', words)).getAttribute('aria-checked') === 'true',
  sees: async (words) => void (await screen.findAllByText(words, { exact: false })),
  type: async (label, text) => {
    const field = await screen.findByLabelText(label)
    await userEvent.clear(field)
    await userEvent.type(field, text)
  },
  flip: async (title) => void fireEvent.click(await named('switch', title)),
  pick: async (label, date) => void fireEvent.change(await screen.findByLabelText(label), { target: { value: date } }),
  draw: async (words) => {
    const pad = await screen.findByRole('img', { name: words })
    for (const [first, ...rest] of padStrokes) {
      if (!first) continue
      fireEvent.touchStart(pad, { touches: [{ clientX: first[0], clientY: first[1] }] })
      for (const [clientX, clientY] of rest) fireEvent.touchMove(pad, { touches: [{ clientX, clientY }] })
      fireEvent.touchEnd(pad)
    }
  },
}

/** The page of an act with all filled in, and the button that does it. */
export async function readyTo({ as, at, fill, tap }: Act, hands: ActPhone = inHand): Promise<{ app: App; world: ActWorld; button: HTMLElement }> {
  const backend = await createBackend()
  const world = { ...backend, ...peopleOf(backend.core) }
  const app = await renderApp({ ...(as !== null && { as }), backend, at: await at(world) })
  await fill?.(hands, world)
  const button = await named('button', tap)
  await quiet(app)
  app.server.asked.length = 0
  app.server.sent.length = 0
  app.server.keys.length = 0
  return { app, world, button }
}

/** Until nothing more is asked for. */
export async function quiet({ server }: App): Promise<void> {
  let before = -1
  while (server.asked.length > before) {
    before = server.asked.length
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
}

export const goOn = async ({ yes }: Act): Promise<void> => (yes === undefined ? undefined : answer(true))
