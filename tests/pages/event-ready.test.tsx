import { fireEvent, screen } from '@testing-library/react'
import { deskTexts as desk } from '@/packages/event/texts'
import * as copy from '@/platform/app-copy'
import * as random from '@/platform/random'
import { routes } from '@/routes'
import { repAt, atEvent } from '@tests/builders/rep-app'
import { button, renderApp } from '@tests/setup/render-app'

const onPhone = (state: copy.AppCopy): jest.SpyInstance => jest.spyOn(copy, 'appCopy').mockResolvedValue(state)
afterEach(() => jest.restoreAllMocks())

test('绑定 says 已可离线使用 once code, kit, keys and places are on the phone', async () => {
  onPhone('here')
  await renderApp({ as: 'rep', at: atEvent(routes.repDesk) })
  expect(screen.queryByText(desk.ready)).toBeNull()
  fireEvent.click(await button(desk.bind))
  expect(await screen.findByText(desk.ready)).toBeVisible()
})

test.each([['unsupported', desk.lacks.unsupported], ['incomplete', desk.lacks.code]] as const)('the app is %s: what is missing is said, and asked for again', async (state, words) => {
  const asked = onPhone(state)
  await repAt(routes.repDesk)
  expect(await screen.findByText(words)).toBeVisible()
  expect(screen.queryByText(desk.ready)).toBeNull()
  asked.mockResolvedValue('here')
  fireEvent.click(await button(desk.checkAgain))
  expect(await screen.findByText(desk.ready)).toBeVisible()
})

test('places that were given back are missing, and 领取离线名额 says 已可离线使用', async () => {
  onPhone('here')
  await repAt(routes.repDesk)
  await screen.findByText(desk.ready)
  fireEvent.click(await button(desk.give))
  fireEvent.click(await button('确定'))
  expect(await screen.findByText(desk.lacks.lease)).toBeVisible()
  fireEvent.click(await button(desk.draw(50)))
  expect(await screen.findByText(desk.ready)).toBeVisible()
})

test('a phone that does not keep the kit, or cannot seal, is not ready', async () => {
  onPhone('here')
  const { app } = await repAt(routes.repDesk)
  await screen.findByText(desk.ready)
  const Taro = jest.requireActual<{ default: { setStorageSync(key: string, value: unknown): void } }>('@tests/setup/taro').default
  const write = Taro.setStorageSync.bind(Taro)
  jest.spyOn(Taro, 'setStorageSync').mockImplementation((key, value) => {
    if (key.includes('cache.')) throw { errMsg: 'setStorage:fail exceed storage max size 10Mb' }
    write(key, value)
  })
  jest.spyOn(random, 'randomBytes').mockRejectedValue(new Error('none'))
  await app.client.invalidateQueries()
  expect(await screen.findByText(desk.lacks.kit)).toBeVisible()
  expect(screen.getByText(desk.lacks.seal)).toBeVisible()
})
