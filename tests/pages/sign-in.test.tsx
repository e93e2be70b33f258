import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { meQuery } from '@/api/me'
import { texts as home } from '@/pages/home/texts'
import { texts as t } from '@/pages/sign-in/texts'
import { wordsOf } from '@/contract/errors'
import { addressOf, routes } from '@/routes'
import { rememberPoster } from '@/state/guard'
import { useSession } from '@/state/session-store'
import { withParams } from '@/platform/navigation'
import { signIn } from '@tests/builders/people'
import { onScreen } from '@tests/builders/screen-code'
import { button, renderApp, type App } from '@tests/setup/render-app'

const PHONE = '10000000001'
const CODE = '202507'
const box = () => screen.findByRole('checkbox', { name: t.agree })
const tick = async () => fireEvent.click(await box())
const fill = async (phone: string, code: string) => {
  await userEvent.type(await screen.findByRole('textbox', { name: t.phone }), phone)
  await userEvent.type(screen.getByRole('textbox', { name: t.code }), code)
}

test('phone and code lead home; the box starts unticked', async () => {
  const app = await renderApp({ at: routes.signIn })
  expect(await box()).toHaveAttribute('aria-checked', 'false')
  await fill(PHONE, CODE)
  await tick()
  fireEvent.click(await button(t.signIn))
  expect(await screen.findByText(home.greeting('陈**'))).toBeVisible()
  expect(app.route().path).toBe(routes.home)
})

test('without the tick nothing is sent, and the words stand at the box and in the summary', async () => {
  const app = await renderApp({ at: routes.signIn })
  await fill(PHONE, CODE)
  fireEvent.click(await button(t.signIn))
  expect(await box()).toHaveAccessibleDescription(expect.stringContaining(t.agreeFirst))
  expect(screen.getByRole('alert')).toHaveTextContent(t.agreeFirst)
  fireEvent.click(await button(t.getCode))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(app.server.asked).not.toContain('signIn')
  expect(app.server.asked).not.toContain('sendSmsCode')
})

test('wrong values are told at their fields and stay typed', async () => {
  await renderApp({ at: routes.signIn })
  await fill('123', '45')
  await tick()
  fireEvent.click(await button(t.signIn))
  expect(await screen.findByRole('textbox', { name: t.phone })).toHaveAccessibleDescription(expect.stringContaining(t.phoneWrong))
  expect(screen.getByRole('textbox', { name: t.code })).toHaveAccessibleDescription(expect.stringContaining(t.codeWrong))
  expect(screen.getByRole('textbox', { name: t.phone })).toHaveValue('123')
})

test.each([
  ['a wrong code', PHONE, '000000', t.code, wordsOf('SMS_CODE_WRONG')],
  ['a phone that nobody registered', '10099999999', CODE, t.phone, wordsOf('PHONE_NOT_MEMBER')],
])('the server refuses %s at its field', async (_what, phone, code, field, words) => {
  await renderApp({ at: routes.signIn })
  await fill(phone, code)
  await tick()
  fireEvent.click(await button(t.signIn))
  await waitFor(() => expect(screen.getByRole('textbox', { name: field })).toHaveAccessibleDescription(expect.stringContaining(words)))
})

test('the code is sent once and can be sent again when the countdown is over', async () => {
  const app = await renderApp({ at: routes.signIn })
  await userEvent.type(await screen.findByRole('textbox', { name: t.phone }), PHONE)
  await tick()
  fireEvent.click(await button(t.getCode))
  expect(await screen.findByRole('timer')).toHaveTextContent(/^(60|59)秒后可重新获取$/)
  expect(screen.queryByRole('button', { name: t.getCode })).toBeNull()
  expect(screen.getAllByText(t.codeSent('100****0001')).length).toBeGreaterThan(0)
  expect(app.server.asked.filter((name) => name === 'sendSmsCode')).toHaveLength(1)
})

test('a deep link survives sign-in', async () => {
  const link = withParams(routes.scan, { code: 'A'.repeat(22) })
  const app = await renderApp({ at: link })
  await waitFor(() => expect(app.route().path).toBe(routes.signIn))
  await tick()
  fireEvent.click(await button(/陈速达/))
  await waitFor(() => expect(app.route()).toEqual({ path: routes.scan, params: { code: 'A'.repeat(22) } }))
  expect(useSession.getState().returnTo).toBeNull()
})

describe('a code of a screen that waits for sign-in', () => {
  const shownCode = async (app: App): Promise<string> => onScreen({ as: async (id) => signIn(app.backend.core, id) })
  const waiting = (): string => useSession.getState().returnTo ?? ''

  test('is handed in at once, and what comes back is where to go after a kill too', async () => {
    const app = await renderApp({ at: routes.signIn })
    const code = await shownCode(app)
    rememberPoster(code)
    await waitFor(() => expect(waiting()).not.toContain(code))
    expect(waiting()).toMatch(/scan\/index\?code=[\w-]{22}$/)
    await waitFor(() => expect(app.client.isFetching()).toBe(0))
    expect(app.server.asked.filter((name) => name === 'openGiftVisit')).toHaveLength(1)
    const visit = waiting()
    await app.relaunch(routes.home)
    await waitFor(() => expect(app.route().path).toBe(routes.signIn))
    await box()
    expect(waiting()).toBe(visit)
  })

  test('is handed in again when the first time had no answer, without a tap', async () => {
    const app = await renderApp({ at: routes.home })
    await box()
    const code = await shownCode(app)
    app.server.loseAnswer('openGiftVisit')
    rememberPoster(code)
    await waitFor(() => expect(app.server.asked).toContain('openGiftVisit'))
    expect(waiting()).toContain(code)
    await waitFor(() => expect(waiting()).not.toContain(code))
  })

  test('is left as it is where the server refuses it: its words come after sign-in', async () => {
    const app = await renderApp({ at: withParams(routes.scan, { code: 'A'.repeat(22) }) })
    await tick()
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(app.server.asked.filter((name) => name === 'openGiftVisit')).toHaveLength(1)
    fireEvent.click(await button(/陈速达/))
    await waitFor(() => expect(app.route().params).toEqual({ code: 'A'.repeat(22) }))
  })
})

test('test mode lists the people with what they are good for; a tap without the tick asks for it', async () => {
  const app = await renderApp({ at: routes.signIn })
  expect(await screen.findByRole('heading', { name: t.testAccounts })).toBeVisible()
  const courier = await button(/陈速达/)
  expect(courier).toHaveTextContent('外卖骑手')
  expect(courier).toHaveTextContent(PHONE)
  fireEvent.click(courier)
  expect(await screen.findByRole('alert')).toHaveTextContent(t.agreeFirst)
  expect(app.server.asked).not.toContain('signIn')
})

test('two taps sign in once', async () => {
  const app = await renderApp({ at: routes.signIn })
  await tick()
  const courier = await button(/陈速达/)
  fireEvent.click(courier)
  fireEvent.click(courier)
  await screen.findByText(home.greeting('陈**'))
  expect(app.server.asked.filter((name) => name === 'signIn')).toHaveLength(1)
})

test('says why the last session ended', async () => {
  const app = await renderApp({ as: 'courier', at: addressOf({ page: 'messages', id: null }) })
  await screen.findByRole('heading', { level: 1 })
  app.server.spoil('listMessages', 'UNAUTHENTICATED')
  app.server.spoil('refreshSession', 'REFRESH_REUSED')
  await app.client.invalidateQueries()
  expect(await screen.findByText(wordsOf('REFRESH_REUSED'))).toBeVisible()
  expect(app.route().path).toBe(routes.signIn)
  expect(useSession.getState().returnTo).toBe(routes.messages)
})

test('without an answer there is an error with 重试, and the page goes on from there', async () => {
  const app = await renderApp({ as: undefined, at: routes.signIn, prepare: async () => undefined })
  await box()
  app.goOffline()
  await app.relaunch(routes.signIn)
  const retry = await button('重试')
  app.goOnline()
  fireEvent.click(retry)
  expect(await box()).toBeVisible()
})

test('who is signed in already is led on', async () => {
  const app = await renderApp({ as: 'courier', at: routes.signIn })
  await waitFor(() => expect(app.route().path).toBe(routes.home))
})

test.each([
  ['温秋实', true],
  ['陈速达', false],
])('%s chose 长辈版 before: %p, and finds it after sign-in', async (name, elder) => {
  const app = await renderApp({ at: routes.signIn })
  await tick()
  fireEvent.click(await button(new RegExp(`^${name}`)))
  await screen.findByText(/，您好$/)
  await waitFor(() => expect(app.client.getQueryData(meQuery().queryKey)).toBeDefined())
  if (elder) await waitFor(() => expect(document.querySelector('.page-root')).toHaveClass('elder'))
  else expect(document.querySelector('.page-root')).not.toHaveClass('elder')
})
