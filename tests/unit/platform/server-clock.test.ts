import type * as ServerClock from '@/platform/server-clock'

const DAY = 24 * 3600_000
const RIGHT = 1_790_000_000_000
let phoneMs = RIGHT
const mockCells = new Map<string, string>()

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => mockCells.get(key) ?? '',
    setStorageSync: (key: string, value: string) => mockCells.set(key, value),
  },
}), { virtual: true })

/** The app as it starts: what the phone keeps is there, nothing else. */
function started(): typeof ServerClock {
  let clock: typeof ServerClock | undefined
  jest.isolateModules(() => void (clock = jest.requireActual<typeof ServerClock>('@/platform/server-clock')))
  if (!clock) throw new Error('not loaded')
  return clock
}

beforeEach(() => {
  phoneMs = RIGHT
  mockCells.clear()
  jest.spyOn(Date, 'now').mockImplementation(() => phoneMs)
})
afterEach(() => jest.restoreAllMocks())

test('the difference that was learnt last is there after a restart, before any answer', () => {
  phoneMs = RIGHT + DAY
  started().learnServerTime(RIGHT)
  const clock = started()
  expect(clock.serverNow()).toBe(RIGHT)
  expect(clock.serverMoment(clock.phoneMoment(RIGHT - 5))).toBe(RIGHT - 5)
})

test.each([[DAY], [-DAY], [600_000]])('a phone that was %i ms ahead and was put right is not believed to be behind what was answered', (aheadMs) => {
  phoneMs = RIGHT + aheadMs
  started().learnServerTime(RIGHT)
  phoneMs = RIGHT + 60_000
  const clock = started()
  clock.knowMoment(RIGHT)
  expect(clock.serverNow()).toBeGreaterThanOrEqual(RIGHT)
  expect(clock.phoneMoment(RIGHT)).toBeLessThanOrEqual(phoneMs)
})

test('who keeps moments hears of a clock that was set, and of nothing less', () => {
  const clock = started()
  clock.learnServerTime(RIGHT)
  const heard: number[] = []
  const off = clock.onClockSet((movedMs) => heard.push(movedMs))
  clock.learnServerTime(RIGHT + 900)
  clock.learnServerTime(RIGHT)
  expect(heard).toEqual([])
  phoneMs += DAY
  clock.learnServerTime(RIGHT)
  expect(heard).toEqual([-DAY])
  off()
  clock.learnServerTime(RIGHT + DAY)
  expect(heard).toHaveLength(1)
})
