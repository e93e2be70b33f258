import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { kindTexts } from '@/packages/claim/kind-texts'
import { texts } from '@/packages/claim/texts'
import { routes } from '@/routes'
import { withParams } from '@/platform/navigation'
import { onPage, pickDate, press, sign, type } from '@tests/builders/claim-app'
import { aDiagnosis, addPapers, drafted, giveCover, grantAll } from '@tests/builders/kinds'
import { signIn, tester } from '@tests/builders/people'
import { renderApp, type App } from '@tests/setup/render-app'

const e = kindTexts.event
const choose = async (name: RegExp): Promise<void> => userEvent.click(await screen.findByRole('radio', { name }))

/** Opened for a persona with a cover of their own. */
async function start(as: string, planId: 'P5A' | 'P6' | 'P4', more: { shares?: number; effectiveOn?: string } = {}): Promise<App> {
  const app = await renderApp({ as, at: routes.about })
  await giveCover(app.backend, as, { planId, endsOn: '2028-12-31', ...more })
  await grantAll(await signIn(app.backend.core, as), 'C3')
  await app.relaunch(routes.claimStart)
  return app
}
const newest = async (app: App, as: string) => (await (await signIn(app.backend.core, as))('listClaims')).ok().items[0]

/** From 上传材料 on: the papers come (as if photographed), 核对, consent, submission. @returns the claim's number */
async function handIn(app: App, as: string): Promise<string> {
  await onPage(texts.papers.title)
  const claimId = app.route().params.claimId ?? ''
  await addPapers(await signIn(app.backend.core, as), { claimId })
  await app.relaunch(withParams(routes.claimCheck, { claimId }))
  await screen.findByRole('checkbox', { name: /病案查询授权/ })
  for (const box of screen.getAllByRole('checkbox')) if (box.getAttribute('aria-label') !== texts.sign.byName) await userEvent.click(box)
  await sign()
  await press(texts.check.submit)
  await onPage(texts.receipt.title)
  return claimId
}

test('BV21 on the screens: a light illness of P5A, from the choice to the decision with its line', async () => {
  const app = await start('rare-name', 'P5A')
  await choose(/^重大疾病/)
  expect(screen.getByText(/给付：重疾60,000元，轻症18,000元，各一次/)).toBeVisible()
  await press(texts.next)
  await onPage(e.title)
  await pickDate(e.diagnosedOn, '2026-11-10')
  await type(e.disease, '早期肿瘤')
  await choose(new RegExp(`^${e.light}`))
  await type(e.hospital, '示例市第一人民医院')
  await press(texts.next)
  const claimId = await handIn(app, 'rare-name')
  ;(await (await tester(app.backend.core))('decideClaim', { params: { claimId }, body: { decision: 'APPROVE' } })).ok()
  await app.relaunch(withParams(routes.claimDetail, { claimId }))
  expect(await screen.findByText('18,000.00 × 1份 = 18,000.00')).toBeVisible()
  expect(await screen.findByRole('heading', { name: texts.estimate.decided })).toBeVisible()
})

test('BV25 on the screens: three shares of P6, malignant, 45,000 yuan', async () => {
  const app = await start('rare-name', 'P6', { shares: 3 })
  await choose(/^女性疾病/)
  expect(screen.getByText(/3份：恶性肿瘤45,000元，原位癌9,000元，各一次/)).toBeVisible()
  await press(texts.next)
  await pickDate(e.diagnosedOn, '2026-11-10')
  await type(e.disease, '乳腺恶性肿瘤')
  await choose(new RegExp(`^${e.malignant}`))
  await type(e.hospital, '示例妇幼保健院')
  await press(texts.next)
  await handIn(app, 'rare-name')
  const claim = await newest(app, 'rare-name')
  ;(await (await tester(app.backend.core))('decideClaim', { params: { claimId: claim?.claimId ?? '' }, body: { decision: 'APPROVE' } })).ok()
  expect((await newest(app, 'rare-name'))?.amountFen).toBe(4_500_000)
})

test('an accident with lasting harm: its page, then no stay and no bill, and what it pays on 核对', async () => {
  await start('courier', 'P4')
  await choose(/^意外受伤/)
  await press(texts.next)
  await onPage(e.title)
  await pickDate(e.accidentOn, '2026-10-01')
  await type(e.place, '海珠区某路口')
  await type(e.how, '送餐途中被电动车撞倒。')
  await choose(new RegExp(`^${e.trafficYes}`))
  await choose(new RegExp(`^${e.none}`))
  await press(texts.next)
  expect(within(await screen.findByRole('alert')).getByRole('link', { name: e.gradeNeeded })).toBeVisible()
  await choose(new RegExp(`^${e.disabilityYes}`))
  await type(e.grade, '7')
  await press(texts.next)
  await onPage(texts.papers.title)
  expect(screen.getByText('第2步，共3步：上传材料')).toBeInTheDocument()
  expect(screen.getByRole('heading', { name: '道路交通事故责任认定书' })).toBeVisible()
  await press(texts.next)
  await onPage(texts.check.title)
  expect(screen.getByText('7 级')).toBeVisible()
  expect(screen.getByText('60,000.00 × 40% = 24,000.00')).toBeVisible()
  expect(screen.queryByText(texts.check.amounts)).not.toBeInTheDocument()
})

test('a day in the waiting period is said before any photo; one outside the cover stops there', async () => {
  const app = await start('rare-name', 'P5A', { effectiveOn: '2026-06-01' })
  await choose(/^重大疾病/)
  await pickDate('确诊日期', '2026-11-20')
  // Above the cover and at it.
  await waitFor(() => expect(screen.getAllByText(/免责期到2026年11月27日为止/).length).toBeGreaterThan(0))
  await pickDate('确诊日期', '2026-05-20')
  await press(texts.next)
  expect(await screen.findByRole('link', { name: /2026年5月20日不在您的保障期内/ })).toBeVisible()
  expect(app.server.asked).not.toContain('createClaim')
  await pickDate('确诊日期', '2026-11-20')
  await press(texts.next)
  await onPage(e.title)
  expect(screen.getByLabelText(e.diagnosedOn)).toHaveValue('2026-11-20')
})

test('each paper has its drawn sample, with what must be seen on it', async () => {
  await start('rare-name', 'P5A')
  await choose(/^重大疾病/)
  await press(/^诊断证明/)
  const sheet = await screen.findByRole('dialog', { name: '诊断证明' })
  expect(within(sheet).getByRole('img', { name: kindTexts.sample.picture('诊断证明', '疾病名称、日期、医院盖章') })).toBeVisible()
  expect(within(sheet).getByText(/请等确诊后再开/)).toBeVisible()
})

test('what cannot be claimed is said below, once each', async () => {
  await renderApp({ as: 'driver', at: routes.claimStart })
  await screen.findByRole('radio', { name: /^生病住院/ })
  expect(screen.getByText(/只限女性参保/)).toBeVisible()
  expect(screen.queryByRole('radio', { name: /^女性疾病/ })).not.toBeInTheDocument()
})

test('a claim of an illness that was filled in leads back from 核对 to its page', async () => {
  const app = await renderApp({ as: 'rare-name', at: routes.about })
  await giveCover(app.backend, 'rare-name', { planId: 'P5A' })
  const { claimId } = await drafted(await signIn(app.backend.core, 'rare-name'), 'CRITICAL', aDiagnosis('LIGHT'))
  await app.relaunch(withParams(routes.claimCheck, { claimId }))
  await press(`${texts.check.edit} ${e.title}`)
  await onPage(e.title)
  expect(screen.getByLabelText(e.disease)).toHaveValue('示例疾病')
  await type(e.disease, '另一种疾病')
  await press(texts.saveAndReturn)
  await onPage(texts.check.title)
  expect(await screen.findByText('另一种疾病')).toBeVisible()
})
