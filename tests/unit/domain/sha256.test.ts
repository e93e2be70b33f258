import { createHash } from 'node:crypto'
import { startSha256 } from '@/domain/sha256'

test.each([0, 1, 55, 56, 63, 64, 65, 1000, 300_000])('%d bytes, in two pieces, as OpenSSL says', (length) => {
  const bytes = Uint8Array.from({ length }, (_none, at) => (at * 31) % 251)
  const hash = startSha256()
  hash.update(bytes.slice(0, length >> 1).buffer)
  hash.update(bytes.slice(length >> 1).buffer)
  expect(hash.hex()).toBe(createHash('sha256').update(bytes).digest('hex'))
})
