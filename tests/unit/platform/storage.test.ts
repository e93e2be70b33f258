import { isFull } from '@/platform/device-error'
import { onStorageError, readStored, removeStored, storedKeys, writeStored, zustandStorage } from '@/platform/storage'

const mockCells = new Map<string, unknown>()
let mockFull: string | undefined
let mockRefusal: unknown
const mockRefuse = (): void => {
  if (mockRefusal !== undefined) throw mockRefusal
}

jest.mock(
  '@tarojs/taro',
  () => ({
    __esModule: true,
    default: {
      getStorageSync: (key: string) => (mockRefuse(), mockCells.get(key) ?? ''),
      setStorageSync: (key: string, value: unknown) => {
        mockRefuse()
        if (mockFull) throw { errMsg: mockFull }
        mockCells.set(key, value)
      },
      removeStorageSync: (key: string) => (mockRefuse(), mockCells.delete(key)),
      getStorageInfoSync: () => (mockRefuse(), { keys: [...mockCells.keys()] }),
    },
  }),
  { virtual: true },
)

const asText = (value: unknown) => (typeof value === 'string' ? value : undefined)

beforeEach(() => {
  mockCells.clear()
  mockFull = undefined
  mockRefusal = undefined
})

test('what was written comes back, under an own prefix', () => {
  writeStored('card', 2, 'hello')
  expect(readStored('card', 2, asText)).toBe('hello')
  expect([...mockCells.keys()]).toEqual(['zsb:card'])
  mockCells.set('someone-else', 'x')
  expect(storedKeys()).toEqual(['card'])
})

test('an older shape is migrated, or dropped where nobody knows how', () => {
  writeStored('card', 1, 7)
  expect(readStored('card', 2, asText)).toBeUndefined()
  expect(readStored('card', 2, asText, (value, from) => `${String(value)} from ${from}`)).toBe('7 from 1')
})

test.each([['nothing', undefined], ['no JSON', '{oops'], ['no envelope', '"x"'], ['no version', '{"value":"x"}'], ['a foreign type', 42]])('%s reads as undefined', (_name, cell) => {
  if (cell !== undefined) mockCells.set('zsb:card', cell)
  expect(readStored('card', 1, asText)).toBeUndefined()
})

test('a value that parse refuses or chokes on reads as undefined', () => {
  writeStored('card', 1, 5)
  expect(readStored('card', 1, asText)).toBeUndefined()
  expect(
    readStored('card', 1, () => {
      throw new Error('parse')
    }),
  ).toBeUndefined()
})

test('a full phone is an error for writeStored, a report for zustand, and keeps what was there', () => {
  writeStored('outbox', 1, 'first')
  mockFull = 'setStorage:fail exceed storage max size 10Mb'
  const heard: string[] = []
  const off = onStorageError((error, key) => heard.push(`${key} ${error.code}`))
  expect(() => writeStored('outbox', 1, 'second')).toThrow(expect.objectContaining({ code: 'STORAGE_FULL' }))
  expect(() => zustandStorage.setItem('settings', '{}')).not.toThrow()
  expect(heard).toEqual(['outbox STORAGE_FULL', 'settings STORAGE_FULL'])
  expect(readStored('outbox', 1, asText)).toBe('first')
  off()
  zustandStorage.setItem('settings', '{}')
  expect(heard).toHaveLength(2)
})

describe('a storage that takes nothing', () => {
  test.each([
    ['cookies off', new DOMException('The operation is insecure.', 'SecurityError')],
    ['a web view without storage', new TypeError("Cannot read property 'setItem' of null")],
    ['WeChat breaks', { errMsg: 'setStorageSync:fail internal error' }],
  ])('%s: told each time, held as long as the page, in every look', (_name, thrown) => {
    const heard: string[] = []
    const off = onStorageError((error, key) => heard.push(`${key} ${isFull(error) ? 'full' : 'refused'}`))
    mockRefusal = thrown
    writeStored('device-id', 1, 'one')
    zustandStorage.setItem('session', '{"state":1}')
    expect(heard).toEqual(['device-id refused', 'session refused'])
    expect(readStored('device-id', 1, asText)).toBe('one')
    expect(zustandStorage.getItem('session')).toBe('{"state":1}')
    expect(storedKeys().sort()).toEqual(['device-id', 'session'])
    removeStored('session')
    expect(storedKeys()).toEqual(['device-id'])
    expect(mockCells.size).toBe(0)

    mockRefusal = undefined
    expect(readStored('device-id', 1, asText)).toBe('one')
    writeStored('device-id', 1, 'two')
    expect(readStored('device-id', 1, asText)).toBe('two')
    expect(storedKeys()).toEqual(['device-id'])
    removeStored('device-id')
    expect(storedKeys()).toEqual([])
    off()
  })
})

test('the zustand port speaks null for what is not there', () => {
  expect(zustandStorage.getItem('x')).toBeNull()
  zustandStorage.setItem('x', '{"state":{}}')
  expect(zustandStorage.getItem('x')).toBe('{"state":{}}')
  zustandStorage.removeItem('x')
  expect(zustandStorage.getItem('x')).toBeNull()
  removeStored('never-there')
})
