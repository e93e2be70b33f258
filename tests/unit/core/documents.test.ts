import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { PDFDocument } from 'pdf-lib'
import { inspectFile, type Inspection } from '@mock/core'
import { cleanPdf } from '@mock/node/clean-pdf'

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(path.resolve(__dirname, '../../builders/fixtures', name)))
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const SECRETS = /secret|ACME|GPS|XMP|xpacket|2026:11:20|Photoshop/i

const inspect = (name: string): Promise<Inspection> => inspectFile(fixture(name), cleanPdf)
async function accepted(name: string) {
  const inspection = await inspect(name)
  if (!inspection.ok) throw new Error(`${name}: ${inspection.code}`)
  return inspection
}

describe('what is taken', () => {
  test.each([
    ['upright.jpg', 'image/jpeg', 96, 64],
    ['phone.jpg', 'image/jpeg', 96, 64],
    ['progressive.jpg', 'image/jpeg', 96, 64],
    ['cmyk.jpg', 'image/jpeg', 96, 64],
    ['phone.png', 'image/png', 48, 32],
    ['phone.webp', 'image/webp', 96, 64],
    ['lossy.webp', 'image/webp', 96, 64],
    ['lossless.webp', 'image/webp', 48, 32],
  ])('%s is %s, %i by %i, and tells nothing but the picture', async (name, mime, width, height) => {
    const inspection = await accepted(name)
    expect(inspection).toMatchObject({ mime, width, height })
    expect(latin1(inspection.sanitised)).not.toMatch(SECRETS)
  })

  test('the fixtures do hold what must go', () => {
    for (const name of ['phone.jpg', 'progressive.jpg', 'phone.png', 'phone.webp', 'bill.pdf']) expect(latin1(fixture(name))).toMatch(SECRETS)
  })

  test('sanitising again changes nothing', async () => {
    for (const name of ['phone.jpg', 'phone.png', 'phone.webp', 'cmyk.jpg', 'lossless.webp']) {
      const { sanitised } = await accepted(name)
      expect(await inspectFile(sanitised)).toMatchObject({ ok: true, sanitised })
    }
  })
})

describe('pixels and orientation', () => {
  const EXIF_SEGMENT_BYTES = 36

  test('a JPEG keeps its coded picture byte for byte', async () => {
    const original = latin1(fixture('upright.jpg'))
    const picture = original.slice(original.indexOf('\u00ff\u00db'))
    expect(latin1((await accepted('upright.jpg')).sanitised)).toBe(`\u00ff\u00d8${picture}`)
    expect(latin1((await accepted('phone.jpg')).sanitised).slice(2 + EXIF_SEGMENT_BYTES)).toBe(picture)
  })

  test('a JPEG that must be turned says so and nothing else', async () => {
    const { sanitised } = await accepted('phone.jpg')
    expect(latin1(sanitised.slice(2, 2 + EXIF_SEGMENT_BYTES))).toBe('\u00ff\u00e1\u0000\u0022Exif\u0000\u0000MM\u0000*\u0000\u0000\u0000\u0008\u0000\u0001\u0001\u0012\u0000\u0003\u0000\u0000\u0000\u0001\u0000\u0006\u0000\u0000\u0000\u0000\u0000\u0000')
    expect(latin1((await accepted('upright.jpg')).sanitised)).not.toContain('Exif')
  })

  test('colours of a four-colour JPEG stay readable: Adobe segment kept', async () => {
    expect(latin1((await accepted('cmyk.jpg')).sanitised)).toContain('\u00ff\u00ee\u0000\u000eAdobe')
  })

  test('a PNG keeps its picture and its orientation', async () => {
    const { sanitised } = await accepted('phone.png')
    const idat = (bytes: Uint8Array) => latin1(bytes).slice(latin1(bytes).indexOf('IDAT'), latin1(bytes).lastIndexOf('IDAT') + 1000)
    expect(fixture('phone.png').length - sanitised.length).toBeGreaterThan(500)
    expect(idat(sanitised).slice(0, 1000)).toBe(idat(fixture('phone.png')).slice(0, 1000))
    expect(latin1(sanitised)).toContain('eXIfMM\u0000*\u0000\u0000\u0000\u0008\u0000\u0001\u0001\u0012\u0000\u0003\u0000\u0000\u0000\u0001\u0000\u0008')
  })

  test('a WebP keeps its picture and its orientation', async () => {
    const { sanitised } = await accepted('phone.webp')
    expect(latin1(sanitised)).toContain(latin1(fixture('lossy.webp').subarray(12)))
    expect(latin1(sanitised)).toMatch(/EXIF.{4}MM\0\*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006/s)
    expect(new DataView(sanitised.buffer, sanitised.byteOffset).getUint32(4, true)).toBe(sanitised.length - 8)
  })

  test('what hides behind the end of a picture goes', async () => {
    const hidden = Buffer.concat([fixture('upright.jpg'), Buffer.from('secret film')])
    const inspection = await inspectFile(hidden)
    expect(inspection.ok && latin1(inspection.sanitised)).toBe(latin1((await accepted('upright.jpg')).sanitised))
  })
})

describe('PDF', () => {
  test('author, title and XMP go, those of the photo inside too; the page stays', async () => {
    const { sanitised, mime } = await accepted('bill.pdf')
    expect(mime).toBe('application/pdf')
    expect(latin1(sanitised)).not.toMatch(SECRETS)
    const pdf = await PDFDocument.load(sanitised, { updateMetadata: false })
    expect([pdf.getPageCount(), pdf.getAuthor(), pdf.getTitle(), pdf.getProducer()]).toEqual([1, undefined, undefined, undefined])
    const picture = latin1(fixture('upright.jpg'))
    expect(latin1(sanitised)).toContain(picture.slice(picture.indexOf('\u00ff\u00db')))
  })

  test('behind a password: words that help', async () => {
    expect(await inspect('encrypted.pdf')).toMatchObject({ ok: false, code: 'FILE_DAMAGED', wordsZh: expect.stringContaining('密码') })
  })

  test('cut off, or only named so inside: damaged', async () => {
    const bill = fixture('bill.pdf')
    for (const bytes of [bill.subarray(0, bill.length / 2), Buffer.from('%PDF-1.7\nhello\n%%EOF')]) {
      expect(await inspectFile(bytes, cleanPdf)).toMatchObject({ ok: false, code: 'FILE_DAMAGED', wordsZh: expect.stringContaining('PDF') })
    }
  })

  test('without a cleaner no PDF is taken', async () => {
    expect(await inspectFile(fixture('bill.pdf'))).toEqual({ ok: false, code: 'FILE_TYPE_UNSUPPORTED' })
  })
})

describe('what is not taken', () => {
  test('a real HEIC', async () => expect(await inspect('phone.heic')).toEqual({ ok: false, code: 'FILE_HEIC_UNSUPPORTED' }))

  test.each([
    ['a program named .jpg', fixture('program.jpg')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a film', Buffer.from('\u0000\u0000\u0000\u0018ftypmp42', 'latin1')],
    ['AVIF', Buffer.from('\u0000\u0000\u0000\u0018ftypavif', 'latin1')],
    ['a sound in RIFF', Buffer.from('RIFF\u0000\u0000\u0000\u0000WAVE', 'latin1')],
  ])('%s: unsupported', async (_name, bytes) => expect(await inspectFile(bytes, cleanPdf)).toMatchObject({ ok: false, code: 'FILE_TYPE_UNSUPPORTED' }))

  test.each(['upright.jpg', 'phone.jpg', 'progressive.jpg', 'phone.png', 'phone.webp', 'lossless.webp'])('%s cut off anywhere: damaged', async (name) => {
    const whole = fixture(name)
    for (let length = 16; length < whole.length; length += Math.ceil(whole.length / 40)) {
      expect([length, await inspectFile(whole.subarray(0, length))]).toEqual([length, { ok: false, code: 'FILE_DAMAGED' }])
    }
    expect(await inspectFile(whole.subarray(0, whole.length - 1))).toEqual({ ok: false, code: 'FILE_DAMAGED' })
  })

  test('a PNG with a flipped byte: damaged', async () => {
    const broken = fixture('phone.png')
    broken[broken.length - 100] = (broken[broken.length - 100] ?? 0) ^ 1
    expect(await inspectFile(broken)).toEqual({ ok: false, code: 'FILE_DAMAGED' })
  })

  test('an empty file says that it is empty', async () => {
    expect(await inspectFile(new Uint8Array())).toMatchObject({ code: 'FILE_DAMAGED', wordsZh: expect.stringContaining('空') })
  })
})

test('whatever bytes arrive, the answer is an answer; what is taken can be taken again', async () => {
  const files = ['phone.jpg', 'progressive.jpg', 'phone.png', 'phone.webp', 'lossless.webp', 'phone.heic'].map(fixture)
  const spoilt = fc.record({ file: fc.constantFrom(...files), changes: fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 8 }), length: fc.nat(6000) })
  await fc.assert(
    fc.asyncProperty(spoilt, async ({ file, changes, length }) => {
      const bytes = file.slice(0, Math.max(12, length))
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
      const inspection = await inspectFile(bytes)
      if (inspection.ok) expect(await inspectFile(inspection.sanitised)).toMatchObject({ ok: true, mime: inspection.mime })
    }),
    { numRuns: 1000 },
  )
})
