import { markOf } from '@/platform/mark'
import type { PickedFile } from '@/platform/pick'
import { call } from './call'
import { sendWhole } from './send-whole'

/**
 * Sends one photo of a bank card or a document at once, without the outbox: whoever waits for it stands before the page.
 * @returns once the server has it @throws ApiError, DeviceError
 */
export async function sendCard(file: PickedFile): Promise<void> {
  await sendWhole(file, await markOf(file), (body) => call('sendCardPhoto', { body }))
}
export async function sendNameDocument(requestId: string, file: PickedFile): Promise<void> {
  await sendWhole(file, await markOf(file), (body) => call('sendNameDocument', { params: { requestId }, body }))
}
