import { fontScale as onH5 } from '@/platform/font-scale'
import { fontScale } from '@/platform/font-scale.weapp'

let mockInfo: () => object = () => ({})
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { getAppBaseInfo: () => mockInfo() } }), { virtual: true })

test.each([
  ['the factor, where WeChat tells it', { fontSizeScaleFactor: 1.4, fontSizeSetting: 17 }, 1.4],
  ['the size of an older WeChat', { fontSizeSetting: 23.8 }, 1.4],
  ['standard', { fontSizeScaleFactor: 1, fontSizeSetting: 17 }, 1],
  ['an old WeChat that tells neither', {}, 1],
  ['nonsense', { fontSizeScaleFactor: 0, fontSizeSetting: 'large' }, 1],
])('%s', (_name, info, scale) => {
  mockInfo = () => info
  expect(fontScale()).toBeCloseTo(scale)
})

test('a WeChat without the function', () => {
  mockInfo = () => {
    throw new TypeError('Taro.getAppBaseInfo is not a function')
  }
  expect(fontScale()).toBe(1)
})

test('a browser never tells', () => expect(onH5()).toBe(1))
