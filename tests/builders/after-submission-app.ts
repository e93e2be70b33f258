import { fireEvent } from '@testing-library/react'
import type { Claim } from '@/contract/schemas/claim'
import { withParams } from '@/platform/navigation'
import { renderApp, type App } from '@tests/setup/render-app'
import { signIn } from './people'
import { photo } from './photo'

/** Claims of the seed that wait for their member. */
export const waiting = {
  trade: 'CLM-2026-000022',
  model: 'CLM-2026-000004',
  hardship: 'CLM-2026-000024',
} as const
export type Waiting = keyof typeof waiting

export interface WaitingApp extends App {
  claimId: string
  onServer(): Promise<Claim>
  messages(): Promise<string[]>
}

/** Opens a page about the claim of a persona that waits for them. */
export async function openWaiting(persona: Waiting, page: string, params: Record<string, string> = {}, prepare?: Parameters<typeof renderApp>[0]['prepare']): Promise<WaitingApp> {
  const claimId = waiting[persona]
  const app = await renderApp({ as: persona, at: withParams(page, { claimId, ...params }), prepare })
  const member = await signIn(app.backend.core, persona)
  return Object.assign(app, {
    claimId,
    onServer: async () => (await member('getClaim', { params: { claimId } })).ok(),
    messages: async () => (await member('listMessages')).ok().items.map(({ titleZh }) => titleZh),
  })
}

export const aPhoto = (name = '照片.jpg', mark = name): File => new File([Uint8Array.from(photo(mark))], name, { type: 'image/jpeg' })

/** Answers the open file picker of the browser, as the member would. */
export function choose(...chosen: File[]): void {
  const input = document.querySelector('input[type=file]')
  if (!input) throw new Error('no file picker is open')
  Object.defineProperty(input, 'files', { value: chosen })
  fireEvent.change(input)
}
