import { it } from 'node:test'
import { tabRoutes } from '@/routes'
import { acts, titleOf } from '@tests/builders/acts'
import { startCutBackend } from '@tests/builders/cut-backend'
import { sentOnce } from '@tests/builders/sent-once'
import { inHandOf } from './in-hand'
import { enter, openPhone } from './phone'

/** Each act of a member or a rep in the built mini-program, tapped twice within one frame. That no primary action is missing here tests/pages/two-taps.test.tsx holds. */
for (const act of acts) {
  it(`${titleOf(act)}: tapped twice, sent once`, async () => {
    const { as, at, fill, tap, yes } = { ...act, ...act.inWeapp }
    const backend = await startCutBackend('dist/none')
    const address = await at(backend)
    const app = await openPhone(backend, as ?? 'courier')
    try {
      if (as !== null) {
        await enter(app)
        await app.waitRoute('pages/home/index')
        await app.goto(address, tabRoutes.includes(address) ? 'switchTab' : 'navigateTo')
      }
      await fill?.(inHandOf(app), backend)
      const sent = backend.acts().length
      await app.tapTwice(tap)
      if (yes !== undefined) await app.tapText(yes)
      await sentOnce(act, backend, sent)
      await app.assertNoErrors()
    } finally {
      await app.close()
      await backend.close()
    }
  })
}
