import { latin1 } from './bytes'

/** How far text is looked at: a BOM, blank lines and comments may stand before a tag. */
const TEXT_HEAD = 1024

const starts: readonly (readonly [signature: string, at: number, whatZh: string])[] = [
  ['GIF8', 0, '这是GIF动图，无法接收；请改用照片（JPG、PNG），或截图后上传。'],
  ['MZ', 0, '这是程序文件，无法接收；请使用照片或PDF。'],
  ['\u007fELF', 0, '这是程序文件，无法接收；请使用照片或PDF。'],
  ['BM', 0, '这是BMP图片，无法接收；请截图后上传，或另存为JPG再传。'],
  ['II*\u0000', 0, '这是TIFF图片，无法接收；请另存为JPG或PDF后再传。'],
  ['MM\u0000*', 0, '这是TIFF图片，无法接收；请另存为JPG或PDF后再传。'],
  ['ftypavif', 4, '这是AVIF图片，无法接收；请截图后上传，或另存为JPG再传。'],
  ['ftyp', 4, '这是视频，无法接收；请使用照片或PDF。'],
  ['PK\u0003\u0004', 0, '这是压缩包或Office文档，无法接收；请另存为PDF，或拍照上传。'],
  ['\u00d0\u00cf\u0011\u00e0', 0, '这是Office文档，无法接收；请另存为PDF，或拍照上传。'],
  ['Rar!', 0, '这是压缩包，无法接收；请解压后上传里面的照片或PDF。'],
  ['7z\u00bc\u00af', 0, '这是压缩包，无法接收；请解压后上传里面的照片或PDF。'],
]
const SVG_ZH = '这是SVG矢量图，无法接收；请截图后上传，或另存为PDF再传。'
const HTML_ZH = '这是网页文件，无法接收；请截图后上传，或另存为PDF再传。'

/** What a file that is not taken is, and what to do, in words; undefined where nobody can tell. */
export function foreignZh(bytes: Uint8Array): string | undefined {
  const found = starts.find(([signature, at]) => latin1(signature).every((byte, i) => bytes[at + i] === byte))
  if (found) return found[2]
  const text = String.fromCharCode(...bytes.subarray(0, TEXT_HEAD)).toLowerCase()
  if (text.includes('<svg')) return SVG_ZH
  return /<!doctype html|<html|<head|<body|<script/.test(text) ? HTML_ZH : undefined
}
