import { describe, it } from 'node:test'
import path from 'node:path'
import { texts as signIn } from '@/pages/sign-in/texts'
import { startCutBackend } from '@tests/builders/cut-backend'
import { playRepCut, repSteps, type RepPhone } from '@tests/builders/rep-steps'
import { openMiniProgram, type MiniProgram } from './host'

const DIST = path.resolve(__dirname, '../../dist/weapp')

const inHandOf = (app: MiniProgram): RepPhone => ({
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
  describe(at === 'before' ? 'the line is cut before the server has heard the rep' : 'the answer to the rep is lost on its way back', () => {
    for (const step of repSteps) {
      it(step.name, async () => {
        const backend = await startCutBackend('dist/none')
        await step.prepare?.(backend)
        const app = await openMiniProgram(DIST, { mapBaseUrl: backend.base, mocks: { login: { code: 'test:rep' }, shareFileMessage: {} }, timeout: 15_000 })
        try {
          await app.check(signIn.agree)
          await app.tapText(signIn.wechat)
          await app.waitRoute('pages/home/index')
          await playRepCut(step, at, inHandOf(app), backend)
          await app.assertNoErrors()
        } finally {
          await app.close()
          await backend.close()
        }
      })
    }
  })
}
