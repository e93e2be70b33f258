import * as weapp from '@/platform/network.weapp'

let mockTell: (state: { isConnected: boolean }) => void = () => undefined
const mockFirst = 'none'
let mockRegistrations = 0
jest.mock(
  '@tarojs/taro',
  () => ({
    __esModule: true,
    default: {
      onNetworkStatusChange: (fn: typeof mockTell) => {
        mockRegistrations += 1
        mockTell = fn
      },
      getNetworkType: async () => ({ errMsg: 'getNetworkType:ok', networkType: mockFirst }),
    },
  }),
  { virtual: true },
)

test('online until WeChat says otherwise, each change told once to whoever listens', async () => {
  const heard: boolean[] = []
  expect(weapp.isOnline()).toBe(true)
  const off = weapp.onNetworkChange((online) => heard.push(online))
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(weapp.isOnline()).toBe(false)
  mockTell({ isConnected: false })
  mockTell({ isConnected: true })
  expect(weapp.isOnline()).toBe(true)
  off()
  mockTell({ isConnected: false })
  expect(heard).toEqual([false, true])
  expect(mockRegistrations).toBe(1)
})
