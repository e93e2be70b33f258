import { readFileSync } from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { photo } from './photo'
import { greyPng } from './png'

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(path.resolve(__dirname, 'fixtures', name)))
const text = (words: string): Uint8Array => new TextEncoder().encode(words)

/** A whole, correct PNG of 30,000 x 30,000 black points: 110 KB that unpack to 110 MB, and to 3.6 GB once somebody draws them. */
export const hugePng = (side = 30_000): Uint8Array => greyPng(side, side, 1, Buffer.alloc((side / 8 + 1) * side))

/** A small photo whose frame says that it has four billion points. */
export function hugeJpeg(): Uint8Array {
  const bytes = Buffer.from(photo())
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  bytes.writeUInt16BE(65_500, frame + 5)
  bytes.writeUInt16BE(65_500, frame + 7)
  return new Uint8Array(bytes)
}

/** A PDF whose object stream unpacks to `megabytes`; `name` as it is written, #-codes are allowed. */
export function bombPdf(megabytes: number, name = '/ObjStm'): Uint8Array {
  const packed = deflateSync(Buffer.alloc(megabytes << 20, 32))
  const head = Buffer.from(`%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n3 0 obj\n<< /Type ${name} /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`, 'latin1')
  return new Uint8Array(Buffer.concat([head, packed, Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n', 'latin1')]))
}

const gif = (): Uint8Array => new Uint8Array(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'))
const padded = (megabytes: number): Uint8Array => new Uint8Array(Buffer.concat([photo('padded'), Buffer.alloc(megabytes << 20)]))

/** Files that a claim cannot take, each with the code and a part of the words that the member reads. */
export const hostileFiles: readonly { what: string; bytes: () => Uint8Array; code: string; wordsZh: string }[] = [
  { what: 'nothing', bytes: () => new Uint8Array(), code: 'FILE_DAMAGED', wordsZh: '文件是空的' },
  { what: 'a photo that breaks off', bytes: () => photo('cut').slice(0, 700), code: 'FILE_DAMAGED', wordsZh: '文件不完整或已损坏' },
  { what: 'a web page', bytes: () => text('\n<!DOCTYPE html><html><script>alert(1)</script></html>'), code: 'FILE_TYPE_UNSUPPORTED', wordsZh: '网页文件' },
  { what: 'a program', bytes: () => fixture('program.jpg'), code: 'FILE_TYPE_UNSUPPORTED', wordsZh: '程序文件' },
  { what: 'a vector drawing', bytes: () => text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), code: 'FILE_TYPE_UNSUPPORTED', wordsZh: 'SVG矢量图' },
  { what: 'a GIF', bytes: gif, code: 'FILE_TYPE_UNSUPPORTED', wordsZh: 'GIF动图' },
  { what: 'a film', bytes: () => text('\0\0\0\u0018ftypmp42\0\0\0\0'), code: 'FILE_TYPE_UNSUPPORTED', wordsZh: '视频' },
  { what: 'an archive', bytes: () => text('PK\u0003\u0004 word/document.xml'), code: 'FILE_TYPE_UNSUPPORTED', wordsZh: '压缩包或Office文档' },
  { what: 'a picture of nobody knows what', bytes: () => text('nobody knows'), code: 'FILE_TYPE_UNSUPPORTED', wordsZh: '请使用照片（JPG、PNG、WebP）或PDF' },
  { what: 'HEIC', bytes: () => fixture('phone.heic'), code: 'FILE_HEIC_UNSUPPORTED', wordsZh: 'HEIC格式' },
  { what: '12 MB', bytes: () => padded(12), code: 'FILE_TOO_LARGE', wordsZh: '文件超过5MB' },
  { what: 'a huge PNG', bytes: () => hugePng(), code: 'FILE_TOO_LARGE', wordsZh: '尺寸过大（30000×30000）' },
  { what: 'a huge JPEG', bytes: hugeJpeg, code: 'FILE_TOO_LARGE', wordsZh: '尺寸过大（65500×65500）' },
  { what: 'a PDF behind a password', bytes: () => fixture('encrypted.pdf'), code: 'FILE_DAMAGED', wordsZh: '设有密码' },
  { what: 'a PDF that breaks off', bytes: () => fixture('bill.pdf').slice(0, 1500), code: 'FILE_DAMAGED', wordsZh: '这份PDF不完整或已损坏' },
  { what: 'a PDF that unpacks without end', bytes: () => bombPdf(200), code: 'FILE_TOO_LARGE', wordsZh: '这份PDF展开后过大' },
  { what: 'the same, its name in codes', bytes: () => bombPdf(200, '/Obj#53tm'), code: 'FILE_TOO_LARGE', wordsZh: '这份PDF展开后过大' },
]

/** Files that are taken although their names or colours look odd. */
export const oddButGood: readonly { name: string; bytes: () => Uint8Array }[] = [
  { name: '../../../etc/passwd', bytes: () => photo('path') },
  { name: 'C:\\Windows\\System32\\票据.jpg', bytes: () => photo('windows') },
  { name: '😀🏥票据👨‍👩‍👧.jpg', bytes: () => photo('emoji') },
  { name: '<img src=x onerror=alert(1)>.jpg', bytes: () => photo('tag') },
  { name: '四色.jpg', bytes: () => fixture('cmyk.jpg') },
  { name: '票据.exe', bytes: () => fixture('bill.pdf') },
]
