// What choosing media returns, and what a picture file says about itself (no decoding needed).
import fs from 'node:fs'
import path from 'node:path'
import { WxFailure } from '../protocol'
import { mimeType, type VirtualFiles } from './files'

const isVideo = (file: string): boolean => mimeType(file).startsWith('video/')

/** Real files, given by a mock, as the result of wx.choose…; no files = the person went back. */
export function chosenFiles(name: string, local: string[], count: unknown, files: VirtualFiles): object {
  const limit = typeof count === 'number' ? count : name === 'chooseMessageFile' ? 100 : 9
  const picked = local.slice(0, limit).map((file) => ({ path: files.addTemp(file), size: fs.statSync(file).size, name: path.basename(file), video: isVideo(file) }))
  if (picked.length === 0) throw new WxFailure('cancel')
  if (name === 'chooseMessageFile') {
    const kind = (file: string) => (mimeType(file).startsWith('image/') ? 'image' : isVideo(file) ? 'video' : 'file')
    return { tempFiles: picked.map((file) => ({ path: file.path, size: file.size, name: file.name, type: kind(file.name), time: Math.floor(Date.now() / 1000) })) }
  }
  if (name === 'chooseImage') return { tempFilePaths: picked.map((file) => file.path), tempFiles: picked.map(({ path: at, size }) => ({ path: at, size })) }
  if (name === 'takePhoto') return { tempImagePath: picked[0].path }
  if (name === 'chooseAvatar') return { avatarUrl: picked[0].path }
  const type = picked.every((file) => file.video) ? 'video' : picked.some((file) => file.video) ? 'mix' : 'image'
  return { type, tempFiles: picked.map((file) => ({ tempFilePath: file.path, size: file.size, fileType: file.video ? 'video' : 'image' })) }
}

export interface ImageInfo {
  width: number
  height: number
  type: string
  /** WeChat's names of EXIF orientation 1 to 8. */
  orientation: string
}

const ORIENTATIONS = ['up', 'up-mirrored', 'down', 'down-mirrored', 'left-mirrored', 'right', 'right-mirrored', 'left']

function exifOrientation(segment: Buffer): number {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return 1
  const tiff = segment.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let i = 0; i < u16(start); i += 1) {
    const entry = start + 2 + i * 12
    if (u16(entry) === 0x0112) return u16(entry + 8)
  }
  return 1
}

function jpegInfo(data: Buffer): ImageInfo | null {
  let orientation = 1
  for (let at = 2; at + 9 < data.length && data[at] === 0xff; ) {
    const marker = data[at + 1]
    const length = data.readUInt16BE(at + 2)
    if (marker === 0xe1) orientation = exifOrientation(data.subarray(at + 4, at + 2 + length))
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7), type: 'jpeg', orientation: ORIENTATIONS[orientation - 1] ?? 'up' }
    at += 2 + length
  }
  return null
}

function webpInfo(data: Buffer): ImageInfo | null {
  const kind = data.toString('latin1', 12, 16)
  const size = (width: number, height: number): ImageInfo => ({ width, height, type: 'webp', orientation: 'up' })
  if (kind === 'VP8X') return size(data.readUIntLE(24, 3) + 1, data.readUIntLE(27, 3) + 1)
  if (kind === 'VP8L') return size((data.readUInt32LE(21) & 0x3fff) + 1, ((data.readUInt32LE(21) >> 14) & 0x3fff) + 1)
  return kind === 'VP8 ' ? size(data.readUInt16LE(26) & 0x3fff, data.readUInt16LE(28) & 0x3fff) : null
}

/** null: not a picture that WeChat can show. */
export function imageInfo(data: Buffer): ImageInfo | null {
  if (data.length < 26) return null
  if (data.readUInt16BE(0) === 0xffd8) return jpegInfo(data)
  if (data.toString('latin1', 1, 4) === 'PNG') return { width: data.readUInt32BE(16), height: data.readUInt32BE(20), type: 'png', orientation: 'up' }
  if (data.toString('latin1', 0, 3) === 'GIF') return { width: data.readUInt16LE(6), height: data.readUInt16LE(8), type: 'gif', orientation: 'up' }
  if (data.toString('latin1', 0, 4) === 'RIFF' && data.length >= 30) return webpInfo(data)
  return /<svg[\s>]/.test(data.toString('utf8', 0, 1000)) ? { width: 300, height: 150, type: 'svg', orientation: 'up' } : null
}
