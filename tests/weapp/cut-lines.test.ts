import { describe, it } from 'node:test'
import { startCutBackend } from '@tests/builders/cut-backend'
import { cutTitles, cutWays } from '@tests/builders/cut-ways'
import { inHandOf } from './in-hand'
import { enter, openPhone } from './phone'

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
