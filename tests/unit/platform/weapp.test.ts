import { prepareImage } from '@/platform/image.weapp'
import { loginCode } from '@/platform/login.weapp'
import { pickDocument, pickImages } from '@/platform/pick.weapp'
import { ensurePrivacy, onPrivacyAsked, type PrivacyAsk } from '@/platform/privacy.weapp'
import { scanCode } from '@/platform/scan.weapp'
import { brighten } from '@/platform/screen.weapp'
import { askSubscription } from '@/platform/subscribe.weapp'
import { exchange } from '@/platform/exchange.weapp'

/** The wx functions of one test, by name. */
let mockTaro: Record<string, unknown> = {}
jest.mock('@tarojs/taro', () => ({ __esModule: true, get default() { return mockTaro } }), { virtual: true })

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
const photo = { path: 'wxfile://tmp_1.png', name: '账单.png', size: 4_000_000, mime: 'image/png' }

test('a sign-in code needs :ok and a code', async () => {
  mockTaro = { login: async () => ({ errMsg: 'login:ok', code: 'test:courier' }) }
  expect(await loginCode()).toBe('test:courier')
  mockTaro = { login: async () => ({ errMsg: 'login:ok', code: '' }) }
  await expect(loginCode()).rejects.toMatchObject({ code: 'FAILED' })
  mockTaro = { login: async () => ({ errMsg: '暂时不支持 API', code: 'x' }) }
  await expect(loginCode()).rejects.toMatchObject({ code: 'UNSUPPORTED' })
})

test.each([
  ['a link', { result: 'https://app.example/g/x' }, 'https://app.example/g/x'],
  ['an own code on iOS', { result: '*', path: 'pages/home/index?scene=a%3Db' }, 'a=b'],
  ['an own code on Android', { result: '', path: 'pages/home/index?scene=a=b' }, 'a=b'],
])('scanning %s', async (_name, answer, text) => {
  mockTaro = { scanCode: async () => ({ errMsg: 'scanCode:ok', ...answer }) }
  expect(await scanCode()).toBe(text)
})

test('a closed scanner is CANCELLED', async () => {
  mockTaro = { scanCode: () => Promise.reject({ errMsg: 'scanCode:fail cancel' }) }
  await expect(scanCode()).rejects.toMatchObject({ code: 'CANCELLED' })
})

test('photos and documents come with a name and a kind', async () => {
  mockTaro = {
    chooseMedia: async () => ({ errMsg: 'chooseMedia:ok', tempFiles: [{ tempFilePath: 'wxfile://tmp_a.png', size: 3 }, { tempFilePath: 'wxfile://tmp_b', size: 4 }] }),
    chooseMessageFile: async () => ({ errMsg: 'chooseMessageFile:ok', tempFiles: [{ path: 'wxfile://tmp_c', name: '清单.PDF', size: 5 }] }),
  }
  expect(await pickImages({ source: 'album', count: 9 })).toEqual([
    { path: 'wxfile://tmp_a.png', name: '照片1.png', size: 3, mime: 'image/png' },
    { path: 'wxfile://tmp_b', name: '照片2.jpg', size: 4, mime: 'image/jpeg' },
  ])
  expect(await pickDocument()).toEqual([{ path: 'wxfile://tmp_c', name: '清单.PDF', size: 5, mime: 'application/pdf' }])
})

describe('making a photo small', () => {
  const device = (width: number, height: number) => {
    const asked: object[] = []
    mockTaro = {
      getImageInfo: async () => ({ errMsg: 'getImageInfo:ok', width, height }),
      compressImage: async (options: object) => (asked.push(options), { errMsg: 'compressImage:ok', tempFilePath: 'wxfile://tmp_small.jpg' }),
      getFileSystemManager: () => ({ getFileInfo: (o: { success(r: object): void }) => o.success({ size: 230_000 }) }),
    }
    return asked
  }

  test.each([
    ['landscape', 4000, 3000, { compressedWidth: 1600 }],
    ['portrait', 3000, 4000, { compressedHeight: 1600 }],
    ['heavy but not wide', 1200, 900, { compressedWidth: 1200 }],
  ])('%s', async (_name, width, height, bound) => {
    const asked = device(width, height)
    expect(await prepareImage(photo)).toEqual({ path: 'wxfile://tmp_small.jpg', name: '账单.jpg', size: 230_000, mime: 'image/jpeg' })
    expect(asked).toEqual([{ src: photo.path, quality: 80, ...bound }])
  })

  test('small, PDF and undecodable pictures pass through', async () => {
    const asked = device(800, 600)
    const small = { ...photo, size: 100_000 }
    expect(await prepareImage(small)).toEqual(small)
    const pdf = { ...photo, mime: 'application/pdf' }
    expect(await prepareImage(pdf)).toBe(pdf)
    mockTaro = { getImageInfo: () => Promise.reject({ errMsg: 'getImageInfo:fail decode' }) }
    expect(await prepareImage(photo)).toBe(photo)
    expect(asked).toEqual([])
  })

  // What an off-screen canvas draws: stripes of `high` and `low`, one pixel each.
  const canvasOf = (high: number, low: number, load = true) => ({
    createOffscreenCanvas: ({ width, height }: { width: number; height: number }) => ({
      createImage: () => {
        const image = { onload: () => undefined, onerror: () => undefined, set src(_path: string) { queueMicrotask(() => (load ? image.onload() : image.onerror())) } }
        return image
      },
      getContext: () => ({
        drawImage: () => undefined,
        getImageData: () => ({ data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => (Math.floor(at / 4) % 2 ? high : low)) }),
      }),
    }),
  })
  test.each([
    ['clear', canvasOf(230, 40), 'OK'],
    ['without an edge', canvasOf(180, 180), 'BLURRED'],
    ['dark', canvasOf(20, 10), 'DARK'],
    ['that the canvas cannot load', canvasOf(230, 40, false), undefined],
    ['where there is no such canvas', {}, undefined],
  ] as const)('a photo %s', async (_what, canvas, quality) => {
    device(4000, 3000)
    Object.assign(mockTaro, canvas)
    expect((await prepareImage(photo)).quality).toBe(quality)
  })
})

describe('brightness', () => {
  const device = () => {
    const state = { value: 0.4, awake: false }
    mockTaro = {
      getScreenBrightness: async () => ({ errMsg: 'getScreenBrightness:ok', value: state.value }),
      setScreenBrightness: async ({ value }: { value: number }) => ((state.value = value), { errMsg: 'setScreenBrightness:ok' }),
      setKeepScreenOn: async ({ keepScreenOn }: { keepScreenOn: boolean }) => ((state.awake = keepScreenOn), { errMsg: 'setKeepScreenOn:ok' }),
    }
    return state
  }

  test('full while the code is shown, as before afterwards', async () => {
    const state = device()
    const restore = brighten()
    await settled()
    expect(state).toEqual({ value: 1, awake: true })
    restore()
    restore()
    await settled()
    expect(state).toEqual({ value: 0.4, awake: false })
  })

  test('leaving and coming back at once still ends as before', async () => {
    const state = device()
    brighten()()
    const restore = brighten()
    await settled()
    expect(state).toEqual({ value: 1, awake: true })
    restore()
    await settled()
    expect(state).toEqual({ value: 0.4, awake: false })
  })

  test('a phone that can do none of it is left in peace', async () => {
    mockTaro = {}
    const restore = brighten()
    await settled()
    expect(() => restore()).not.toThrow()
    await settled()
  })
})

describe('privacy', () => {
  test("the app's sheet answers WeChat", async () => {
    const answers: object[] = []
    mockTaro = { onNeedPrivacyAuthorization: (listener: (resolve: (answer: object) => void) => void) => listener((answer) => answers.push(answer)) }
    onPrivacyAsked((ask: PrivacyAsk) => {
      ask.shown()
      ask.agree('agree-button')
      ask.refuse()
    })
    expect(answers).toEqual([{ event: 'exposureAuthorization' }, { event: 'agree', buttonId: 'agree-button' }, { event: 'disagree' }])
  })

  test('a refusal is PRIVACY, an old WeChat asks nothing', async () => {
    mockTaro = { requirePrivacyAuthorize: (o: { fail(raw: object): void }) => o.fail({ errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized' }) }
    await expect(ensurePrivacy()).rejects.toMatchObject({ code: 'PRIVACY' })
    mockTaro = { requirePrivacyAuthorize: (o: { success(raw: object): void }) => o.success({ errMsg: 'requirePrivacyAuthorize:ok' }) }
    await expect(ensurePrivacy()).resolves.toBeUndefined()
    mockTaro = {}
    await expect(ensurePrivacy()).resolves.toBeUndefined()
  })
})

test('a subscription answers per template', async () => {
  mockTaro = { requestSubscribeMessage: async () => ({ errMsg: 'requestSubscribeMessage:ok', t1: 'accept', t2: 'reject' }) }
  expect(await askSubscription(['t1', 't2', 't3'])).toEqual({ t1: 'accept', t2: 'reject' })
  await expect(askSubscription(['1', '2', '3', '4'])).rejects.toMatchObject({ code: 'FAILED' })
})

describe('bytes there and back', () => {
  const asked = { url: 'http://api.test/up', method: 'PUT' as const, body: new ArrayBuffer(3) }
  const task = (answer: Promise<object>) => {
    const aborted = jest.fn()
    mockTaro = { request: () => Object.assign(answer, { abort: aborted }) }
    return aborted
  }

  test('any status is an answer, its headers are found however they are written', async () => {
    task(Promise.resolve({ errMsg: 'request:ok', statusCode: 409, header: { 'Content-Range': 'bytes 0-2/3' }, data: new ArrayBuffer(3) }))
    const answer = await exchange(asked)
    expect([answer.status, answer.bytes.byteLength, answer.header('content-range')]).toEqual([409, 3, 'bytes 0-2/3'])
  })

  test.each([
    ['request:fail net::ERR_CONNECTION_RESET', 'OFFLINE'],
    ['request:fail interrupted', 'OFFLINE'],
    ['request:fail words never seen', 'OFFLINE'],
    ['request:fail timeout', 'TIMEOUT'],
  ])('%s is %s', async (errMsg, code) => {
    task(Promise.reject({ errMsg }))
    await expect(exchange(asked)).rejects.toMatchObject({ code })
  })

  test('an abort ends the task and is CANCELLED', async () => {
    let fail: (raw: object) => void = () => undefined
    const aborted = task(new Promise((_, reject) => (fail = reject)))
    const controller = new AbortController()
    const expectation = expect(exchange({ ...asked, signal: controller.signal })).rejects.toMatchObject({ code: 'CANCELLED' })
    controller.abort()
    fail({ errMsg: 'request:fail abort' })
    await expectation
    expect(aborted).toHaveBeenCalledTimes(1)
  })
})
