import type { CardPhoto } from '@/contract/schemas/reading'
import type { PickedFile } from '@/platform/pick'
import { call } from './call'
import { sendCard } from './send-photo'

const EVERY_MS = 1200
const TRIES = 30

/**
 * Sends a photo of a bank card and asks until its number was read. It is not queued: whoever waits for it stands before the page.
 * @returns the number; null where none could be read, or not in time
 * @throws ApiError, DeviceError
 */
export async function readCardPhoto(file: PickedFile): Promise<Pick<CardPhoto, 'sure'> & { cardNumber: string } | null> {
  await sendCard(file)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { state, cardNumber, sure } = await call('getCardPhoto', {})
    if (state !== 'PENDING') return cardNumber === null ? null : { cardNumber, sure }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
  return null
}
