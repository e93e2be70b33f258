import { deflateSync } from 'node:zlib'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

/** A PDF of one page with its cross-reference table: objects 1 and 2 are catalogue and pages, 3 the page; `more` follow from 4 on. */
export function rawPdf(pageEntries: string, more: readonly Buffer[]): Uint8Array {
  const objects = [latin('<< /Type /Catalog /Pages 2 0 R >>'), latin('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'), latin(`<< /Type /Page /Parent 2 0 R ${pageEntries} >>`), ...more]
  const parts = [latin('%PDF-1.4\n')]
  const at: number[] = []
  for (const [i, object] of objects.entries()) {
    at.push(parts.reduce((sum, { length }) => sum + length, 0))
    parts.push(latin(`${i + 1} 0 obj\n`), object, latin('\nendobj\n'))
  }
  const table = parts.reduce((sum, { length }) => sum + length, 0)
  const rows = at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(latin(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`))
  return new Uint8Array(Buffer.concat(parts))
}
const stream = (entries: string, data: Buffer): Buffer => Buffer.concat([latin(`<< ${entries} /Length ${data.length} >>\nstream\n`), data, latin('\nendstream')])
const A4 = '/MediaBox [0 0 595 842]'
const MEGA = 1 << 20

/** What a page draws unpacks to `megabytes`. */
const longPage = (megabytes: number, piece: string): Uint8Array => {
  const words = Buffer.alloc(megabytes * MEGA, piece)
  return rawPdf(`${A4} /Contents 4 0 R`, [stream('/Filter /FlateDecode', deflateSync(words))])
}

/** A picture of `side` x `side` points that is one line of zeros in the file. */
function hugePicture(side: number): Uint8Array {
  const picture = stream(`/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter [/FlateDecode /FlateDecode]`, deflateSync(deflateSync(Buffer.alloc(200 * MEGA))))
  return rawPdf(`${A4} /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >>`, [stream('', latin('595 0 0 842 0 0 cm /P Do')), picture])
}

/** A drawing that draws the next one ten times, and so on: ten to the ninth. */
function nested(): Uint8Array {
  const forms = Array.from({ length: 9 }, (_, i) => stream(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F ${i + 6} 0 R >> >>`, latin('/F Do '.repeat(10))))
  return rawPdf(`${A4} /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>`, [stream('', latin('/F Do')), ...forms, stream('/Type /XObject /Subtype /Form /BBox [0 0 595 842]', latin('0 0 10 10 re f'))])
}

/** PDFs that are correct by the letter and meant to hurt whoever draws them. */
export const hostilePdfs: readonly { what: string; bytes: () => Uint8Array }[] = [
  { what: 'a page that unpacks to 1 GB', bytes: () => longPage(1024, '0 0 1 1 re f\n') },
  { what: 'a page of sixty million letters', bytes: () => longPage(60, '(A) Tj\n') },
  { what: 'a picture of 30,000 x 30,000 points, packed twice', bytes: () => hugePicture(30_000) },
  { what: 'drawings inside drawings, a thousand million in all', bytes: nested },
  { what: 'a page that draws itself', bytes: () => rawPdf(`${A4} /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>`, [stream('', latin('/F Do')), stream('/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F 5 0 R >> >>', latin('/F Do'))]) },
  { what: 'a page as wide as a street', bytes: () => rawPdf('/MediaBox [0 0 2000000 1]', []) },
  { what: 'a page without a size', bytes: () => rawPdf('/MediaBox [0 0 0 0]', []) },
  { what: 'no page at all', bytes: () => new Uint8Array(latin('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')) },
  { what: 'nothing but a head', bytes: () => new Uint8Array(latin('%PDF-1.7\n')) },
]
