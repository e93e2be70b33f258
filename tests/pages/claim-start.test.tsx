import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { kindTexts } from '@/packages/claim/kind-texts'
import { texts } from '@/packages/claim/texts'
import { routes } from '@/routes'
import { onPage, press } from '@tests/builders/claim-app'
import { aDraft } from '@tests/builders/driver-claims'
import { signIn } from '@tests/builders/people'
import { renderApp, type App } from '@tests/setup/render-app'

const t = texts.start
const choose = async (name: RegExp): Promise<void> => userEvent.click(await screen.findByRole('radio', { name }))
const draftsOf = async ({ backend }: App, personaId: string) =>
  (await (await signIn(backend.core, personaId))('listClaims')).ok().items.filter(({ status }) => status.state === 'DRAFT')

test('choose the cause, and a draft is there on the server', async () => {
  const app = await renderApp({ as: 'driver', at: routes.claimStart })
  await choose(/^生病住院/)
  expect(screen.getByText(/可领 [\d,]+\.\d\d 元/)).toBeVisible()
  expect(screen.getByRole('button', { name: /^出院小结或出院记录/ })).toBeVisible()
  await press(texts.next)
  await onPage(texts.stay.title)
  const [claim, ...others] = await draftsOf(app, 'driver')
  expect(others).toEqual([])
  expect(app.route()).toEqual({ path: routes.claimStay, params: { claimId: claim?.claimId } })
})

test('nothing is chosen beforehand, and nothing happens without a choice', async () => {
  const app = await renderApp({ as: 'driver', at: routes.claimStart })
  expect(await screen.findByRole('radio', { name: /^生病住院/ })).not.toBeChecked()
  await press(texts.next)
  expect(within(await screen.findByRole('alert')).getByRole('link', { name: t.causeMissing })).toBeVisible()
  expect(app.server.asked).not.toContain('createClaim')
})

test('免审即享 is offered below the choice, and turned down for good', async () => {
  const app = await renderApp({ as: 'trade', at: routes.claimStart })
  expect(await screen.findByText(t.auto.title)).toBeVisible()
  await press(t.auto.no)
  await waitFor(() => expect(screen.queryByText(t.auto.title)).toBeNull())
  expect((await (await signIn(app.backend.core, 'trade'))('getHome')).ok().offerAuto).toBe(false)
})

test('what cannot be claimed says why', async () => {
  await renderApp({ as: 'courier', at: routes.claimStart })
  expect(await screen.findByRole('heading', { name: kindTexts.start.others })).toBeVisible()
  expect(screen.getByText(/您目前没有包含生病住院的保障/)).toBeVisible()
  expect(screen.queryByRole('radio', { name: /^生病住院/ })).not.toBeInTheDocument()
  expect(screen.getByRole('radio', { name: /^意外受伤/ })).toBeVisible()
})

test('without any cover the way leads to the gifts', async () => {
  const app = await renderApp({ as: 'minor', at: routes.claimStart })
  // Not a member: the server says so, and the page says it with a way to try again.
  expect(await screen.findByRole('button', { name: '重试' })).toBeVisible()
  expect(app.server.asked).toContain('getClaimOptions')
})

describe('consent C3, where it is missing', () => {
  const box = () => screen.findByRole('checkbox', { name: new RegExp(`^${t.consentLabel}`) })

  test('its text stands on the page, the box is empty, and without a tick nothing goes', async () => {
    const app = await renderApp({ as: 'rare-name', at: routes.claimStart })
    await choose(/^生病住院/)
    expect(await box()).not.toBeChecked()
    await press(texts.next)
    expect(await screen.findByRole('link', { name: t.consentMissing })).toBeVisible()
    expect(app.server.asked).not.toContain('setConsent')
  })

  test('ticked: granted, and the draft follows in the same tap', async () => {
    const app = await renderApp({ as: 'rare-name', at: routes.claimStart })
    await choose(/^生病住院/)
    await userEvent.click(await box())
    await press(texts.next)
    await onPage(texts.stay.title)
    expect(await draftsOf(app, 'rare-name')).toHaveLength(1)
  })

  test('not asked for where it was given before', async () => {
    await renderApp({ as: 'driver', at: routes.claimStart })
    await screen.findByRole('radio', { name: /^生病住院/ })
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument()
  })
})

describe('a draft from last time', () => {
  const prepare = async ({ core }: App['backend']): Promise<void> => void (await aDraft(core, { amounts: null, papers: 0 }))

  test('comes first, and goes on at the first thing that is missing', async () => {
    const app = await renderApp({ as: 'driver', at: routes.claimStart, prepare })
    expect(await screen.findByText(t.draftKept)).toBeVisible()
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
    await press(t.resume)
    await onPage(texts.amounts.title)
    expect(app.server.asked).not.toContain('createClaim')
  })

  test('another claim can be begun all the same', async () => {
    const app = await renderApp({ as: 'driver', at: routes.claimStart, prepare })
    await press(t.fresh)
    await choose(/^生病住院/)
    await press(texts.next)
    await onPage(texts.stay.title)
    expect(await draftsOf(app, 'driver')).toHaveLength(2)
  })
})

test('two taps and a lost answer make one draft', async () => {
  const app = await renderApp({ as: 'driver', at: routes.claimStart })
  await choose(/^生病住院/)
  const open = app.server.hold('createClaim')
  const next = await screen.findByRole('button', { name: texts.next })
  fireEvent.click(next)
  fireEvent.click(next)
  expect(await screen.findByRole('button', { name: `${texts.next}，处理中` })).toHaveAttribute('aria-disabled', 'true')
  open()
  await onPage(texts.stay.title)
  expect(await draftsOf(app, 'driver')).toHaveLength(1)
  expect(app.server.asked.filter((name) => name === 'createClaim')).toHaveLength(1)
})

test('the network breaks: words in place, the choice stays, the next tap goes through', async () => {
  const app = await renderApp({ as: 'driver', at: routes.claimStart })
  await choose(/^生病住院/)
  app.goOffline()
  await press(texts.next)
  expect(await screen.findByText(/网络没有连上，您填写的内容都在/)).toBeVisible()
  expect(screen.getByRole('radio', { name: /^生病住院/ })).toBeChecked()
  app.goOnline()
  await press(texts.next)
  await onPage(texts.stay.title)
})

test('cannot be opened: says so and tries again', async () => {
  const app = await renderApp({ as: 'driver', at: routes.about })
  app.server.spoil('getClaimOptions', 'INTERNAL')
  await app.relaunch(routes.claimStart)
  expect(await screen.findByText(/服务出了点问题/)).toBeVisible()
  app.server.mend()
  await press('重试')
  await waitFor(() => expect(screen.getByRole('radio', { name: /^生病住院/ })).toBeVisible())
})
