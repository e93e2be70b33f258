import { fireEvent, screen, waitFor } from '@testing-library/react'
import { texts as t } from '@/pages/mine/texts'
import { routes } from '@/routes'
import { useDrafts } from '@/state/draft-store'
import { useSession } from '@/state/session-store'
import { useSettings } from '@/state/settings-store'
import { storedKeys } from '@/platform/storage'
import { __calls } from '@tests/setup/taro'
import { button, renderApp } from '@tests/setup/render-app'
import { answer } from '@tests/setup/dialog'

test('says who I am, masked', async () => {
  await renderApp({ as: 'courier', at: routes.mine })
  expect(await screen.findByRole('heading', { name: '陈**' })).toBeVisible()
  expect(screen.getByText(t.memberNo('GD-0000-0001'))).toBeVisible()
  expect(screen.getByText(t.phone('100****0001'))).toBeVisible()
  expect(screen.getByText(t.idNo('居民身份证', '4****************X'))).toBeVisible()
})

test.each([
  [t.consents, routes.consents],
  [t.bankCard, routes.bankCard],
  [t.messages, routes.messages],
  [t.payouts, routes.payouts],
  [t.gifts, routes.gifts],
  [t.about, routes.about],
])('%s leads on', async (row, path) => {
  const app = await renderApp({ as: 'courier', at: routes.mine })
  fireEvent.click(await button(new RegExp(`^${row}`)))
  expect(app.route().path).toBe(path)
})

test('a cover with a certificate leads to it', async () => {
  const app = await renderApp({ as: 'courier', at: routes.mine })
  const cover = await button(/保障凭证/)
  fireEvent.click(cover)
  expect(app.route().path).toBe(routes.certificate)
  expect(await screen.findByRole('heading', { name: '保障凭证' })).toBeVisible()
})

test('长辈版 and the hotline', async () => {
  await renderApp({ as: 'courier', at: routes.mine })
  fireEvent.click(await screen.findByRole('switch', { name: new RegExp(`^${t.elder}`) }))
  expect(useSettings.getState().elderMode).toBe(true)
  expect(document.querySelector('.page-root')).toHaveClass('elder')
  fireEvent.click(await button(new RegExp(`^${t.hotline}`)))
  expect(__calls('makePhoneCall')[0]?.options).toMatchObject({ phoneNumber: '12351' })
})

test('signing out asks first, clears what the phone kept, and leads to sign-in', async () => {
  const app = await renderApp({ as: 'courier', at: routes.mine })
  await screen.findByRole('heading', { name: '陈**' })
  await new Promise((resolve) => setTimeout(resolve, 500))
  useDrafts.getState().set('stay:c1', { hospital: '打了一半' })
  expect(storedKeys()).toEqual(expect.arrayContaining(['cache.courier', 'draft.courier/stay:c1']))
  fireEvent.click(await button(t.signOut))
  await answer(false)
  expect(useSession.getState().account).not.toBeNull()
  fireEvent.click(await button(t.signOut))
  await answer(true)
  await waitFor(() => expect(app.route().path).toBe(routes.signIn))
  expect(useSession.getState().accessToken).toBeNull()
  expect(storedKeys().filter((key) => /^(cache|draft)\./.test(key))).toEqual([])
  expect(useDrafts.getState().forms).toEqual({})
  await waitFor(() => expect(app.server.asked).toContain('endSession'))
  await waitFor(() => expect(storedKeys().filter((key) => key.startsWith('sign-out.'))).toEqual([]))
})

test('an error has 重试', async () => {
  const app = await renderApp({ as: 'courier', at: routes.about })
  app.server.spoil('getMe', 'INTERNAL')
  await app.relaunch(routes.mine)
  const retry = await button('重试')
  app.server.mend()
  fireEvent.click(retry)
  expect(await screen.findByRole('heading', { name: '陈**' })).toBeVisible()
})

test('a beneficiary has a bank card and no covers, and authorises nobody', async () => {
  await renderApp({ as: 'beneficiary', at: routes.mine })
  await screen.findByRole('heading', { name: '许**' })
  expect(screen.getByText(t.bankCard)).toBeVisible()
  expect(screen.queryByText(t.agents)).toBeNull()
  expect(screen.queryByText(t.covers)).toBeNull()
})
