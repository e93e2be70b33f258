import type { RecognitionDesk } from '../../../core/types'
import { cardNumberOn, extract, type PageText } from '../../../partners/recognition'
import type { CardPhotoRecord, DocumentRecord } from '../../../store/entities'
import type { FileStore, Store, Tx } from '../../../store/store'
import { personOf } from './claim-reader'
import { dropUnused } from './file-refs'

/** Everything written on a picture; null: nothing, or not a picture that can be read. */
export type ReadPicture = (bytes: Uint8Array) => Promise<PageText | null>

type Job = { kind: 'document'; record: DocumentRecord } | { kind: 'cardPhoto'; record: CardPhotoRecord }
interface DeskParts {
  store: Store
  files: FileStore
  read: ReadPicture
  log(line: string): void
}

/**
 * The desk where received pictures are read one after the other, in the order they came. What waits stands in the store, so a restart
 * goes on with it. No transaction is open while something is read: no request waits for it.
 */
export function createDesk({ store, files, read, log }: DeskParts): RecognitionDesk & { idle(): Promise<void> } {
  let woken = false
  let running: Promise<void> | undefined

  async function work(): Promise<void> {
    while (woken) {
      woken = false
      for (let job = await store.transact(nextJob); job; job = await store.transact(nextJob)) await finish(job)
    }
  }
  const failed = (error: unknown): null => {
    log(`recognition: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
  async function finish(job: Job): Promise<void> {
    const bytes = job.record.hash === null ? undefined : await files.get(job.record.hash)
    const page = bytes ? await read(bytes).catch(failed) : null
    const keep = (seen: PageText | null) => store.transact((tx) => (job.kind === 'document' ? keepReading(tx, job.record, seen) : keepCardNumber(tx, files, job.record, seen)))
    // A page that nothing can be made of must not keep the others waiting.
    await keep(page).catch((error: unknown) => keep(failed(error)))
  }
  return {
    wake() {
      woken = true
      // After the transaction that woke it: transactions queue up.
      running ??= work()
        .catch((error: unknown) => log(`recognition: ${String(error)}`))
        .finally(() => {
          running = undefined
          if (woken) this.wake()
        })
    },
    idle: async () => {
      while (running) await running
    },
  }
}

async function nextJob(tx: Tx): Promise<Job | undefined> {
  const photo = (await tx.list('cardPhoto')).find(({ state }) => state === 'PENDING')
  if (photo) return { kind: 'cardPhoto', record: photo }
  const document = (await tx.list('document')).find(({ reading }) => reading?.state === 'PENDING')
  return document && { kind: 'document', record: document }
}

/** The file may have been removed or replaced while it was read: then this reading is nobody's. */
async function keepReading(tx: Tx, { id, hash }: DocumentRecord, page: PageText | null): Promise<void> {
  const document = await tx.get('document', id)
  if (!document?.reading || document.hash !== hash) return
  const claim = await tx.get('claim', document.claimId)
  // Who files may be another than who was in hospital.
  const member = (await tx.get('account', claim ? personOf(claim) : document.ownerId))?.name ?? ''
  const fields = page ? extract(page, member) : {}
  await tx.put('document', { ...document, reading: { state: Object.keys(fields).length > 0 ? 'DONE' : 'NONE', fields, ...(page?.quality && { quality: page.quality }) } })
}

async function keepCardNumber(tx: Tx, files: FileStore, { id, photoId, hash }: CardPhotoRecord, page: PageText | null): Promise<void> {
  const photo = await tx.get('cardPhoto', id)
  if (photo?.photoId === photoId) {
    const number = page && cardNumberOn(page)
    await tx.put('cardPhoto', { ...photo, state: number ? 'DONE' : 'NONE', hash: null, cardNumber: number?.value ?? null, sure: number?.sure ?? false })
  }
  await dropUnused({ tx, files }, [hash])
}
