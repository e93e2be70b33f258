import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { agentTexts } from '@/packages/account/agent-texts'
import { kindTexts } from '@/packages/claim/kind-texts'
import { peopleTexts } from '@/packages/claim/people-texts'
import { texts } from '@/packages/claim/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as claims } from '@/pages/claims/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { idDocumentChoice, idDocumentZh } from '@/domain/id-document'
import { onPage, pickDate, press, sign, type } from '@tests/builders/claim-app'
import { addPapers } from '@tests/builders/kinds'
import { signIn } from '@tests/builders/people'
import { answer } from '@tests/setup/dialog'
import { renderApp } from '@tests/setup/render-app'

const e = kindTexts.event
const a = agentTexts
const choose = async (name: string | RegExp): Promise<void> => userEvent.click(await screen.findByRole('radio', { name }))

test('the beneficiary goes from the first page to the receipt of the death claim', async () => {
  const app = await renderApp({ as: 'beneficiary', at: routes.home })
  await press(home.beneficiary.action)
  await onPage(claims.title)
  await press(claims.start)
  await onPage(texts.start.title)
  // The only thing there is to claim is chosen already.
  expect(await screen.findByRole('radio', { name: /^会员身故/ })).toBeChecked()
  expect(screen.getByText(/给付：身故60,000元/)).toBeVisible()
  await userEvent.click(await screen.findByRole('checkbox'))
  await press(texts.next)
  await onPage(e.title)
  expect(screen.getByText(peopleTexts.deathNote('蒋**'))).toBeVisible()
  await pickDate(e.deathAccidentOn, '2026-11-02')
  await type(e.deathPlace, '越秀区某工地')
  await type(e.deathHow, '高处坠落。')
  await choose(e.trafficNo)
  await pickDate(e.diedOn, '2026-11-01')
  await press(texts.next)
  expect(within(await screen.findByRole('alert')).getByRole('link', { name: e.diedBefore })).toBeVisible()
  await pickDate(e.diedOn, '2026-11-02')
  // The registered document is there; another kind is checked by its own rules.
  expect(screen.getByRole('textbox', { name: e.idNumber })).toHaveValue('4****************0')
  await press(idDocumentChoice.usual.more)
  await choose(idDocumentZh.HK_MACAO_PASS)
  await type(e.idNumber, '12345678')
  await press(texts.next)
  expect(within(await screen.findByRole('alert')).getByRole('link', { name: /H（香港）或M（澳门）/ })).toBeVisible()
  await type(e.idNumber, 'M12345678')
  await press(texts.next)
  await onPage(texts.papers.title)
  expect(screen.getByText(texts.papers.counter(0, 5))).toBeVisible()
  const claimId = app.route().params.claimId ?? ''
  await addPapers(await signIn(app.backend.core, 'beneficiary'), { claimId })
  await app.relaunch(withParams(routes.claimCheck, { claimId }))
  expect(await screen.findByText('60,000.00 × 100% = 60,000.00')).toBeVisible()
  expect(screen.getByText(`${idDocumentZh.HK_MACAO_PASS} M*******8`)).toBeVisible()
  await userEvent.click(await screen.findByRole('checkbox', { name: texts.check.declare }))
  await sign()
  await press(texts.check.submit)
  await onPage(texts.receipt.title)
})

test('a member authorises a relative with a passport, and ends it again', async () => {
  const app = await renderApp({ as: 'rare-name', at: routes.agents })
  await press(a.grant)
  expect(within(await screen.findByRole('alert')).getAllByRole('link').length).toBe(7)
  await type(a.name, '𬱖念·阿依')
  await type(a.agentPhone, '10000009003')
  await choose(a.family)
  // One kind until another one is asked for.
  expect(screen.queryByRole('radio', { name: idDocumentZh.PASSPORT })).not.toBeInTheDocument()
  await press(idDocumentChoice.usual.more)
  await choose(idDocumentZh.TAIWAN_PASS)
  await type(a.idNumber, 'E12345678')
  await pickDate(a.lastDay, '2027-05-31')
  for (const box of screen.getAllByRole('checkbox')) if (box.getAttribute('aria-checked') !== 'true') await userEvent.click(box)
  await press(a.grant)
  expect(within(await screen.findByRole('alert')).getByRole('link', { name: /台湾居民来往大陆通行证号码是8位数字/ })).toBeVisible()
  await choose(idDocumentZh.PASSPORT)
  await press(a.grant)
  expect(await screen.findByRole('heading', { name: '𬱖**' })).toBeVisible()
  expect(screen.getByText('有效，到2027年5月31日')).toBeVisible()
  // The form is folded: who has an agent came to look at them.
  expect(screen.queryByRole('textbox', { name: a.name })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: a.grant })).not.toBeInTheDocument()
  await press(a.another)
  expect(screen.getByRole('textbox', { name: a.name })).toHaveValue('')
  await type(a.name, '没写完')
  await app.relaunch(routes.agents)
  expect(await screen.findByRole('textbox', { name: a.name })).toHaveValue('没写完')
  const member = await signIn(app.backend.core, 'rare-name')
  expect((await member('listAuthorisations', {})).ok().items.map(({ live }) => live)).toEqual([true])
  await press(a.endFor('𬱖**'))
  await answer(true)
  expect(await screen.findByText('已收回')).toBeVisible()
  expect((await member('listAuthorisations', {})).ok().items.map(({ live }) => live)).toEqual([false])
})

test('an agent starts a claim for the member, is told for whom, and can do nothing that is the member\'s', async () => {
  const app = await renderApp({ as: 'union-officer', at: routes.home })
  await press(home.agent.action)
  await onPage(peopleTexts.others.title)
  expect(await screen.findByText('单位工会 · 授权到2027年11月18日')).toBeVisible()
  await press(peopleTexts.others.startFor('温**'))
  await onPage(texts.start.title)
  await choose(/^生病住院/)
  await press(texts.next)
  await onPage(texts.stay.title)
  expect(screen.getByText(peopleTexts.forNote('温**'))).toBeVisible()
  expect(app.server.asked).not.toContain('setConsent')
  const claimId = app.route().params.claimId ?? ''
  await app.relaunch(withParams(routes.claimPapers, { claimId }))
  expect(await screen.findByRole('heading', { name: '代办人身份证' })).toBeVisible()
  await app.relaunch(withParams(routes.claimDetail, { claimId }))
  expect(await screen.findByText(peopleTexts.member)).toBeVisible()
  expect(screen.queryByRole('button', { name: texts.detail.withdraw })).not.toBeInTheDocument()
})

test('what leads on from a claim that was filed for a member stays with that member: a new claim of it, and a draft that is deleted', async () => {
  const app = await renderApp({ as: 'union-officer', at: routes.claimOthers })
  await userEvent.click(await screen.findByRole('button', { name: /CLM-2026/ }))
  await onPage(texts.detail.title)
  const { claimId = '' } = app.route().params
  const member = await signIn(app.backend.core, 'over60')
  const { version } = (await member('getClaim', { params: { claimId } })).ok()
  ;(await member('withdrawClaim', { params: { claimId }, version, body: {} })).ok()
  await app.relaunch(withParams(routes.claimDetail, { claimId }))
  await press(texts.detail.refile)
  await onPage(peopleTexts.others.title)

  await press(peopleTexts.others.startFor('温**'))
  await onPage(texts.start.title)
  // Before there is a claim: of how many members ever.
  expect(await screen.findByText(peopleTexts.forNote('温**'))).toBeVisible()
  await choose(/^生病住院/)
  await press(texts.next)
  await onPage(texts.stay.title)
  const draftId = app.route().params.claimId ?? ''
  await app.relaunch(withParams(routes.claimDetail, { claimId: draftId }))
  await press(texts.detail.discard)
  await answer(true)
  await onPage(peopleTexts.others.title)
  expect(app.route().path).toBe(routes.claimOthers)
})

test('the receipt of a claim for somebody else asks for no card: the agent would bind the own one', async () => {
  const app = await renderApp({ as: 'union-officer', at: withParams(routes.claimReceipt, { claimId: 'CLM-2026-000025' }) })
  expect(await screen.findByText('CLM-2026-000025')).toBeVisible()
  await screen.findByRole('button', { name: texts.receipt.home })
  // Whose claim it is has been told by now.
  await waitFor(() => expect(app.client.isFetching()).toBe(0))
  expect(app.server.asked).toContain('getClaim')
  expect(screen.queryByRole('button', { name: new RegExp(`^${texts.receipt.bankCard}`) })).not.toBeInTheDocument()
})

test('back among those one files for, what was done meanwhile stands there', async () => {
  const app = await renderApp({ as: 'union-officer', at: routes.claimOthers })
  await press(peopleTexts.others.startFor('温**'))
  await choose(/^生病住院/)
  await press(texts.next)
  await onPage(texts.stay.title)
  const { claimId = '' } = app.route().params
  await press('返回')
  await onPage(peopleTexts.others.title)
  expect(await screen.findByRole('button', { name: new RegExp(claimId) })).toBeVisible()
})

test('withdrawn while the agent looks: the next look finds nothing', async () => {
  const app = await renderApp({ as: 'union-officer', at: routes.claimOthers })
  await userEvent.click(await screen.findByRole('button', { name: /CLM-2026/ }))
  await onPage(texts.detail.title)
  const { claimId = '' } = app.route().params
  const member = await signIn(app.backend.core, 'over60')
  ;(await member('endAuthorisation', { params: { authorisationId: 'auth-over60' } })).ok()
  await app.relaunch(withParams(routes.claimDetail, { claimId }))
  await waitFor(() => expect(screen.queryByText(claimId)).not.toBeInTheDocument())
  await app.relaunch(routes.claimOthers)
  expect(await screen.findByText(peopleTexts.others.none)).toBeVisible()
})
