import { hasCamera as hasInBrowser, openCamera as openInBrowser, seenPart } from '@/platform/camera'
import { hasCamera, openCamera } from '@/platform/camera.weapp'

/** The wx functions of one test, by name. */
let mockTaro: Record<string, unknown> = {}
jest.mock('@tarojs/taro', () => ({ __esModule: true, get default() { return mockTaro } }), { virtual: true })

interface Callbacks {
  success(answer: object): void
  fail(raw: object): void
}
const wanted = { containerId: 'box', onLost: () => undefined }

describe('WeChat', () => {
  const device = (shoot: (callbacks: Callbacks) => void): void => {
    mockTaro = {
      canIUse: (what: string) => what === 'camera.resolution',
      requirePrivacyAuthorize: ({ success }: Callbacks) => success({ errMsg: 'requirePrivacyAuthorize:ok' }),
      createCameraContext: () => ({ takePhoto: shoot }),
      getFileSystemManager: () => ({ getFileInfo: ({ success }: Callbacks) => success({ size: 230_000 }) }),
    }
  }

  test('a photo with name, kind and size', async () => {
    const asked: object[] = []
    device((call) => {
      asked.push(call)
      call.success({ errMsg: 'operateCamera:ok', tempImagePath: 'wxfile://tmp_1.jpg' })
    })
    expect(hasCamera()).toBe(true)
    const camera = await openCamera(wanted)
    expect(await camera.take()).toEqual({ file: { path: 'wxfile://tmp_1.jpg', name: '照片.jpg', size: 230_000, mime: 'image/jpeg' }, src: 'wxfile://tmp_1.jpg' })
    expect(asked).toEqual([expect.objectContaining({ quality: 'high' })])
  })

  test.each([
    ['said to be a success without :ok', (call: Callbacks) => call.success({ errMsg: '暂时不支持 API', tempImagePath: 'x' }), 'UNSUPPORTED'],
    ['a permission that is missing', (call: Callbacks) => call.fail({ errMsg: 'operateCamera:fail auth deny' }), 'DENIED'],
  ])('%s', async (_name, shoot, code) => {
    device(shoot)
    await expect((await openCamera(wanted)).take()).rejects.toMatchObject({ code })
  })

  test('privacy refused: the camera is not opened', async () => {
    device(() => undefined)
    mockTaro.requirePrivacyAuthorize = ({ fail }: Callbacks) => fail({ errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized' })
    await expect(openCamera(wanted)).rejects.toMatchObject({ code: 'PRIVACY' })
  })

  test('an old library has none', () => {
    mockTaro = { canIUse: () => false, createCameraContext: () => ({}) }
    expect(hasCamera()).toBe(false)
    mockTaro = { canIUse: () => true }
    expect(hasCamera()).toBe(false)
  })
})

test('without getUserMedia there is none in the browser', async () => {
  expect(hasInBrowser()).toBe(false)
  await expect(openInBrowser(wanted)).rejects.toMatchObject({ code: 'UNSUPPORTED' })
})

test.each([
  ['an upright film in a lower box: above and below are cut off', { width: 1920, height: 2560 }, { width: 390, height: 507 }, { left: 0, top: 32, width: 1920, height: 2496 }],
  ['a wide film in an upright box: the sides are', { width: 1280, height: 720 }, { width: 360, height: 480 }, { left: 370, top: 0, width: 540, height: 720 }],
  ['the same shape: nothing is', { width: 640, height: 480 }, { width: 320, height: 240 }, { left: 0, top: 0, width: 640, height: 480 }],
  ['no picture yet', { width: 0, height: 0 }, { width: 320, height: 240 }, { left: 0, top: 0, width: 0, height: 0 }],
])('%s', (_name, film, box, seen) => expect(seenPart(film, box)).toEqual(seen))
