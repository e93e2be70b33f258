import { create } from 'zustand'
import type { DocumentType } from '@/contract/schemas/claim'
import type { ScanResult } from '@/contract/schemas/event'
import type { StoredFile } from '@/platform/files'
import { readStored, removeStored, storedKeys, writeStored } from '@/platform/storage'

/** A file on its way to a claim. */
export interface UploadPayload {
  claimId: string
  documentType: DocumentType
  /** The item of a supplement that it answers. */
  supplementItemId?: string
  file: StoredFile
}

/** A scan that a rep's phone has judged without a network. */
export interface ScanPayload {
  eventId: string
  leaseId: string
  scannedAt: string
  /** Whether the member has signed on site. */
  signed: boolean
  /** By number and name, not by a card code. */
  entered?: boolean
  /** What is sent, encrypted: code and signature. '' once the server has answered: a rep's phone keeps nothing of a member. */
  sealed: string
  /** Mark of the member: the same person again takes no second place of the lease. '' once answered. */
  member: string
  /** Order of scanning, also where the phone's clock was set back meanwhile. */
  queuedAt: number
  /** The server's verdict. */
  answer: ScanResult | null
}

interface Queued {
  id: string
  /** Account that made it; another account never sends it. */
  owner: string
  /** Tries that came to nothing. */
  attempts: number
  /** Milliseconds by the device clock; 0: at once. */
  nextAt: number
  /** Why it was refused, or why the last try came to nothing. */
  reasonZh: string | null
}

/** `id` is also the id of the stored file and the clientRef that the server knows the document by. */
export interface UploadItem extends Queued {
  kind: 'upload'
  payload: UploadPayload
  /** Root of the keys of the tries, see delivery.ts. */
  idempotencyKey: string
  /** Where the server keeps it; null: not known to be announced. */
  documentId: string | null
  /**
   * REFUSED: the server or the device said no for good, the words tell why; only the member moves it on.
   * DROPPED: the member took it back; no screen shows it, it stays until the server has forgotten it as well.
   */
  state: 'WAITING' | 'SENDING' | 'REFUSED' | 'DROPPED'
  /** 0 to 100 while sending. */
  progress: number
}

export interface ScanItem extends Queued {
  kind: 'scan'
  payload: ScanPayload
  /** The same for every try, so the server judges the scan once. */
  idempotencyKey: string
  /** ANSWERED: the server has judged and said no; it stays until the rep has read it. Accepted scans go away by themselves. */
  state: 'WAITING' | 'SENDING' | 'REFUSED' | 'ANSWERED'
}

/**
 * Work that waits for the network. An item is on disk before the screen says anything and goes away only when the server has it
 * or the member has taken it back.
 */
export type OutboxItem = UploadItem | ScanItem

export const isUpload = (item: OutboxItem): item is UploadItem => item.kind === 'upload'
export const isScan = (item: OutboxItem): item is ScanItem => item.kind === 'scan'

interface OutboxState {
  /** Oldest first. */
  items: OutboxItem[]
  /** When it returns, the item is on disk. @throws DeviceError where the phone has no room for it; then nothing has changed */
  add(item: OutboxItem): void
  /** Changes nothing where the item is gone. */
  update(id: string, change: Partial<Omit<UploadItem, 'kind'>> | Partial<Omit<ScanItem, 'kind'>>): void
  remove(id: string): void
  /** Reads the disk again, as after a restart. */
  reload(): void
}

/** One storage key an item: two tabs that add at the same time do not overwrite each other, and a write stays small. */
const PREFIX = 'outbox.'
const VERSION = 1
const keyOf = (id: string): string => PREFIX + id

/** What was being sent when the app died is waiting again. */
function fromDisk(value: unknown): OutboxItem | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('payload' in value)) return undefined
  const item = value as OutboxItem
  const stopped = item.state === 'SENDING' ? ({ state: 'WAITING', nextAt: 0 } as const) : {}
  return isUpload(item) ? { ...item, progress: 0, ...stopped } : { ...item, ...stopped }
}

const queuedAt = (item: OutboxItem): number => (isUpload(item) ? item.payload.file.savedAt : item.payload.queuedAt)

function itemsOnDisk(): OutboxItem[] {
  return storedKeys()
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => readStored(key, VERSION, fromDisk))
    .filter((item): item is OutboxItem => item !== undefined)
    .sort((a, b) => queuedAt(a) - queuedAt(b) || (a.id < b.id ? -1 : 1))
}

/** False where another tab has finished or removed it. */
export const isOnDisk = (id: string): boolean => readStored(keyOf(id), VERSION, fromDisk) !== undefined

/** An item of the disk that cannot be written again is still there as it was: the worst that follows is one try more. */
function rewrite(item: OutboxItem): void {
  try {
    writeStored(keyOf(item.id), VERSION, item)
  } catch {
    // onStorageError has told it.
  }
}

export const useOutbox = create<OutboxState>()((set, get) => ({
  items: itemsOnDisk(),
  add: (item) => {
    writeStored(keyOf(item.id), VERSION, item)
    set({ items: [...get().items, item] })
  },
  update: (id, change) => {
    const item = get().items.find((candidate) => candidate.id === id)
    if (!item) return
    // The change belongs to the kind of the item: whoever makes it has the item in hand.
    const changed = { ...item, ...change } as OutboxItem
    if (Object.keys(change).some((field) => field !== 'progress')) rewrite(changed)
    set({ items: get().items.map((candidate) => (candidate.id === id ? changed : candidate)) })
  },
  remove: (id) => {
    removeStored(keyOf(id))
    set({ items: get().items.filter((item) => item.id !== id) })
  },
  reload: () => set({ items: itemsOnDisk() }),
}))
