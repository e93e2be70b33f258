import { create } from 'zustand'
import type { DocumentType } from '@/contract/schemas/claim'
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

/**
 * Work that waits for the network. An item is on disk before the screen says anything and goes away only when the server has the
 * file or the member has taken it back.
 */
export interface OutboxItem {
  /** Also the id of the stored file and the clientRef that the server knows the document by. */
  id: string
  /** Account that made it; another account never sends it. */
  owner: string
  kind: 'upload'
  payload: UploadPayload
  /** Tries that came to nothing. */
  attempts: number
  /** Milliseconds by the device clock; 0: at once. */
  nextAt: number
  /** Root of the keys of the tries, see outbox.ts. */
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
  /** Why it was refused, or why the last try came to nothing. */
  reasonZh: string | null
}

interface OutboxState {
  /** Oldest first. */
  items: OutboxItem[]
  /** When it returns, the item is on disk. @throws DeviceError where the phone has no room for it; then nothing has changed */
  add(item: OutboxItem): void
  /** Changes nothing where the item is gone. */
  update(id: string, change: Partial<OutboxItem>): void
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
  return { ...item, progress: 0, ...(item.state === 'SENDING' && { state: 'WAITING', nextAt: 0 }) }
}

function itemsOnDisk(): OutboxItem[] {
  return storedKeys()
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => readStored(key, VERSION, fromDisk))
    .filter((item): item is OutboxItem => item !== undefined)
    .sort((a, b) => a.payload.file.savedAt - b.payload.file.savedAt || (a.id < b.id ? -1 : 1))
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
    const changed = { ...item, ...change }
    if (Object.keys(change).some((field) => field !== 'progress')) rewrite(changed)
    set({ items: get().items.map((candidate) => (candidate.id === id ? changed : candidate)) })
  },
  remove: (id) => {
    removeStored(keyOf(id))
    set({ items: get().items.filter((item) => item.id !== id) })
  },
  reload: () => set({ items: itemsOnDisk() }),
}))
