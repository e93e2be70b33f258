import assert from 'node:assert/strict'
import { test } from 'node:test'
import { texts as claim } from '@/packages/claim/texts'
import type { MiniProgram } from './host'
import { onPhones } from './stage'

const { supplement, papers, answer, appeal, detail } = claim
const on = onPhones({ photos: 2 })
let app: MiniProgram


/** A persona's own phone, signed in. */
async function phoneOf(persona: string): Promise<void> {
  app = await on.signedIn(persona, { mocks: { chooseMedia: { files: on.photos } } })
}
const stateOf = async (persona: string, claimId: string): Promise<string> => (await (await on.backend.as(persona))('getClaim', { params: { claimId } })).ok().status.state

test('trade: photos for one paper, a reason for the other, one tap, and the reviewer goes on', async () => {
  await phoneOf('trade')
  await app.tapText('申领需要补材料')
  await app.waitRoute('packages/claim/pages/supplement')
  await app.waitText('请一次补齐下列2项')
  await app.tapText(supplement.submit)
  await app.waitText(supplement.itemMissing('医保结算单'))
  await app.tap(`[aria-label="${papers.buttonFor(papers.album, '费用清单')}"]`)
  await app.tap(`[aria-label="${supplement.noneFor('医保结算单')}"]`)
  await app.input(supplement.reason('医保结算单'), '医保局不再补打。')
  await app.waitFor('both photos on the server', async () => {
    const { documents } = (await (await on.backend.as('trade'))('getClaim', { params: { claimId: 'CLM-2026-000022' } })).ok()
    return documents.filter(({ supplementItemId, state }) => supplementItemId === 'S1' && state === 'RECEIVED').length === 2
  })
  await app.relaunch()
  await app.tapText('申领需要补材料')
  await app.waitFor('what was written before', async () => (await app.value(supplement.reason('医保结算单'))) === '医保局不再补打。')
  // A photo whose answer did not come before the kill is sent again, and handing in waits for it, in words.
  await app.waitFor('the paper and both photos received', async () => (await app.texts()).filter((words) => words === '已收到').length === 3)
  await app.tapText(supplement.submit)
  await app.waitText(supplement.done)
  assert.equal(await stateOf('trade', 'CLM-2026-000022'), 'REVIEWING')
  await app.tapText(detail.see)
  await app.waitText('已补充材料')
})

test('hardship: a refusal, the grounds, one more question, and other people look again', async () => {
  await phoneOf('hardship')
  await app.goto('/packages/claim/pages/detail/index?claimId=CLM-2026-000024', 'navigateTo')
  await app.waitText('未通过')
  await app.tapText(appeal.title)
  await app.waitRoute('packages/claim/pages/appeal')
  await app.input(appeal.reasonLabel, '我属于续保。')
  await app.tapText(appeal.submit)
  await app.tapText(appeal.ask.ok)
  await app.waitText(appeal.done)
  await app.waitText('复核人员')
  assert.equal(await stateOf('hardship', 'CLM-2026-000024'), 'APPEALING')
  ;(await (await on.backend.tester())('decideClaim', { params: { claimId: 'CLM-2026-000024' }, body: { decision: 'OVERTURN' } })).ok()
  await app.tapText(detail.see)
  await app.waitText('我属于续保。')
  await app.waitText('1,600')
})

test('model: source and arithmetic, one tap, and after the clock the money is there', async () => {
  await phoneOf('model')
  await app.tapText('有一笔互助金等您确认')
  await app.waitRoute('packages/claim/pages/detail')
  await app.waitText('5,500.00 × 80% = 4,400.00')
  await app.tapText(answer.take)
  await app.waitText('拨付中')
  await on.backend.move(4)
  await app.relaunch()
  await app.goto('/packages/claim/pages/detail/index?claimId=CLM-2026-000004', 'navigateTo')
  await app.waitText('已到账')
  await app.waitText(appeal.optional)
  assert.equal(await stateOf('model', 'CLM-2026-000004'), 'PAID')
})
