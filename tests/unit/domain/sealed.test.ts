import fc from 'fast-check'
import { markOf, seal, SEAL_KEY_BYTES, SEAL_NONCE_BYTES, unseal } from '@/domain/sealed'

const bytes = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length })
const ascii = fc.string({ unit: 'binary-ascii' })

test('the key opens what it sealed; another key, and any altered sign, opens nothing', () => {
  fc.assert(fc.property(ascii, bytes(SEAL_KEY_BYTES), bytes(SEAL_KEY_BYTES), bytes(SEAL_NONCE_BYTES), fc.nat(), (text, key, other, nonce, at) => {
    const sealed = seal(text, key, nonce)
    expect(unseal(sealed, key)).toBe(text)
    fc.pre(key.some((byte, index) => byte !== other[index]))
    expect(unseal(sealed, other)).toBeUndefined()
    const place = at % sealed.length
    const altered = sealed.slice(0, place) + (sealed[place] === 'A' ? 'B' : 'A') + sealed.slice(place + 1)
    expect(unseal(altered, key)).toBeUndefined()
  }), { numRuns: 50 })
})

test.each(['', 'short', '不是密文'])('%j is nothing sealed', (text) => {
  expect(unseal(text, new Uint8Array(SEAL_KEY_BYTES))).toBeUndefined()
})

test('a mark is the same for the same text and tells nothing of it', () => {
  expect(markOf('member-1')).toBe(markOf('member-1'))
  expect(markOf('member-1')).not.toBe(markOf('member-2'))
  expect(markOf('member-1')).toMatch(/^[\w-]{22}$/)
})
