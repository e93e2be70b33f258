import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consentTexts } from '@/packages/account/texts'
import { texts as claim } from '@/packages/claim/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as mine } from '@/pages/mine/texts'
import type { MiniProgram } from './host'
import { onPhones } from './stage'

const on = onPhones()
let app: MiniProgram


const c2Of = async (persona: string) => (await (await on.backend.as(persona))('listConsents')).ok().items.find(({ consentId }) => consentId === 'C2')

test('免审即享 is offered on 首页 and where a claim begins; 看看 opens its text, «不用» is an answer for every page', async () => {
  app = await on.signedIn('trade')
  await app.waitText(home.auto.title)
  await app.tapText(home.auto.see)
  await app.waitRoute('packages/account/pages/consents')
  await app.waitText(consentTexts.standing)
  await app.goto('/packages/claim/pages/start/index', 'navigateTo')
  await app.waitText(claim.start.auto.title)
  await app.tapText(claim.start.auto.no)
  await app.waitNoText(claim.start.auto.title)
  assert.equal((await c2Of('trade'))?.granted, false)
  assert.notEqual((await c2Of('trade'))?.at, null)
  await app.relaunch()
  await app.waitText(home.claim)
  assert.ok(!(await app.hasText(home.auto.title)))
})

test('a stay that was paid without a tap: the message leads to source, rule and arithmetic, and a person is one tap away', async () => {
  await on.backend.move(3)
  const industrial = await on.backend.as('industrial')
  const message = (await industrial('listMessages', { query: {} })).ok().items.find(({ titleZh }) => titleZh === '免审即享')
  const claimId = message?.leadsTo?.id ?? 'no message'
  app = await on.signedIn('industrial')
  await app.tapTab('我的')
  await app.tapText(mine.messages)
  await app.waitRoute('packages/account/pages/messages')
  await app.tapText('可查看依据和算式,有疑问一点即找人')
  await app.waitRoute(`packages/claim/pages/detail/index?claimId=${claimId}`)
  await app.waitText(claim.auto.title)
  const { auto, status } = (await industrial('getClaim', { params: { claimId } })).ok()
  assert.equal(status.state, 'PAID')
  for (const words of [auto?.sourceZh, auto?.ruleZh, auto?.formulaZh]) await app.waitText(words ?? 'nothing is explained')
  await app.tapText(claim.auto.doubt)
  await app.waitRoute('packages/claim/pages/appeal')
  await app.waitText(claim.appeal.title)
})

test('a stay that waits for a yes: asked once more, it goes to a person, who finds it on the office’s list', async () => {
  app = await on.signedIn('model')
  await app.goto('/packages/claim/pages/detail/index?claimId=CLM-2026-000004', 'navigateTo')
  await app.waitText(claim.auto.title)
  await app.tapText(claim.auto.doubt)
  const ask = claim.answer.personAsk('HUMAN', '')
  await app.waitText(ask.title)
  await app.tapText(ask.ok)
  await app.waitText(claim.answer.disputed)
  const tasks = (await (await on.backend.as('reviewer-1'))('listOfficeTasks')).ok().items
  assert.equal(tasks.find(({ claimId }) => claimId === 'CLM-2026-000004')?.textZh, '会员对免审结果有疑问，请人工核对。')
})
