import type { ActPhone } from '@tests/builders/acts'
import type { App } from './app'
import { drawName } from './sign'

const beginning = (words: string): RegExp => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
const boxOf = ({ page }: App, words: string) => page.getByRole('checkbox', { name: words }).filter({ visible: true }).last()
/** For the tables of steps that both targets play. */
export const inHandOf = (app: App): ActPhone => ({
  open: (address) => app.open(address),
  press: (words) => app.press(words),
  choose: (words) => app.choose(beginning(words)),
  tick: (words) => app.tick(words),
  isTicked: async (words) => (await boxOf(app, words).getAttribute('aria-checked')) === 'true',
  sees: (words) => app.sees(words),
  type: (label, text) => app.type(label, text),
  flip: (title) => app.flip(title),
  pick: (label, date) => app.type(label, date),
  draw: (pad) => drawName(app.page, pad),
})
