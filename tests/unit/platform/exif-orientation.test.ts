import { orientationOf, withOrientation } from '@/platform/exif-orientation'
import { photo } from '@tests/builders/photo'

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await new Response(blob).arrayBuffer())
/** The same mark in the byte order of Intel, as most phones write it. */
const little = (orientation: number): Uint8Array =>
  new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xda, 0, 2])

test.each([1, 2, 3, 6, 8])('the mark %i is read as it was written, in both byte orders', async (orientation) => {
  const marked = withOrientation(new Blob([new Uint8Array(photo())]), orientation)
  expect(marked.type).toBe('image/jpeg')
  expect(orientationOf(await bytesOf(marked))).toBe(orientation)
  expect(orientationOf(little(orientation))).toBe(orientation)
})

test('the pixels stay what they were', async () => {
  const marked = await bytesOf(withOrientation(new Blob([new Uint8Array(photo())]), 6))
  expect([...marked.slice(0, 2), ...marked.slice(38)]).toEqual([...photo()])
})

test.each([
  ['nothing', new Uint8Array()],
  ['no JPEG', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
  ['a JPEG without a mark', photo('x')],
  ['a mark that means nothing', little(9)],
  ['half a mark', little(6).slice(0, 20)],
])('%s is upright', (_name, bytes) => {
  expect(orientationOf(bytes)).toBe(1)
})
