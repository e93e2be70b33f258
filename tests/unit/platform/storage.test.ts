import { onStorageError, readStored, removeStored, storedKeys, writeStored, zustandStorage } from '@/platform/storage'

const mockCells = new Map<string, unknown>()
let mockFull: string | undefined

jest.mock(
  '@tarojs/taro',
  () => ({
    __esModule: true,
    default: {
      getStorageSync: (key: string) => mockCells.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => {
        if (mockFull) throw { errMsg: mockFull }
        mockCells.set(key, value)
      },
      removeStorageSync: (key: string) => mockCells.delete(key),
      getStorageInfoSync: () => ({ keys: [...mockCells.keys()] }),
    },
  }),
  { virtual: true },
)

const asText = (value: unknown) => (typeof value === 'string' ? value : undefined)

beforeEach(() => {
  mockCells.clear()
  mockFull = undefined
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

test('the zustand port speaks null for what is not there', () => {
  expect(zustandStorage.getItem('x')).toBeNull()
  zustandStorage.setItem('x', '{"state":{}}')
  expect(zustandStorage.getItem('x')).toBe('{"state":{}}')
  zustandStorage.removeItem('x')
  expect(zustandStorage.getItem('x')).toBeNull()
  removeStored('never-there')
})
