import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { consentTexts } from '@/packages/account/texts'
import { texts as claim } from '@/packages/claim/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { signInAs, type App } from './kit/app'
import { axeViolations, overflowing, settled } from './kit/checks'
import { inChromium } from './kit/stage'
import { way } from './kit/way'

const C2 = '医保结算数据查询（免审即享）'
const on = inChromium()
const claimOf = async (as: string, claimId: string) => (await (await on.backend.as(as))('getClaim', { params: { claimId } })).ok()

/** Nothing reaches over the side of the smallest phone, and axe is content. */
async function looksRight(app: App): Promise<void> {
  await app.page.setViewportSize({ width: 320, height: 568 })
  await settled(app.page)
  assert.deepEqual(await overflowing(app.page), [])
  assert.deepEqual(await axeViolations(app.page), [])
}

describe('C2 is taken back while an amount waits for a yes', () => {
  let app: App
  const step = way(() => app)

  step('a second question, and 一并停止 stops that one too', async () => {
    app = await on.phone()
    await signInAs(app, 'model')
    await app.open(routes.consents)
    await app.onPage(consentTexts.title)
    await app.page.getByRole('switch', { name: consentTexts.switchLabel(C2) }).click()
    await app.press(consentTexts.withdrawOk)
    await app.sees(/^您有1笔免审核算的互助金还在等您确认/)
    await looksRight(app)
    await app.press(consentTexts.stopOk)
    await app.sees(consentTexts.saved(C2, false))
    assert.equal((await claimOf('model', 'CLM-2026-000004')).status.state, 'WITHDRAWN')
  })
})

describe('a decision that differs from what was filed', () => {
  let app: App
  const step = way(() => app)

  step('says how much more, from what to what, and by which clause', async () => {
    app = await on.phone()
    await signInAs(app, 'woman-p6')
    await app.open(withParams(routes.claimDetail, { claimId: 'CLM-2026-000026' }))
    await app.onPage(claim.detail.title)
    await app.sees(claim.estimate.adjusted(600_000, 3_000_000))
    await app.sees(/类别由“原位癌”更正为“恶性肿瘤”.*示例条款P6-1/)
    await looksRight(app)
    app.assertQuiet()
  })
})
