import fc from 'fast-check'
import nacl from 'tweetnacl'
import { fromBase64url, toBase64url } from '@/domain/base64url'
import { encodeCardCode, newKeyPair, signDeviceCertificate, verifyCardCode, type CardCodeRead } from '@/domain/card-code'
import { parseCode } from '@/domain/codes'

const bytes = (length: number, first = 1): Uint8Array => Uint8Array.from({ length }, (_, at) => (first + 37 * at) % 256)
const server = newKeyPair(bytes(32, 1))
const device = newKeyPair(bytes(32, 2))
const NOW = Date.UTC(2026, 10, 25, 2)
const DAY = 86_400_000
const memberRef = 'm_9fKq2ZxT7bWc4LpA'

const certify = (part: Partial<Parameters<typeof signDeviceCertificate>[1]> = {}, key = server.secretKey) =>
  signDeviceCertificate(key, { memberRef, deviceKey: device.publicKey, expiresMs: NOW + 7 * DAY, ...part })
const encode = (part: Partial<Parameters<typeof encodeCardCode>[0]> = {}) =>
  encodeCardCode({ certificate: certify(), deviceSecretKey: device.secretKey, nowMs: NOW, nonce: bytes(12, 3), ...part })
const verify = (text: string, part: Partial<Parameters<typeof verifyCardCode>[1]> = {}): CardCodeRead =>
  verifyCardCode(text, { serverPublicKeys: [server.publicKey], nowMs: NOW, ...part })

const INVALID = { ok: false, code: 'CODE_INVALID' }
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const code = encode()

describe('round trip', () => {
  test('what was signed is read', () => {
    expect(verify(code)).toEqual({ ok: true, memberRef, deviceKey: device.publicKey, atMs: NOW, nonce: toBase64url(bytes(12, 3)), skewMs: 0, light: 'green' })
  })

  test('any reference, time, nonce and key: below 300 characters, and parseCode takes it for a card', () => {
    const ref = fc.string({ unit: fc.constantFrom(...SIGNS.split('')), minLength: 1, maxLength: 32 })
    const raw = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
    fc.assert(
      fc.property(ref, fc.integer({ min: 0, max: 2 ** 47 }), raw(12), raw(32), raw(32), (someRef, nowMs, nonce, deviceSeed, serverSeed) => {
        const [by, own] = [newKeyPair(serverSeed), newKeyPair(deviceSeed)]
        const certificate = signDeviceCertificate(by.secretKey, { memberRef: someRef, deviceKey: own.publicKey, expiresMs: nowMs + 1 })
        const text = encodeCardCode({ certificate, deviceSecretKey: own.secretKey, nowMs, nonce })
        expect(text.length).toBeLessThan(300)
        expect(parseCode(text)).toEqual({ kind: 'card', code: text })
        expect(verifyCardCode(text, { serverPublicKeys: [by.publicKey], nowMs })).toMatchObject({ ok: true, memberRef: someRef, atMs: nowMs, nonce: toBase64url(nonce), light: 'green' })
      }),
      { numRuns: 30 },
    )
  })

  test('nothing of the member but the reference is in it, and two codes share no nonce', () => {
    const [, certificate = '', statement = ''] = code.split('.')
    expect(Buffer.from(certificate, 'base64url').subarray(38, -64).toString()).toBe(memberRef)
    expect(statement).not.toBe(encode({ nonce: bytes(12, 4) }).split('.')[2])
  })

  test('base64url is what Node writes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (raw) => {
        expect(toBase64url(raw)).toBe(Buffer.from(raw).toString('base64url'))
        expect(fromBase64url(toBase64url(raw))).toEqual(raw)
      }),
    )
  })
})

describe('refused as CODE_INVALID', () => {
  test('every position altered: each foreign byte, and signs that are allowed there', () => {
    for (let at = 0; at < code.length; at += 1) {
      const sign = code.charAt(at)
      const here = SIGNS.indexOf(sign)
      // Signs of the alphabet are what only a signature can tell; these differ in the lowest and the highest bit.
      const signs = here < 0 ? SIGNS : [here ^ 1, here ^ 32].map((index) => SIGNS.charAt(index))
      const foreign = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)).filter((byte) => !SIGNS.includes(byte))
      for (const other of [...foreign, ...signs]) {
        if (other !== sign) expect([at, other, verify(code.slice(0, at) + other + code.slice(at + 1))]).toEqual([at, other, INVALID])
      }
    }
  }, 60_000)

  test('every length that it can be cut to, and every end that can follow', () => {
    for (let length = 0; length < code.length; length += 1) expect(verify(code.slice(0, length))).toEqual(INVALID)
    for (const end of ['A', '.', '\n', ' ', '=', 'A'.repeat(4096)]) expect(verify(code + end)).toEqual(INVALID)
  })

  test.each([
    ['nothing', ''],
    ['4 KB', `v1.${'a'.repeat(4096)}`],
    ['4 KB in four parts', `v1.${['a', 'b', 'c'].map((sign) => sign.repeat(1365)).join('.')}`],
    ['Chinese', `v1.${'会'.repeat(138)}.${'员'.repeat(24)}.${'卡'.repeat(86)}`],
    ['bytes that are no UTF-8', `v1.${'\ufffd'.repeat(200)}`],
    ['half a surrogate pair', `${code.slice(0, -1)}\ud83d`],
    ['a poster code', 'Ev1aB3dE5fG7hJ9kL1mN2p'],
    ['a poster link', 'https://zsb.example.cn/g/Ev1aB3dE5fG7hJ9kL1mN2p'],
    ['another version', code.replace('v1.', 'v2.')],
    ['the right form without meaning', `v1.${'A'.repeat(166)}.${'A'.repeat(24)}.${'A'.repeat(86)}`],
  ])('%s', (_what, text) => expect(verify(text)).toEqual(INVALID))

  test('any text at all, without a throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.stringMatching(/^v1(\.[\w-]{1,180}){1,4}$/)), (text) => expect(verify(text)).toEqual(INVALID)))
  })

  test('a certificate of a foreign server; several own keys are allowed, damaged ones are no key', () => {
    const foreign = newKeyPair(bytes(32, 9))
    const text = encode({ certificate: certify({}, foreign.secretKey) })
    expect(verify(text)).toEqual(INVALID)
    expect(verify(text, { serverPublicKeys: [server.publicKey, foreign.publicKey] })).toMatchObject({ ok: true })
    for (const serverPublicKeys of [[], [''], ['A'], [server.secretKey]]) expect(verify(code, { serverPublicKeys })).toEqual(INVALID)
  })

  test('a code signed by another device, and parts of two codes put together', () => {
    const thief = newKeyPair(bytes(32, 8))
    expect(verify(encode({ deviceSecretKey: thief.secretKey }))).toEqual(INVALID)
    const other = encode({ certificate: certify({ memberRef: 'm_other' }), nowMs: NOW + 1, nonce: bytes(12, 5) })
    const [a, b] = [code.split('.'), other.split('.')]
    for (let mix = 1; mix < 7; mix += 1) {
      const text = ['v1', ...[1, 2, 3].map((part) => ((mix >> (part - 1)) & 1 ? b : a)[part])].join('.')
      expect(verify(text)).toEqual(INVALID)
    }
  })

  test('a certificate whose content the server key signed without its prefix', () => {
    const content = Buffer.from(certify(), 'base64url').subarray(0, -64)
    const bare = nacl.sign.detached(content, Buffer.from(server.secretKey, 'base64url'))
    expect(verify(encode({ certificate: toBase64url(Buffer.concat([content, bare])) }))).toEqual(INVALID)
  })
})

describe('times', () => {
  test.each([
    [0, 'green'], [90_000, 'green'], [-90_000, 'green'],
    [90_001, 'amber'], [-90_001, 'amber'], [300_000, 'amber'], [-300_000, 'amber'],
    [300_001, 'CLOCK_WRONG'], [-300_001, 'CLOCK_WRONG'], [DAY, 'CLOCK_WRONG'],
  ])('%d ms between the clocks: %s', (delta, verdict) => {
    const read = verify(code, { nowMs: NOW + delta })
    expect(read.ok ? read.light : read.code).toBe(verdict)
    if (read.ok) expect(read).toMatchObject({ skewMs: Math.abs(delta), ...(verdict === 'amber' && { flag: 'CLOCK_SKEW' }) })
    if (verdict === 'green') expect(read).not.toHaveProperty('flag')
  })

  test.each([[90_000, 'green'], [-90_001, 'amber'], [300_000, 'amber'], [-300_001, 'CLOCK_WRONG']])('the largest difference counts: %d ms known otherwise is %s', (extraSkewMs, verdict) => {
    const read = verify(code, { nowMs: NOW + 30_000, extraSkewMs })
    expect(read.ok ? read.light : read.code).toBe(verdict)
  })

  test('a certificate holds to its last millisecond, by the clock of either side', () => {
    const expiring = (expiresMs: number) => verify(encode({ certificate: certify({ expiresMs }) }))
    expect(expiring(NOW + 1)).toMatchObject({ ok: true })
    expect(expiring(NOW)).toEqual({ ok: false, code: 'CODE_EXPIRED' })
    const ahead = encode({ certificate: certify({ expiresMs: NOW + 1_000 }), nowMs: NOW + 2_000 })
    expect(verify(ahead)).toEqual({ ok: false, code: 'CODE_EXPIRED' })
  })

  test('run out and clock wrong at once: the first of the order, CODE_EXPIRED', () => {
    expect(verify(code, { nowMs: NOW + 8 * DAY })).toEqual({ ok: false, code: 'CODE_EXPIRED' })
  })
})

describe('what does not fit is not made', () => {
  test.each([
    ['short randomness', () => newKeyPair(bytes(31))],
    ['short nonce', () => encode({ nonce: bytes(11) })],
    ['no time', () => encode({ nowMs: Number.NaN })],
    ['a public key for a secret one', () => encode({ deviceSecretKey: device.publicKey })],
    ['a reference with a name in it', () => certify({ memberRef: '陈速达' })],
    ['a long reference', () => certify({ memberRef: 'm'.repeat(33) })],
    ['no device key', () => certify({ deviceKey: 'x' })],
    ['a text that is no certificate', () => encode({ certificate: 'a'.repeat(300) })],
  ])('%s', (_what, make) => expect(make).toThrow('card code'))

  test('the longest reference still fits', () => {
    const text = encode({ certificate: certify({ memberRef: 'm'.repeat(32) }) })
    expect(text.length).toBeLessThan(300)
    expect(verify(text)).toMatchObject({ ok: true })
  })
})

test('a card code is no poster code, and the other way round', () => {
  expect(parseCode(code)).toEqual({ kind: 'card', code })
  expect(parseCode(`https://zsb.example.cn/g/${code}`)).toEqual({ kind: 'foreign', what: '网址' })
})
