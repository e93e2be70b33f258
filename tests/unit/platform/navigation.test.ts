import { currentPath as h5Path } from '@/platform/route'
import { currentPath } from '@/platform/route.weapp'
import { back, declareTabs, go, replace, routeParams, switchTab, withParams } from '@/platform/navigation'

type Verb = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab' | 'navigateBack'
const mockCalls: string[] = []
let mockRefused: Verb[] = []
let mockPages: { route: string; options: Record<string, string> }[] = []
let mockParams: Record<string, string> = {}
let mockHold: Promise<void> = Promise.resolve()
// The unit twin has no limit; WeChat's has.
let mockLimit = 10

jest.mock('@/platform/route', () => ({ ...jest.requireActual<object>('@/platform/route'), get STACK_LIMIT() { return mockLimit } }))
jest.mock(
  '@tarojs/taro',
  () => {
    const verb = (name: Verb) => async ({ url = '' }: { url?: string } = {}) => {
      mockCalls.push(`${name} ${url}`.trim())
      await mockHold
      if (mockRefused.includes(name)) throw { errMsg: `${name}:fail` }
      return { errMsg: `${name}:ok` }
    }
    return {
      __esModule: true,
      useRouter: () => ({ params: mockParams }),
      default: {
        navigateTo: verb('navigateTo'), redirectTo: verb('redirectTo'), reLaunch: verb('reLaunch'), switchTab: verb('switchTab'), navigateBack: verb('navigateBack'),
        getCurrentPages: () => mockPages,
        getCurrentInstance: () => ({ router: { params: mockParams } }),
      },
    }
  },
  { virtual: true },
)

const stack = (depth: number) => Array.from({ length: depth }, (_, i) => ({ route: `packages/p/pages/${i}/index`, options: {} }))

beforeEach(() => {
  mockCalls.length = 0
  mockRefused = []
  mockPages = stack(1)
  mockHold = Promise.resolve()
  mockLimit = 10
  declareTabs(['pages/home/index', '/pages/mine/index'])
})

test.each([
  ['an ordinary page', 1, '/packages/claim/pages/detail/index?id=1', ['navigateTo /packages/claim/pages/detail/index?id=1']],
  ['a tenth page', 9, '/packages/a/index', ['navigateTo /packages/a/index']],
  ['an eleventh page', 10, '/packages/a/index', ['redirectTo /packages/a/index']],
  ['a tab', 3, '/pages/home/index?from=x', ['switchTab /pages/home/index']],
])('go to %s', async (_name, depth, url, calls) => {
  mockPages = stack(depth)
  await go(url)
  expect(mockCalls).toEqual(calls)
})

test('go finds another way when the first is refused, and never rejects', async () => {
  mockRefused = ['navigateTo', 'redirectTo', 'reLaunch']
  await expect(go('/packages/a/index')).resolves.toBeUndefined()
  expect(mockCalls).toEqual(['navigateTo /packages/a/index', 'redirectTo /packages/a/index', 'reLaunch /packages/a/index'])
})

test('a second tap while the page is coming opens nothing, a later one does', async () => {
  let arrive: () => void = () => undefined
  mockHold = new Promise((resolve) => (arrive = resolve))
  const first = go('/packages/a/index')
  await go('/packages/a/index')
  expect(mockCalls).toHaveLength(1)
  arrive()
  await first
  await go('/packages/a/index')
  expect(mockCalls).toHaveLength(2)
})

test('back goes back, or to the fallback where there is nothing to go back to', async () => {
  mockPages = stack(2)
  await back('/pages/home/index')
  mockPages = stack(1)
  await back('/pages/home/index')
  await back('/packages/a/index')
  expect(mockCalls).toEqual(['navigateBack', 'switchTab /pages/home/index', 'redirectTo /packages/a/index'])
})

test('replace and switchTab know the tabs', async () => {
  await replace('/pages/mine/index')
  await replace('/packages/a/index')
  mockRefused = ['switchTab']
  await switchTab('/pages/home/index')
  expect(mockCalls).toEqual(['switchTab /pages/mine/index', 'redirectTo /packages/a/index', 'switchTab /pages/home/index', 'reLaunch /pages/home/index'])
})

test.each([
  ['encoded, as iOS hands it over', '%E5%B7%A5%E4%BC%9A%3D1', '工会=1'],
  ['decoded, as Android does', '工会=1', '工会=1'],
  ['with a bare per cent sign', '100%', '100%'],
])('a parameter %s', (_name, raw, value) => {
  mockParams = { id: raw, $taroTimestamp: '1', stamp: 'AA' }
  expect(routeParams()).toEqual({ id: value })
})

test('parameters survive the way there and back', () => {
  const url = withParams('/packages/a/index', { name: '张三&李四=100%', page: 2, none: undefined })
  expect(url).toBe('/packages/a/index?name=%E5%BC%A0%E4%B8%89%26%E6%9D%8E%E5%9B%9B%3D100%25&page=2')
  mockParams = Object.fromEntries(new URLSearchParams(url.split('?')[1]))
  expect(routeParams()).toEqual({ name: '张三&李四=100%', page: '2' })
  expect(withParams('/a', {})).toBe('/a')
})

test('currentPath is what go takes', () => {
  mockPages = [{ route: 'packages/claim/pages/detail/index', options: { claimId: 'c%201', $taroTimestamp: '9' } }]
  expect(currentPath()).toBe('/packages/claim/pages/detail/index?claimId=c%201')
  mockPages = []
  expect(currentPath()).toBe('/')
  expect(h5Path()).toBe('/')
})
