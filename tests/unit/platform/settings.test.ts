import { savePicture } from '@/platform/save-picture.weapp'

/** The wx functions of one test, by name. */
let mockTaro: Record<string, unknown> = {}
jest.mock('@tarojs/taro', () => ({ __esModule: true, get default() { return mockTaro } }), { virtual: true })

/** A phone whose album says this; `yes`: the member takes the way to the settings. */
function phone(errMsg: string, yes = true) {
  const openSetting = jest.fn(async () => ({ errMsg: 'openSetting:ok', authSetting: {} }))
  const showModal = jest.fn(async () => ({ errMsg: 'showModal:ok', confirm: yes, cancel: !yes }))
  mockTaro = { saveImageToPhotosAlbum: () => (errMsg.endsWith(':ok') ? Promise.resolve({ errMsg }) : Promise.reject({ errMsg })), showModal, openSetting }
  return { openSetting, showModal }
}

test('an album that was refused: words, and the way to the settings', async () => {
  const { openSetting, showModal } = phone('saveImageToPhotosAlbum:fail auth deny')
  await expect(savePicture('x', 'wxfile://x.png')).rejects.toMatchObject({ code: 'DENIED' })
  expect(showModal).toHaveBeenCalledWith(expect.objectContaining({ confirmText: '去设置', content: expect.stringContaining('添加到相册') }))
  expect(openSetting).toHaveBeenCalledTimes(1)
})

test('who does not want to is left alone', async () => {
  const { openSetting } = phone('saveImageToPhotosAlbum:fail auth deny', false)
  await expect(savePicture('x', 'wxfile://x.png')).rejects.toMatchObject({ code: 'DENIED' })
  expect(openSetting).not.toHaveBeenCalled()
})

test.each([
  ['saveImageToPhotosAlbum:fail privacy permission is not authorized', 'PRIVACY'],
  ['saveImageToPhotosAlbum:fail cancel', 'CANCELLED'],
])('%s: no setting helps, none is offered', async (errMsg, code) => {
  const { openSetting, showModal } = phone(errMsg)
  await expect(savePicture('x', 'wxfile://x.png')).rejects.toMatchObject({ code })
  expect(showModal).not.toHaveBeenCalled()
  expect(openSetting).not.toHaveBeenCalled()
})

test('a saved picture asks nothing', async () => {
  const { showModal } = phone('saveImageToPhotosAlbum:ok')
  expect(await savePicture('x', 'wxfile://x.png')).toBe('album')
  expect(showModal).not.toHaveBeenCalled()
})
