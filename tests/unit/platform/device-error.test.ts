import { callDevice, DeviceError, deviceErrorFrom, ensureOk, isDeviceError } from '@/platform/device-error'

const codeOf = async (run: () => Promise<object> | undefined): Promise<string> => {
  try {
    await callDevice('api', run)
    return 'ok'
  } catch (error) {
    return isDeviceError(error) ? error.code : 'not a DeviceError'
  }
}

test.each([
  ['chooseMedia:fail cancel', 'CANCELLED'],
  ['chooseMedia:fail:cancel', 'CANCELLED'],
  ['scanCode:fail auth deny', 'DENIED'],
  ['chooseMedia:fail privacy permission is not authorized', 'PRIVACY'],
  ['chooseImage:fail system permission denied', 'DENIED'],
  ['uploadFile:fail abort', 'CANCELLED'],
  ['setStorage:fail exceed storage max size 10Mb', 'STORAGE_FULL'],
  ['copyFile:fail the maximum size of the file storage limit is exceeded', 'STORAGE_FULL'],
  ['saveFile:fail abort, the maximum size of the file storage limit is exceeded', 'STORAGE_FULL'],
  ['setStorage:fail entry size limit reached', 'TOO_LARGE'],
  ['readFile:fail no such file or directory wxfile://usr/outbox/x', 'NOT_FOUND'],
  ['request:fail timeout', 'TIMEOUT'],
  ['uploadFile:fail interrupted', 'OFFLINE'],
  ['request:fail net::ERR_INTERNET_DISCONNECTED', 'OFFLINE'],
  ['login:fail 暂时不支持 API', 'UNSUPPORTED'],
  ['setScreenBrightness:fail something new', 'FAILED'],
])('%s is %s', (errMsg, code) => {
  const error = deviceErrorFrom('api', { errMsg })
  expect(error.code).toBe(code)
  expect(error.messageZh).toMatch(/[一-龥]/)
})

test('browser errors carry their meaning in the name', () => {
  expect(deviceErrorFrom('x', new DOMException('', 'QuotaExceededError')).code).toBe('STORAGE_FULL')
  expect(deviceErrorFrom('x', new DOMException('', 'NotAllowedError')).code).toBe('DENIED')
  // Whatever their words are about.
  expect(deviceErrorFrom('x', new DOMException('The operation was aborted: no permission', 'QuotaExceededError')).code).toBe('STORAGE_FULL')
  expect(deviceErrorFrom('x', new DOMException('quota is not exceeded', 'AbortError')).code).toBe('CANCELLED')
})

test('a resolved promise is no success unless errMsg ends in :ok', async () => {
  expect(await codeOf(() => Promise.resolve({ errMsg: 'login:ok', code: 'c' }))).toBe('ok')
  expect(await codeOf(() => Promise.resolve({ errMsg: '暂时不支持 API' }))).toBe('UNSUPPORTED')
  expect(await codeOf(() => Promise.resolve({ errMsg: 'h5 端当前仅在微信公众号 JS-SDK 环境下支持此 API' }))).toBe('UNSUPPORTED')
  expect(await codeOf(() => Promise.resolve({ code: 'no errMsg' }))).toBe('UNSUPPORTED')
  expect(await codeOf(() => undefined)).toBe('UNSUPPORTED')
})

test('a function that is missing altogether is UNSUPPORTED', async () => {
  const taro: Record<string, () => Promise<object>> = {}
  expect(await codeOf(() => taro.login())).toBe('UNSUPPORTED')
})

test('a DeviceError passes through unchanged', async () => {
  const first = new DeviceError('TOO_LARGE', 'first')
  await expect(callDevice('outer', () => Promise.reject(first))).rejects.toBe(first)
  expect(isDeviceError(first, 'TOO_LARGE')).toBe(true)
  expect(isDeviceError(first, 'FAILED')).toBe(false)
  expect(() => ensureOk('api', { errMsg: 'api:fail cancel' })).toThrow(DeviceError)
})
