import { fillMissing } from '@/platform/fill-missing'

const native = Object.getOwnPropertyDescriptor(String.prototype, 'replaceAll')
const has = (): unknown => Object.getOwnPropertyDescriptor(String.prototype, 'replaceAll')?.value
afterEach(() => {
  if (native) Object.defineProperty(String.prototype, 'replaceAll', native)
})

// tsc's library ends at ES2020, as our browsers do.
const replaceAll = (text: string, ...args: unknown[]): unknown => Reflect.apply(Reflect.get(String.prototype, 'replaceAll'), text, args)

test('a browser without String.replaceAll gets the two forms that addresses are written and read with', () => {
  const escape = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  const both = (): unknown[] => [replaceAll('a+b+c', '+', ' '), replaceAll("c'1 (2)*", /[!'()*]/g, escape), replaceAll('none', '+', ' ')]
  const known = both()
  Reflect.deleteProperty(String.prototype, 'replaceAll')
  expect(both).toThrow(TypeError)
  fillMissing()
  expect(both()).toEqual(known)
  expect(Object.keys(String.prototype)).not.toContain('replaceAll')
})

test('a browser that has it keeps its own', () => {
  const before = has()
  fillMissing()
  expect(has()).toBe(before)
})
