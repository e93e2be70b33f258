import type { CardPhoto } from '@/contract/schemas/reading'
import { apiBase } from '@/platform/env'
import type { PickedFile } from '@/platform/pick'
import { uploadFile } from '@/platform/upload'
import { useSession } from '@/state/session-store'
import { errorFromProblem } from './api-error'
import { call, pathOf, renew } from './call'

const EVERY_MS = 1200
const TRIES = 30

/**
 * Sends a photo of a bank card and asks until its number was read. It is not queued: whoever waits for it stands before the page.
 * @returns the number; null where none could be read, or not in time
 * @throws ApiError, DeviceError
 */
export async function readCardPhoto(file: PickedFile): Promise<Pick<CardPhoto, 'sure'> & { cardNumber: string } | null> {
  const send = (token: string | null) => uploadFile({ url: apiBase + pathOf('sendCardPhoto', {}), file, field: 'file', headers: token ? { Authorization: `Bearer ${token}` } : {} })
  const token = useSession.getState().accessToken
  let answer = await send(token)
  if (answer.status === 401) answer = await send(await renew(token))
  if (answer.status >= 300) throw errorFromProblem(answer.status, answer.bodyText)

  for (let tries = 0; tries < TRIES; tries += 1) {
    const { state, cardNumber, sure } = await call('getCardPhoto', {})
    if (state !== 'PENDING') return cardNumber === null ? null : { cardNumber, sure }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
  return null
}
