import { describe, it } from 'node:test'
import { startCutBackend } from '@tests/builders/cut-backend'
import type { Phone } from '@tests/builders/cut-steps'
import { cutTitles, cutWays } from '@tests/builders/cut-ways'
import type { MiniProgram } from './host'
import { enter, openPhone } from './phone'

const inHandOf = (app: MiniProgram): Phone => ({
  open: (address) => app.goto(address, 'navigateTo'),
  press: (words) => app.tapText(words),
  choose: (words) => app.tapText(words),
  tick: (words) => app.check(words),
  isTicked: (words) => app.isChecked(words),
  sees: (words) => app.waitText(words),
  type: (label, text) => app.input(label, text),
  flip: (title) => app.check(title),
})

for (const at of ['before', 'after'] as const) {
  describe(cutTitles[at], () => {
    for (const { name, as, prepare, play } of cutWays) {
      it(name, async () => {
        const backend = await startCutBackend('dist/none')
        await prepare?.(backend)
        const app = await openPhone(backend, as, { mocks: { shareFileMessage: {} } })
        try {
          await enter(app)
          await app.waitRoute('pages/home/index')
          await play(at, inHandOf(app), backend)
          await app.assertNoErrors()
        } finally {
          await app.close()
          await backend.close()
        }
      })
    }
  })
}
