import { setImmediate } from 'node:timers'
import { waitFor } from '@testing-library/react'
import { QueryClient } from '@tanstack/react-query'
import { runOutbox } from '@/api/outbox'
import { enqueueUpload } from '@/api/uploads'
import { listFiles, removeFile } from '@/platform/files'
import { isUpload, useOutbox, type UploadItem } from '@/state/outbox-store'
import { useSession } from '@/state/session-store'
import { createDocumentServer, type DocumentServer } from '@tests/builders/document-server'
import { __setRequestHandler } from '@tests/setup/taro'

/** Server of the test that runs, its cache, and the outbox that works against it. */
export let server: DocumentServer
export let client: QueryClient
export let outbox: ReturnType<typeof runOutbox> | undefined

export const signInAs = (accountId: string, accessToken: string): void =>
  useSession.getState().signedIn({ accessToken, expiresInSeconds: 900, refreshToken: 'refresh-token-of-courier-1', account: { accountId, nameMasked: '陈**', roles: ['MEMBER'] } })
export const asCourier = (): void => signInAs('courier', 'access-token-of-courier-1')
export const start = (): void => void (outbox = runOutbox(client))
export const items = (): UploadItem[] => useOutbox.getState().items.filter(isUpload)
export const only = (): UploadItem => {
  const [item, ...others] = items()
  if (!item || others.length > 0) throw new Error(`${items().length} items instead of one`)
  return item
}
export const aPhoto = (name = '账单.jpg') => ({ blob: new Blob(['jpg'], { type: 'image/jpeg' }), name, size: 3, mime: 'image/jpeg' })
export const enqueue = (name?: string): Promise<void> => enqueueUpload('c1', 'MEDICAL_INVOICE', aPhoto(name))
export const empty = (): Promise<void> => waitFor(() => expect(items()).toEqual([]))
/** Long enough for whatever would go on by itself. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30))
/** Lets everything happen that needs no clock. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
}
/** As if the app had been killed and opened again. */
export function restart(): void {
  outbox?.stop()
  useOutbox.setState({ items: [] })
  useOutbox.getState().reload()
}

beforeEach(async () => {
  server = createDocumentServer()
  __setRequestHandler(server.handle)
  client = new QueryClient()
  useOutbox.setState(useOutbox.getInitialState(), true)
  for (const { fileId } of await listFiles()) await removeFile(fileId)
  asCourier()
})
afterEach(async () => {
  outbox?.stop()
  outbox = undefined
  server.decide(() => 'cut')
  await settle()
  client.clear()
})
