import { encodeCardCode, newKeyPair, signDeviceCertificate } from '@/domain/card-code'
import { toInstant } from '@/domain/dates'
import { markOf } from '@/domain/sealed'
import type { EventKit } from '@/contract/schemas/event'
import { judge, type Judged, type Kit, type Known } from '@/packages/event/model/judge'
import { scanTexts as t } from '@/packages/event/texts'
import { kitWords } from '@mock/handlers/views/event-view'

// What the rep's phone decides by itself. The server decides again; nothing here may be greener than what it would say.

const NOW = 1_760_000_000_000
const bytes = (seed: number, count: number): Uint8Array => Uint8Array.from({ length: count }, (_, at) => (seed * 31 + at * 7) & 255)
const [server, device, stranger] = [newKeyPair(bytes(1, 32)), newKeyPair(bytes(2, 32)), newKeyPair(bytes(3, 32))]
const certificate = signDeviceCertificate(server.secretKey, { memberRef: 'ref-courier', deviceKey: device.publicKey, expiresMs: NOW + 7 * 86_400_000 })
const codeAt = (atMs: number, nonce = 9, by = certificate, secretKey = device.secretKey): string => encodeCardCode({ certificate: by, deviceSecretKey: secretKey, nowMs: atMs, nonce: bytes(nonce, 12) })

const lease: EventKit['lease'] = { leaseId: 'LS-1', eventId: 'EV-1', size: 50, left: 50, expiresAt: '2026-11-24T18:00:00+08:00', state: 'LIVE' }
const kit: Kit = {
  event: { eventId: 'EV-1', campaignId: 'CP-1', nameZh: '示例', placeZh: '示例', planNameZh: '示例', opensAt: '2026-11-23T09:00:00+08:00', closesAt: '2026-11-23T18:00:00+08:00', state: 'OPEN', stateZh: '进行中', doneToday: 0 },
  signing: { planNameZh: '医保报销后再报', sponsorZh: '工会', coverZh: [], notPaidZh: [], termZh: '一年', consentTitleZh: 'C1', consentZh: [] },
  serverKeys: [{ keyId: 'k1', publicKey: server.publicKey }],
  rules: { clockSkewGreenSeconds: 90, clockSkewRefuseSeconds: 300, sameCodePauseSeconds: 3, offlineQueueMax: 200, syncConcurrency: 10, anomalyPerHour: 300 },
  revocations: { deviceKeys: [], leaseIds: [] },
  lease, words: kitWords(), serverTime: toInstant(NOW), fetchedAt: NOW,
}
const known: Known = { kit, nowMs: NOW, own: [], last: null, seen: [], pending: [], offline: true, leaseLeft: 50, queued: 0 }
const judged = (text: string, differences: Partial<Known> = {}): Judged => judge(text, { ...known, ...differences })
const usedName = (): string => {
  const first = judged(codeAt(NOW))
  return first.kind === 'fit' ? first.used : ''
}

test.each([true, false])('an altered sign is refused, wherever it stands (offline: %s)', (offline) => {
  const code = codeAt(NOW)
  expect(judged(code, { offline }).kind).toBe('fit')
  for (let at = 0; at < code.length; at += 1) {
    const other = code[at] === 'A' ? 'B' : 'A'
    const answer = judged(code.slice(0, at) + other + code.slice(at + 1), { offline })
    if (answer.kind !== 'said' || answer.light !== 'red') throw new Error(`the sign at ${at} may be altered`)
  }
})

test.each<[string, number, Partial<Judged> | { skewed: boolean }]>([
  ['fresh', 0, { kind: 'fit', skewed: false }],
  ['90 s old', 90_000, { kind: 'fit', skewed: false }],
  ['a screenshot of 91 s', 91_000, { kind: 'fit', skewed: true }],
  ['of five minutes', 300_000, { kind: 'fit', skewed: true }],
  ['of more', 300_001, { kind: 'said', light: 'red', code: 'CLOCK_WRONG' }],
  ['from a phone that is ahead', -301_000, { kind: 'said', light: 'red', code: 'CLOCK_WRONG' }],
])('%s', (_title, ageMs, expected) => {
  for (const offline of [true, false]) expect(judged(codeAt(NOW - ageMs), { offline })).toMatchObject(expected)
})

test.each<[string, Partial<Known>, object]>([
  ['a used code', { get seen() { return [usedName()] } }, { light: 'red', code: 'CODE_USED', words: t.usedHere }],
  ['the same person again', { pending: [markOf('ref-courier')] }, { light: 'amber', code: 'OFFLINE_PENDING', words: t.again }],
  ['a revoked device', { kit: { ...kit, revocations: { deviceKeys: [device.publicKey], leaseIds: [] } } }, { light: 'red', code: 'CODE_INVALID' }],
  ['my own card', { own: ['ref-courier'] }, { light: 'red', code: 'SELF_SCAN' }],
  ['my own phone', { own: [device.publicKey] }, { light: 'red', code: 'SELF_SCAN' }],
  ['a revoked lease', { kit: { ...kit, revocations: { deviceKeys: [], leaseIds: ['LS-1'] } } }, { light: 'red', code: 'LEASE_REVOKED' }],
  ['a lease that has ended', { kit: { ...kit, lease: { ...lease, state: 'EXPIRED' } } }, { light: 'red', code: 'LEASE_EXHAUSTED' }],
  ['no lease', { kit: { ...kit, lease: null } }, { light: 'red', code: 'LEASE_EXHAUSTED' }],
  ['no place left', { leaseLeft: 0 }, { light: 'red', code: 'LEASE_EXHAUSTED' }],
  ['a full queue', { queued: 200 }, { light: 'red', code: 'LEASE_EXHAUSTED', words: t.queueFull(200) }],
])('without a network: %s', (_title, differences, expected) => {
  expect(judged(codeAt(NOW), differences)).toMatchObject({ kind: 'said', ...expected })
})

test('a phone whose clock was off at its last contact never lets a code pass as exact', () => {
  expect(judged(codeAt(NOW), { kit: { ...kit, serverTime: toInstant(NOW + 100_000) } })).toMatchObject({ kind: 'fit', skewed: true })
  expect(judged(codeAt(NOW), { kit: { ...kit, serverTime: toInstant(NOW + 301_000) } })).toMatchObject({ code: 'CLOCK_WRONG' })
})

test.each<[string, string]>([
  ['signed by another server', codeAt(NOW, 9, signDeviceCertificate(stranger.secretKey, { memberRef: 'ref-x', deviceKey: device.publicKey, expiresMs: NOW + 1e9 }))],
  ['signed by another device', codeAt(NOW, 9, certificate, stranger.secretKey)],
])('%s: refused', (_title, code) => {
  expect(judged(code)).toMatchObject({ kind: 'said', light: 'red', code: 'CODE_INVALID' })
})

test('a certificate that has run out', () => {
  const old = signDeviceCertificate(server.secretKey, { memberRef: 'ref-courier', deviceKey: device.publicKey, expiresMs: NOW - 1 })
  expect(judged(codeAt(NOW, 9, old))).toMatchObject({ kind: 'said', light: 'red', code: 'CODE_EXPIRED' })
})
