import type { ActPhone } from '@tests/builders/acts'
import { padStrokes } from '@tests/builders/signature'
import type { MiniProgram } from './host'

/** For the tables of steps that both targets play. */
export const inHandOf = (app: MiniProgram): ActPhone => ({
  open: (address) => app.goto(address, 'navigateTo'),
  press: (words) => app.tapText(words),
  choose: (words) => app.tapText(words),
  tick: (words) => app.check(words),
  isTicked: (words) => app.isChecked(words),
  sees: (words) => app.waitText(words),
  type: (label, text) => app.input(label, text),
  flip: (title) => app.check(title),
  pick: (label, date) => app.pick(label, date),
  draw: (pad) => app.draw(`[aria-label="${pad}"]`, padStrokes),
})
