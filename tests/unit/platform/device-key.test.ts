import { deviceId, deviceKey, knownDeviceKey } from '@/platform/device-key'
import { deviceKeyName } from '@/platform/account-storage'
import { removeStored } from '@/platform/storage'
import { randomBytes } from '@/platform/random'
import { randomBytes as randomBytesWeapp } from '@/platform/random.weapp'

/** The phone's storage and wx functions of one test. */
const mockKept = new Map<string, string>()
const mockTaro: Record<string, unknown> = {}
jest.mock('@tarojs/taro', () => ({ __esModule: true, get default() { return mockTaro } }), { virtual: true })
beforeEach(() => {
  mockKept.clear()
  Object.assign(mockTaro, {
    getStorageSync: (key: string) => mockKept.get(key) ?? '',
    setStorageSync: (key: string, text: string) => void mockKept.set(key, text),
    removeStorageSync: (key: string) => void mockKept.delete(key),
    getRandomValues: undefined,
  })
})
afterEach(() => jest.restoreAllMocks())

describe('randomness', () => {
  test('as many bytes as asked for, other ones each time', async () => {
    const [a, b] = [await randomBytes(32), await randomBytes(32)]
    expect(a).toHaveLength(32)
    expect(a).not.toEqual(b)
  })

  test('a browser without any says so', async () => {
    jest.replaceProperty(globalThis, 'crypto', undefined as unknown as Crypto)
    await expect(randomBytes(8)).rejects.toMatchObject({ code: 'UNSUPPORTED' })
    await expect(deviceKey('none-here')).rejects.toMatchObject({ code: 'UNSUPPORTED' })
    expect(knownDeviceKey('none-here')).toBeUndefined()
  })

  describe('WeChat', () => {
    type Options = { length: number; success(answer: { randomValues: ArrayBuffer }): void; fail(error: unknown): void }
    const wx = (answer: ((options: Options) => void) | undefined) => Object.assign(mockTaro, { getRandomValues: answer })

    test('hands its bytes over later', async () => {
      wx(({ length, success }) => void setTimeout(() => success({ randomValues: Uint8Array.from({ length }, (_, at) => at).buffer })))
      expect(await randomBytesWeapp(4)).toEqual(Uint8Array.from([0, 1, 2, 3]))
    })
    test.each([
      ['an old WeChat', undefined, 'UNSUPPORTED'],
      ['a refusal', ({ fail }: Options) => fail({ errMsg: 'getRandomValues:fail' }), 'FAILED'],
      ['fewer bytes than asked for', ({ success }: Options) => success({ randomValues: new ArrayBuffer(3) }), 'FAILED'],
    ])('%s', async (_what, answer, code) => {
      wx(answer)
      await expect(randomBytesWeapp(4)).rejects.toMatchObject({ code })
    })
  })
})

describe('the phone', () => {
  test('keeps its id, also where two ask at once', async () => {
    const [a, b] = await Promise.all([deviceId(), deviceId()])
    expect(a).toMatch(/^[\w-]{22}$/)
    expect(b).toBe(a)
    expect(await deviceId()).toBe(a)
  })

  test('has one key an account, made once and kept', async () => {
    const [courier, again, other] = await Promise.all([deviceKey('courier'), deviceKey('courier'), deviceKey('other')])
    expect(again).toEqual(courier)
    expect(other.publicKey).not.toBe(courier.publicKey)
    expect(await deviceKey('courier')).toEqual(courier)
    expect(knownDeviceKey('courier')).toEqual(courier)
  })

  test('forgets the key at sign-out, and makes another', async () => {
    const before = await deviceKey('courier')
    removeStored(deviceKeyName('courier'))
    expect(knownDeviceKey('courier')).toBeUndefined()
    expect((await deviceKey('courier')).publicKey).not.toBe(before.publicKey)
  })

  test('takes no damaged key for one', async () => {
    for (const value of [null, {}, { publicKey: 'a', secretKey: 'b' }, { publicKey: 1, secretKey: 2 }]) {
      mockKept.set('zsb:device-key.courier', JSON.stringify({ version: 1, value }))
      expect(knownDeviceKey('courier')).toBeUndefined()
    }
  })

  test('a key that could not be kept is not shown to anybody', async () => {
    mockTaro.setStorageSync = () => {
      throw new Error('exceeded the quota')
    }
    await expect(deviceKey('courier')).rejects.toMatchObject({ code: 'STORAGE_FULL' })
  })
})
