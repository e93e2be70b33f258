import { apiBase } from '@/platform/env'
import type { PickedFile } from '@/platform/pick'
import { uploadFile } from '@/platform/upload'
import { answerOf } from './answer'
import { errorFromProblem } from './api-error'
import { heldToken, pathOf, renew } from './call'

/**
 * Sends one photo at once, without the outbox: whoever waits for it stands before the page.
 * @returns once the server has it @throws ApiError, DeviceError
 */
export async function sendPhoto(endpoint: 'sendCardPhoto' | 'sendNameDocument', params: Record<string, string>, file: PickedFile): Promise<void> {
  const send = (token: string | null) => uploadFile({ url: apiBase + pathOf(endpoint, params), file, field: 'file', headers: token ? { Authorization: `Bearer ${token}` } : {} })
  const held = heldToken()
  let answer = await send(held.token)
  if (answer.status === 401) answer = await send(await renew(held))
  if (answer.status >= 300) throw errorFromProblem(answer.status, answer.bodyText)
  await answerOf(endpoint, { status: answer.status, text: answer.bodyText, requestId: null })
}
