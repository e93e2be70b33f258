import { DeviceError } from './device-error'
import type { PickedFile } from './files.types'

/** Part of a file's bytes. @throws DeviceError UNSUPPORTED (a file without bytes in this browser), FAILED */
export async function bytesOf({ blob }: PickedFile, from: number, length: number): Promise<ArrayBuffer> {
  if (!blob) throw new DeviceError('UNSUPPORTED', 'bytes: no blob')
  try {
    return await new Response(blob.slice(from, from + length)).arrayBuffer()
  } catch (error) {
    throw new DeviceError('NOT_FOUND', `bytes: ${String(error)}`)
  }
}
