import { act, screen, waitFor } from '@testing-library/react'
import { keepsNothing, notKept } from '@/api/notices'
import { startApp } from '@/app-start'
import { texts as claim } from '@/packages/claim/texts'
import { routes } from '@/routes'
import { useDrafts } from '@/state/draft-store'
import { useUnkept } from '@/state/unkept-store'
import { openClaim, type } from '@tests/builders/claim-app'
import Taro from '@tests/setup/taro'
import { renderApp } from '@tests/setup/render-app'

// As the app does, once: everything that lives as long as it.
beforeAll(() => void startApp())
afterEach(() => {
  jest.restoreAllMocks()
  useUnkept.setState({ unkept: null })
})

const fillPhone = (...keys: string[]): void => {
  const write = Taro.setStorageSync
  jest.spyOn(Taro, 'setStorageSync').mockImplementation((key, value) => {
    if (keys.some((full) => key.startsWith(`zsb:${full}`))) throw { errMsg: 'setStorage:fail exceed storage max size' }
    write(key, value)
  })
}
const comeBack = (): void => act(() => void document.dispatchEvent(new Event('visibilitychange')))
const kept = (): string => Taro.getStorageInfoSync().keys.map((key) => String(Taro.getStorageSync(key))).join('\n')

test('what is typed into a full phone: said once, with what to do, and nothing typed is lost meanwhile', async () => {
  await openClaim(routes.claimStay)
  await screen.findByLabelText(claim.stay.hospital)
  fillPhone('')
  await type(claim.stay.hospital, '市一医院')
  expect(await screen.findAllByText(notKept.textZh)).toHaveLength(1)
  expect(kept()).not.toContain('市一医院')
  expect(screen.getByLabelText(claim.stay.hospital)).toHaveValue('市一医院')
})

test('back from tidying up: what was typed is kept now, and the words go', async () => {
  await openClaim(routes.claimStay)
  await screen.findByLabelText(claim.stay.hospital)
  fillPhone('')
  await type(claim.stay.hospital, '市一医院')
  await screen.findByText(notKept.titleZh)
  comeBack()
  await waitFor(() => expect(useUnkept.getState().unkept).toBe('FULL'))
  expect(screen.getByText(notKept.titleZh)).toBeVisible()
  jest.restoreAllMocks()
  comeBack()
  await waitFor(() => expect(screen.queryByText(notKept.titleZh)).toBeNull())
  expect(kept()).toContain('市一医院')
})

test('a browser that keeps nothing: every step goes on, and nobody is asked to tidy up', async () => {
  await openClaim(routes.claimStay)
  await screen.findByLabelText(claim.stay.hospital)
  jest.spyOn(Taro, 'setStorageSync').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  })
  await type(claim.stay.hospital, '市一医院')
  expect(await screen.findAllByText(keepsNothing.textZh)).toHaveLength(1)
  expect(screen.queryByText(notKept.textZh)).toBeNull()
  expect(Object.values(useDrafts.getState().forms)).toEqual([expect.objectContaining({ hospital: '市一医院' })])
})

test('no room for copies of the server’s answers only: nothing to say', async () => {
  await renderApp({ as: 'courier', at: routes.about })
  fillPhone('cache.')
  await (await renderApp({ as: 'courier', at: routes.home })).relaunch(routes.home)
  await screen.findByText(/您好$/)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(useUnkept.getState().unkept).toBeNull()
})
