import qrcode from 'qrcode-generator'
import { greyPng } from '@tests/builders/png'

/** What the camera looks at, one after the other: a code, or null for the bare wall. The browser plays it in a loop. */
export type Scene = readonly [text: string | null, frames: number]

/** Frames a second: enough for a scanner, little to write. */
export const FRAMES_PER_SECOND = 5

/** Modules of a code with its quiet zone. */
export function modulesOf(text: string, level: 'L' | 'M' = 'M'): boolean[][] {
  const code = qrcode(0, level)
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  return Array.from({ length: count + 8 }, (_, row) => Array.from({ length: count + 8 }, (_, column) => Math.min(row, column) >= 4 && Math.max(row, column) < count + 4 && code.isDark(row - 4, column - 4)))
}

/** A film for `--use-file-for-fake-video-capture` (y4m, YUV 4:2:0): codes in the middle of a grey wall. */
export function filmOf(scenes: readonly Scene[], width = 640, height = 480): Buffer {
  const frames = scenes.flatMap(([text, count]) => {
    const frame = Buffer.concat([Buffer.from('FRAME\n'), lumaOf(text, width, height), Buffer.alloc((width * height) / 2, 128)])
    return Array.from({ length: count }, () => frame)
  })
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`), ...frames])
}

/** One frame of it as a file: a photo of a code (PNG). */
export function codePhoto(text: string, width = 640, height = 480): Uint8Array {
  const luma = lumaOf(text, width, height)
  return greyPng(width, height, 8, Buffer.concat(Array.from({ length: height }, (_, y) => [Buffer.alloc(1), luma.subarray(y * width, (y + 1) * width)]).flat()))
}

function lumaOf(text: string | null, width: number, height: number): Buffer {
  const luma = Buffer.alloc(width * height, 120)
  if (text === null) return luma
  // A card's code is long: level L, as the card draws it.
  const modules = modulesOf(text, text.length > 100 ? 'L' : 'M')
  const cell = Math.min(8, Math.floor(height / modules.length))
  const [left, top] = [Math.floor((width - modules.length * cell) / 2), Math.floor((height - modules.length * cell) / 2)]
  modules.forEach((row, y) => row.forEach((dark, x) => {
    for (let line = 0; line < cell; line += 1) luma.fill(dark ? 20 : 235, (top + y * cell + line) * width + left + x * cell, (top + y * cell + line) * width + left + (x + 1) * cell)
  }))
  return luma
}
