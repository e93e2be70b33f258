import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import path from 'node:path'
import { texts as signIn } from '@/pages/sign-in/texts'
import { startCutBackend } from '@tests/builders/cut-backend'
import { steps, type Phone } from '@tests/builders/gift-steps'
import { openMiniProgram, type MiniProgram } from './host'

const DIST = path.resolve(__dirname, '../../dist/weapp')

const inHandOf = (app: MiniProgram): Phone => ({
  open: (address) => app.goto(address, 'navigateTo'),
  press: (words) => app.tapText(words),
  choose: (words) => app.tapText(words),
  tick: (words) => app.check(words),
  isTicked: (words) => app.isChecked(words),
  sees: (words) => app.waitText(words),
})

for (const at of ['before', 'after'] as const) {
  describe(at === 'before' ? 'the line is cut before the server has heard it' : 'the answer is lost on its way back', () => {
    for (const step of steps) {
      it(step.name, async () => {
        const backend = await startCutBackend('dist/none')
        await step.prepare?.(backend)
        const app = await openMiniProgram(DIST, { mapBaseUrl: backend.base, mocks: { login: { code: `test:${step.as}` } }, timeout: 15_000 })
        try {
          await app.check(signIn.agree)
          await app.tapText(signIn.wechat)
          await app.waitRoute('pages/home/index')
          const phone = inHandOf(app)
          const address = await step.at(backend)
          backend.cut(at, step.cut)
          await phone.open(address)
          await step.act?.(phone)
          await phone.sees(step.says)
          await step.kept?.(phone)
          backend.mend()
          await step.again(phone, at)
          await phone.sees(step.done)
          await step.once?.(backend)
          if (step.sameKey) {
            const keys = backend.keysOf(step.cut)
            assert.ok(keys.length >= 2 && new Set(keys).size === 1, keys.join(' '))
          }
          await app.assertNoErrors()
        } finally {
          await app.close()
          await backend.close()
        }
      })
    }
  })
}
