import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { aboutTexts, consentTexts as t, messageTexts } from '@/packages/account/texts'
import { isOlder, APP_VERSION } from '@/api/version'
import { noticesFor } from '@/api/notices'
import { wordsOf } from '@/contract/errors'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { signIn } from '@tests/builders/people'
import { __calls } from '@tests/setup/taro'
import { button, renderApp, type App } from '@tests/setup/render-app'
import { answer, dialog } from '@tests/setup/dialog'

const C7 = '服务消息'
const consentSwitch = (title: string) => screen.findByRole('switch', { name: new RegExp(`^${t.switchLabel(title)}`) })
async function granted(app: App, persona: string, consentId: string) {
  const { items } = (await (await signIn(app.backend.core, persona))('listConsents')).ok()
  return items.find((item) => item.consentId === consentId)
}

test('all eight consents stand with their purpose, the effect of withdrawing, and their state', async () => {
  await renderApp({ as: 'courier', at: routes.consents })
  await consentSwitch(C7)
  expect(screen.getAllByRole('switch', { name: /^同意“/ })).toHaveLength(8)
  expect(screen.getAllByText(t.onWithdrawal)).toHaveLength(8)
})

test('granting shows the whole text first; only the button there grants', async () => {
  const app = await renderApp({ as: 'courier', at: routes.consents })
  fireEvent.click(await consentSwitch(C7))
  const sheet = await screen.findByRole('dialog', { name: C7 })
  expect(within(sheet).getByText(/不同意也不会漏掉消息/)).toBeVisible()
  expect((await granted(app, 'courier', 'C7'))?.granted).toBe(false)
  fireEvent.click(within(sheet).getByRole('button', { name: t.grant }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(async () => expect(await consentSwitch(C7)).toHaveAttribute('aria-checked', 'true'))
  expect((await granted(app, 'courier', 'C7'))?.granted).toBe(true)
})

test('withdrawing says what it does and asks; «不收回» changes nothing', async () => {
  const app = await renderApp({ as: 'courier', at: routes.consents })
  const c1 = await consentSwitch('身份与参保状态核验')
  fireEvent.click(c1)
  expect(await dialog()).toHaveTextContent('会员卡停止显示')
  await answer(false)
  expect((await granted(app, 'courier', 'C1'))?.granted).toBe(true)
  fireEvent.click(c1)
  await answer(true)
  await waitFor(async () => expect(await consentSwitch('身份与参保状态核验')).toHaveAttribute('aria-checked', 'false'))
  expect((await granted(app, 'courier', 'C1'))?.granted).toBe(false)
})

test('自动到账 is a choice of its own inside C2', async () => {
  const app = await renderApp({ as: 'model', at: routes.consents })
  const standing = await screen.findByRole('switch', { name: new RegExp(`^${t.standing}`) })
  expect(standing).toHaveAttribute('aria-checked', 'false')
  fireEvent.click(standing)
  await waitFor(async () => expect(await granted(app, 'model', 'C2')).toMatchObject({ granted: true, standing: true }))
})

test.each([false, true])('who comes for 免审即享 finds its text open; 自动到账 is theirs to choose (%s)', async (standing) => {
  const app = await renderApp({ as: 'trade', at: withParams(routes.consents, { consentId: 'C2' }) })
  const sheet = await screen.findByRole('dialog', { name: /免审即享/ })
  const wish = within(sheet).getByRole('switch', { name: new RegExp(`^${t.standing}`) })
  expect(wish).toHaveAttribute('aria-checked', 'false')
  if (standing) fireEvent.click(wish)
  fireEvent.click(within(sheet).getByRole('button', { name: t.grant }))
  await waitFor(async () => expect(await granted(app, 'trade', 'C2')).toMatchObject({ granted: true, standing }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('C2 is taken back while an amount waits for a yes: a second question, and 停止 stops that one too', async () => {
  const app = await renderApp({ as: 'model', at: routes.consents })
  const c2 = '医保结算数据查询（免审即享）'
  fireEvent.click(await consentSwitch(c2))
  await answer(true)
  expect(await screen.findByText(/^您有1笔免审核算的互助金还在等您确认/)).toBeVisible()
  await answer(true)
  await waitFor(async () => expect(await consentSwitch(c2)).toHaveAttribute('aria-checked', 'false'))
  const model = await signIn(app.backend.core, 'model')
  expect((await model('getClaim', { params: { claimId: 'CLM-2026-000004' } })).ok().status.state).toBe('WITHDRAWN')
})

test('the same, and the one that waits goes on', async () => {
  const app = await renderApp({ as: 'model', at: routes.consents })
  const c2 = '医保结算数据查询（免审即享）'
  fireEvent.click(await consentSwitch(c2))
  await answer(true)
  expect(await screen.findByText(/^您有1笔免审核算的互助金还在等您确认/)).toBeVisible()
  await answer(false)
  await waitFor(async () => expect(await consentSwitch(c2)).toHaveAttribute('aria-checked', 'false'))
  const model = await signIn(app.backend.core, 'model')
  expect((await model('getClaim', { params: { claimId: 'CLM-2026-000004' } })).ok().status.state).toBe('AUTO_MATCHED')
})

test('a text that has changed meanwhile is said at its consent', async () => {
  const app = await renderApp({ as: 'courier', at: routes.consents })
  fireEvent.click(await consentSwitch(C7))
  app.server.spoil('setConsent', 'CONSENT_VERSION_STALE')
  fireEvent.click(await button(t.grant))
  expect((await screen.findAllByText(wordsOf('CONSENT_VERSION_STALE')))[0]).toBeVisible()
  expect(await consentSwitch(C7)).toHaveAttribute('aria-checked', 'false')
})

test('the inbox: unread ones are marked, a tap reads and leads on', async () => {
  const app = await renderApp({ as: 'trade', at: routes.messages })
  const message = (await screen.findAllByRole('button', { name: /未读/ }))[0]
  if (!message) throw new Error('the seed holds an unread message')
  fireEvent.click(message)
  await waitFor(() => expect(app.server.asked).toContain('readMessage'))
  expect(app.route().path).not.toBe(routes.messages)
})

test('the inbox says how long ago by the server’s clock, and exactly when', async () => {
  const app = await renderApp({
    as: 'trade',
    at: routes.about,
    prepare: async ({ store }) => {
      await store.transact(async (tx) => {
        const [first, second] = await tx.list('message', 'trade')
        if (!first || !second) throw new Error('the seed holds two messages')
        await tx.put('message', { ...first, at: '2026-11-23T09:57:00+08:00' })
        await tx.put('message', { ...second, at: '2026-11-22T21:00:00+08:00' })
      })
    },
  })
  await app.relaunch(routes.messages)
  expect(await screen.findByText(messageTexts.when('3分钟前', '2026-11-23T09:57:00+08:00'))).toBeVisible()
  expect(screen.getByText('昨天 · 21:00')).toBeVisible()
})

test('an empty inbox says what will come', async () => {
  await renderApp({ as: 'minor', at: routes.messages })
  expect(await screen.findByText(messageTexts.empty)).toBeVisible()
})

test.each([
  ['listConsents', routes.consents],
  ['listMessages', routes.messages],
  ['getBankAccount', routes.bankCard],
] as const)('%s fails: words and 重试', async (endpoint, at) => {
  const app = await renderApp({ as: 'courier', at: routes.about })
  app.server.spoil(endpoint, 'INTERNAL')
  await app.relaunch(at)
  const retry = await button('重试')
  expect(screen.getByText(/服务出了点问题/)).toBeVisible()
  app.server.mend()
  fireEvent.click(retry)
  await waitFor(() => expect(screen.queryByRole('button', { name: '重试' })).toBeNull())
})

test('about opens without an account: what it is, 示例数据， privacy, hotline, version', async () => {
  await renderApp({ at: routes.about })
  expect(await screen.findByRole('heading', { name: aboutTexts.privacy })).toBeVisible()
  expect(screen.getByText(aboutTexts.sampleText[0] ?? '')).toBeVisible()
  expect(screen.getByText(APP_VERSION)).toBeVisible()
  fireEvent.click(await button(new RegExp(`^${aboutTexts.hotline}`)))
  expect(__calls('makePhoneCall')).toHaveLength(1)
})

test('the version is that of package.json', () => {
  const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(APP_VERSION).toBe(version)
})

test.each([
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.1.1', true],
  ['0.9.9', '1.0.0', true],
  ['0.10.0', '0.9.0', false],
])('%s against lowest %s: older is %p', (own, lowest, older) => expect(isOlder(own, lowest)).toBe(older))

test('a server that has left this version behind says so on every page', () => {
  expect(noticesFor({ minVersion: '99.0.0', notices: [] }, 'gifts')).toHaveLength(1)
  expect(noticesFor({ minVersion: '0.0.1', notices: [] }, 'gifts')).toHaveLength(0)
})

test('notices reach the page they are for, outages first', () => {
  const notice = (page: string, blocking: boolean) => ({ page, titleZh: `${page}${blocking}`, textZh: '', phone: null, blocking })
  const shown = noticesFor({ minVersion: '0.0.1', notices: [notice('card', false), notice('all', false), notice('card', true), notice('home', true)] }, 'card')
  expect(shown.map(({ titleZh }) => titleZh)).toEqual(['cardtrue', 'cardfalse', 'allfalse'])
})
