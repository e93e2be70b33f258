import { createHash } from 'node:crypto'
import type { Claim, DocumentType } from '@/contract/schemas/claim'
import { isUpload, type UploadItem } from '@/state/outbox-store'
import { aBill, aStay } from '@tests/builders/driver-claims'
import { photo } from '@tests/builders/photo'
import { SIGNED } from '@tests/builders/signature'
import type { App, Phone } from './phone'
import type { Worker } from './workers'

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const photoOf = ({ id }: Worker, documentType: DocumentType): Uint8Array => photo(`${id} ${documentType}`)
/** No picture: the server has to refuse it, and the phone to show that. */
const broken = new TextEncoder().encode('<html>not a photo</html>')
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** What a member has in their head and on their screen; an app that was killed has neither. */
export interface Errand {
  worker: Worker
  claimId: string | null
  createKey: string
  submitKey: string
  /** Whether they also photograph something that is no paper. */
  clumsy: boolean
  /** What the phone showed of the file that was not received. */
  shown: string[]
}
export const errand = (worker: Worker, { newKey }: App, clumsy: boolean): Errand => ({ worker, claimId: null, createKey: newKey(), submitKey: newKey(), clumsy, shown: [] })

/** As after a kill: what was in memory is gone, the member looks at their claims and goes on. */
export function forgotten(one: Errand, { newKey }: App): void {
  Object.assign(one, { claimId: null, createKey: newKey(), submitKey: newKey() })
}

/**
 * The next thing a member does for their claim, with the real client: create, fill in, photograph, take a refused file away, hand in.
 * @returns true once the claim is handed in. @throws ApiError where the line failed: the member tries again
 */
export async function nextStep(phone: Phone, one: Errand): Promise<boolean> {
  const { call, uploads, useOutbox, kick } = phone.app()
  if (one.claimId === null) {
    const [known] = (await call('listClaims', { query: { limit: '50' } })).items
    one.claimId = known?.claimId ?? (await call('createClaim', { body: { cause: 'ILLNESS' }, key: one.createKey })).claimId
  }
  const params = { claimId: one.claimId }
  const claim = await call('getClaim', { params })
  if (claim.status.state !== 'DRAFT') return true
  if (!claim.stay || !claim.amounts) {
    const invoice = { code: '44990026', number: `7${one.worker.id.replace('worker-', '').padStart(9, '0')}` }
    await call('updateClaim', { params, version: claim.version, body: { stay: aStay, amounts: aBill, invoice } })
    return false
  }
  const mine = (): UploadItem[] => useOutbox.getState().items.filter(isUpload).filter(({ payload }) => payload.claimId === claim.claimId)
  for (const type of missing(claim, mine())) await uploads.enqueueUpload(claim.claimId, type, picked(photoOf(one.worker, type)))
  if (one.clumsy) {
    one.clumsy = false
    await uploads.enqueueUpload(claim.claimId, 'OTHER', picked(broken))
  }
  for (let turn = 0; turn < 20 && mine().some(({ state }) => state !== 'REFUSED'); turn += 1) {
    await pause(4)
    kick()
  }
  for (const { id, state, reasonZh } of mine()) {
    if (state !== 'REFUSED') return false
    one.shown.push(reasonZh ?? '')
    await uploads.dropUpload(id)
  }
  if (mine().length > 0) return false
  await call('submitClaim', { params, version: claim.version, body: SIGNED, key: one.submitKey })
  return true
}

/** Required papers that neither the server nor the phone has: a file that waits is not photographed again. */
function missing({ checklist, documents }: Claim, waiting: readonly UploadItem[]): DocumentType[] {
  const has = (type: DocumentType): boolean =>
    documents.some(({ documentType, state }) => documentType === type && state === 'RECEIVED') || waiting.some(({ payload }) => payload.documentType === type)
  return checklist.filter(({ required, documentType }) => required && !has(documentType)).map(({ documentType }) => documentType)
}

const picked = (bytes: Uint8Array) => ({ blob: new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' }), name: '照片.jpg', size: bytes.length, mime: 'image/jpeg' })
