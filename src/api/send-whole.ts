import type { PickedFile } from '@/platform/files'
import { isRefusal } from './api-error'
import { sendInParts } from './line'

/** A file that was used up by a step whose answer got lost is sent once more. */
const TWICE = 2

/**
 * Sends a file in parts, then takes the step that it was meant for.
 * @param use the call that names the file; it is where the server says what it thinks of it
 * @throws ApiError, DeviceError
 */
export async function sendWhole<T>(file: PickedFile, sha256: string, use: (sent: { sha256: string }) => Promise<T>, sending: Parameters<typeof sendInParts>[2] = {}): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    // Not one part of what is too large is taken; that the step itself says so, and keeps the words with the paper.
    await sendInParts(file, sha256, sending).catch((error: unknown) => {
      if (!isRefusal(error, 'FILE_TOO_LARGE')) throw error
    })
    sending.stillMine?.()
    try {
      return await use({ sha256 })
    } catch (error) {
      if (!isRefusal(error, 'UPLOAD_INCOMPLETE') || tries === TWICE) throw error
    }
  }
}
