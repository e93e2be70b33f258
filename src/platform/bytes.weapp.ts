import Taro from '@tarojs/taro'
import { DeviceError, deviceErrorFrom } from './device-error'
import type { PickedFile } from './files.types'

/** See bytes.ts. WeChat reads a part of a file only where it lies inside. */
export async function bytesOf({ path, size }: PickedFile, from: number, length: number): Promise<ArrayBuffer> {
  if (!path) throw new DeviceError('UNSUPPORTED', 'bytes: no path')
  const part = Math.min(length, size - from)
  if (part <= 0) return new ArrayBuffer(0)
  const read = await new Promise<string | ArrayBuffer>((resolve, reject) =>
    Taro.getFileSystemManager().readFile({ filePath: path, position: from, length: part, success: ({ data }) => resolve(data), fail: (raw) => reject(deviceErrorFrom('readFile', raw)) }),
  )
  if (typeof read === 'string') throw new DeviceError('FAILED', 'readFile: text instead of bytes')
  return read
}
