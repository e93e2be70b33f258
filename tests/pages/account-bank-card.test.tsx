import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { wordsOf } from '@/contract/errors'
import { groupedCardNumber } from '@/domain/cleaners'
import { typing } from '@/packages/account/model/card-number'
import { bankTexts as t } from '@/packages/account/texts'
import { routes } from '@/routes'
import Taro from '@tests/setup/taro'
import { signIn } from '@tests/builders/people'
import { button, renderApp, type App } from '@tests/setup/render-app'

const GOOD = '6222020000000000000'
const number = () => screen.findByRole('textbox', { name: t.number })
const type = async (digits: string) => {
  const field = await number()
  await userEvent.clear(field)
  await userEvent.type(field, digits)
}
const bound = async (app: App, persona: string) => (await (await signIn(app.backend.core, persona))('getBankAccount')).ok()

test('the first card: typed in groups of four, bound, shown masked', async () => {
  const app = await renderApp({ as: 'courier', at: routes.bankCard })
  expect(await screen.findByText(t.none)).toBeVisible()
  await type(GOOD)
  expect(await number()).toHaveValue('6222 0200 0000 0000 000')
  fireEvent.click(await button(t.bind))
  expect(await screen.findByText(t.boundTitle)).toBeVisible()
  expect(await screen.findByRole('heading', { name: t.card('工商银行', '0000') })).toBeVisible()
  expect(await number()).toHaveValue('')
  expect((await bound(app, 'courier')).account).toMatchObject({ last4: '0000', holderMasked: '陈**' })
})

test('an unticked C5 does not stop the binding; ticked, it is granted with it', async () => {
  const app = await renderApp({ as: 'courier', at: routes.bankCard })
  const box = await screen.findByRole('checkbox', { name: t.c5Label })
  expect(box).toHaveAttribute('aria-checked', 'false')
  await type(GOOD)
  fireEvent.click(await button(t.bind))
  await screen.findByText(t.boundTitle)
  expect((await bound(app, 'courier')).c5Granted).toBe(false)
  fireEvent.click(await screen.findByRole('checkbox', { name: t.c5Label }))
  await type('6200580000000000008')
  fireEvent.click(await button(t.change))
  await waitFor(async () => expect(await bound(app, 'courier')).toMatchObject({ c5Granted: true, account: { last4: '0008' } }))
})

test.each([
  ['letters', 'abc', wordsOf('CARD_FORMAT')],
  ['a credit card', '6222100000000009', wordsOf('CARD_CREDIT')],
  ['nothing', ' ', t.numberMissing],
])('%s: words at the number and in the summary, and it stays typed', async (_what, typed, words) => {
  await renderApp({ as: 'courier', at: routes.bankCard })
  await type(typed)
  fireEvent.click(await button(t.bind))
  expect(await screen.findByRole('alert')).toHaveTextContent(words)
  expect(await number()).toHaveAccessibleDescription(expect.stringContaining(words))
  expect((await number()).getAttribute('value')).toContain(typed.trim().slice(0, 4))
})

test('a number that the server cannot place is asked about once, read back, and bound when confirmed', async () => {
  const app = await renderApp({ as: 'courier', at: routes.bankCard })
  await type('6222020000000000001')
  fireEvent.click(await button(t.bind))
  expect(await screen.findByText(t.readBack('6222 0200 0000 0000 001'))).toBeVisible()
  expect((await bound(app, 'courier')).account).toBeNull()
  fireEvent.click(await button(t.confirmed))
  expect(await screen.findByText(t.boundTitle)).toBeVisible()
  expect((await bound(app, 'courier')).account).toMatchObject({ last4: '0001' })
})

test('another number after the question is a new one: not confirmed yet', async () => {
  await renderApp({ as: 'courier', at: routes.bankCard })
  await type('6222020000000000001')
  fireEvent.click(await button(t.bind))
  await button(t.confirmed)
  await userEvent.type(await number(), '{Backspace}2')
  expect(await button(t.bind)).toBeVisible()
})

test('without a network the number stays, and the same tap works later', async () => {
  const app = await renderApp({ as: 'courier', at: routes.bankCard })
  await type(GOOD)
  app.goOffline()
  fireEvent.click(await button(t.bind))
  expect(await screen.findByText(/网络没有连上/)).toBeVisible()
  expect(await number()).toHaveValue('6222 0200 0000 0000 000')
  app.goOnline()
  fireEvent.click(await button(t.bind))
  expect(await screen.findByText(t.boundTitle)).toBeVisible()
})

test('a card that the bank refused says why', async () => {
  await renderApp({ as: 'driver', at: routes.bankCard })
  expect(await screen.findByText(t.unusable)).toBeVisible()
  expect(screen.getByText(/已销户/)).toBeVisible()
})

test('typed digits survive leaving the page and never reach the storage of the phone', async () => {
  const app = await renderApp({ as: 'courier', at: routes.bankCard })
  await type('62220200')
  await app.relaunch(routes.bankCard)
  expect(await number()).toHaveValue('6222 0200')
  const stored = Taro.getStorageInfoSync().keys.map((key) => String(Taro.getStorageSync(key)))
  expect(stored.length).toBeGreaterThan(0)
  expect(stored.join()).not.toContain('6222')
})

test.each([
  ['', '6', '6'],
  ['6222', '62220', '6222 0'],
  ['6222 0', '6222 ', '6222'],
  ['6222 0200', '62229 0200', '62229 0200'],
])('typing from %p to %p shows %p', (before, now, shown) => expect(typing(before, now)).toBe(shown))

test('what is no number is left as it is', () => expect(groupedCardNumber('abc 1')).toBe('abc 1'))
