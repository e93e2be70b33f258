import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { afterTexts } from '@/packages/claim/after-texts'
import { texts as mine } from '@/pages/mine/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { CLAIMANT, claimAt } from '@tests/builders/golden-claims'
import { signInAs } from './kit/app'
import { smallPhone } from './kit/browser'
import { settled } from './kit/checks'
import { inChromium } from './kit/stage'
import { onOwnPhones } from './kit/way'

const on = inChromium()
const { feedback } = afterTexts

describe('what it was like, on the smallest phone', () => {
  onOwnPhones('five answers side by side, each large enough for a thumb; in 长辈版 in two lines, larger', async () => {
    const { claimId } = await claimAt(on.backend, 'PAID')
    const app = await on.phone({ viewport: smallPhone })
    await signInAs(app, CLAIMANT)
    const answers = async () => {
      await app.open(withParams(routes.claimDetail, { claimId }))
      await app.sees(feedback.title)
      await settled(app.page)
      const boxes = await Promise.all(([5, 4, 3, 2, 1] as const).map((score) => app.page.getByRole('radio', { name: feedback.scores[score], exact: true }).filter({ visible: true }).last().boundingBox()))
      return boxes.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 })
    }
    const normal = await answers()
    assert.equal(new Set(normal.map(({ y }) => Math.round(y))).size, 1, 'one row')
    for (const { x, width, height } of normal) assert.ok(width >= 44 && height >= 44 && x >= 0 && x + width <= 320, JSON.stringify(normal))
    await app.open(routes.mine)
    await app.flip(mine.elder)
    const elder = await answers()
    assert.equal(new Set(elder.map(({ y }) => Math.round(y))).size, 2, 'two rows')
    for (const { x, width, height } of elder) assert.ok(width >= 60 && height >= 60 && x >= 0 && x + width <= 320, JSON.stringify(elder))
    app.assertQuiet()
  })
})
