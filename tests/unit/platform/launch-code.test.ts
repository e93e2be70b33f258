import { checkInLink, codeInLink, codeInQuery, decodeLoosely } from '@/platform/launch-code'

const CODE = 'aB3_-xYz0123456789abcd'

test.each([
  ['a link', `https://app.example/g/${CODE}`],
  ['a link with a query', `https://app.example/g/${CODE}?from=poster`],
  ['a path', `/g/${CODE}`],
  ['a path with a slash', `/g/${CODE}/`],
  ['an encoded link', encodeURIComponent(`https://app.example/g/${CODE}`)],
  ['the bare code', CODE],
])('%s holds the code', (_name, text) => {
  expect(codeInLink(text)).toBe(CODE)
})

test.each([['', ''], ['too short', `/g/${CODE.slice(1)}`], ['too long', `/g/${CODE}x`], ['another page', `/pages/${CODE}`], ['half an escape', '%E5%B']])('%s holds none', (_name, text) => {
  expect(codeInLink(text)).toBeUndefined()
})

test('a mini-program finds it in scene, else in q', () => {
  expect(codeInQuery({ scene: CODE })).toBe(CODE)
  expect(codeInQuery({ q: encodeURIComponent(`https://app.example/g/${CODE}`) })).toBe(CODE)
  expect(codeInQuery({ scene: 'other', q: 'https://elsewhere.example/' })).toBeUndefined()
  expect(codeInQuery({})).toBeUndefined()
})

test('what cannot be decoded stays as it is', () => {
  expect(decodeLoosely('a%3Db')).toBe('a=b')
  expect(decodeLoosely('100%')).toBe('100%')
})

test('a certificate’s link is not an event’s, and the other way round', () => {
  expect(checkInLink(`/v/${CODE}`)).toBe(CODE)
  expect(checkInLink(encodeURIComponent(`https://app.example/v/${CODE}?from=album`))).toBe(CODE)
  for (const text of [`/g/${CODE}`, CODE, `/v/${CODE}x`, `/v/${CODE.slice(1)}`]) expect(checkInLink(text)).toBeUndefined()
  expect(codeInLink(`/v/${CODE}`)).toBeUndefined()
})
