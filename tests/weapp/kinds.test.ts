import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindTexts } from '@/packages/claim/kind-texts'
import { texts as claim } from '@/packages/claim/texts'
import { texts as claims } from '@/pages/claims/texts'
import { texts as home } from '@/pages/home/texts'
import { addPapers } from '@tests/builders/kinds'
import { padStrokes } from '@tests/builders/signature'
import type { MiniProgram } from './host'
import { onPhones } from './stage'

const e = kindTexts.event
const on = onPhones()
let app: MiniProgram


/** A persona's own phone, signed in. */
async function phoneOf(persona: string): Promise<void> {
  app = await on.signedIn(persona)
}
const newest = async (persona: string) => (await (await on.backend.as(persona))('listClaims', { query: {} })).ok().items[0]

/** From the papers on: they arrive from elsewhere (photos have tests of their own), then 核对 and the submission. */
async function handIn(persona: string, ...ticks: string[]): Promise<void> {
  await app.waitRoute('packages/claim/pages/papers')
  const claimId = (await newest(persona))?.claimId ?? ''
  await addPapers(await on.backend.as(persona), { claimId })
  await app.goto(`/packages/claim/pages/check/index?claimId=${claimId}`, 'navigateTo')
  await app.waitText(claim.check.declare)
  for (const label of [...ticks, claim.check.declare]) await app.check(label)
  await app.draw(`[aria-label="${claim.sign.pad}"]`, padStrokes)
  await app.tapText(claim.check.submit)
  await app.waitRoute('packages/claim/pages/receipt')
}

test('a light critical illness: choice, diagnosis, C4, receipt', async () => {
  await phoneOf('model')
  await app.goto('/packages/claim/pages/start/index', 'navigateTo')
  await app.tapText('重大疾病')
  await app.waitText('给付：重疾150,000元，轻症45,000元，各一次')
  await app.tapText(claim.next)
  await app.waitRoute('packages/claim/pages/event')
  await app.waitText(e.diagnosedOn)
  await app.pick(e.diagnosedOn, '2026-11-10')
  await app.input(e.disease, '早期恶性肿瘤')
  await app.tapText(e.light)
  await app.input(e.hospital, '示例市第一人民医院')
  await app.tapText(claim.next)
  await handIn('model', `${claim.start.consentLabel}《病案查询授权》`)
  assert.equal((await newest('model'))?.status.state, 'REVIEWING')
})

test('the death claim of the beneficiary: from the first page to the receipt', async () => {
  await phoneOf('beneficiary')
  await app.tapText(home.beneficiary.action)
  await app.waitRoute('pages/claims/index')
  await app.tapText(claims.start)
  await app.waitRoute('packages/claim/pages/start')
  await app.waitText('身故60,000元')
  await app.check(`${claim.start.consentLabel}《医疗材料上传与审核》`)
  await app.tapText(claim.next)
  await app.waitRoute('packages/claim/pages/event')
  await app.waitText(e.deathAccidentOn)
  await app.pick(e.deathAccidentOn, '2026-11-02')
  await app.input(e.deathPlace, '越秀区某工地')
  await app.input(e.deathHow, '高处坠落。')
  await app.tapText(e.trafficNo)
  await app.pick(e.diedOn, '2026-11-02')
  await app.tapText(claim.next)
  await handIn('beneficiary')
  assert.equal((await newest('beneficiary'))?.status.state, 'UNION_CHECK')
})
