import { broughtBy, broughtText, certificateCode, codeIn, decodeLoosely, giftCode } from '@/platform/launch-code'

const CODE = 'aB3_-xYz0123456789abcd'
const link = (letter: string): string => `https://app.example/${letter}/${CODE}`
const thrice = (text: string): string => encodeURIComponent(encodeURIComponent(encodeURIComponent(text)))

describe.each([['an event’s', 'g', 'gift'], ['a certificate’s', 'v', 'certificate']] as const)('%s link', (_whose, letter, kind) => {
  test.each([
    ['plain', link(letter)],
    ['with a query', `${link(letter)}?from=poster`],
    ['as a path', `/${letter}/${CODE}`],
    ['with a slash', `/${letter}/${CODE}/`],
    ['encoded, as iOS hands it over', encodeURIComponent(link(letter))],
    ['encoded twice', encodeURIComponent(encodeURIComponent(link(letter)))],
    ['encoded three times', thrice(link(letter))],
  ])('%s', (_form, text) => expect(codeIn(text)).toEqual({ kind, code: CODE }))

  test.each([['too short', `/${letter}/${CODE.slice(1)}`], ['too long', `/${letter}/${CODE}x`]])('%s holds none', (_form, text) => expect(codeIn(text)).toBeUndefined())
})

test.each([CODE, `g=${CODE}`, `g%3D${CODE}`, `g%253D${CODE}`])('a scene may be bare, named, or still encoded: %s', (scene) => expect(codeIn(scene)).toEqual({ kind: 'gift', code: CODE }))

test.each(['', '/pages/' + CODE, '%E5%B', 'https://elsewhere.example/'])('%j holds none', (text) => expect(codeIn(text)).toBeUndefined())

test('a page finds it under whichever name it came', () => {
  for (const name of ['code', 'scene', 'q']) {
    expect(broughtBy({ [name]: encodeURIComponent(link('g')), other: 'x' })).toEqual({ kind: 'gift', code: CODE })
    expect(broughtText({ [name]: 'whatever' })).toBe('whatever')
  }
  expect(broughtBy({ scene: 'other', q: link('v') })).toEqual({ kind: 'certificate', code: CODE })
  expect(broughtBy({ scene: 'other', q: 'https://elsewhere.example/' })).toBeUndefined()
  expect(broughtBy({})).toBeUndefined()
  expect(broughtText({})).toBe('')
})

test('what is for one page is not for the other', () => {
  const [gift, certificate] = [codeIn(link('g')), codeIn(link('v'))]
  expect([giftCode(gift), giftCode(certificate)]).toEqual([CODE, undefined])
  expect([certificateCode(gift), certificateCode(certificate)]).toEqual([undefined, CODE])
})

test('what cannot be decoded stays as it is', () => {
  expect(decodeLoosely('a%3Db')).toBe('a=b')
  expect(decodeLoosely('100%')).toBe('100%')
})
