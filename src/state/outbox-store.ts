import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { StoredFile } from '@/platform/files'
import { zustandStorage } from '@/platform/storage'

/** A file on its way to a claim. */
export interface UploadPayload {
  claimId: string
  documentType: string
  file: StoredFile
}

/**
 * Work that waits for the network. An item is stored before the screen says anything and goes away only when the server has it or
 * the member removes it.
 */
export interface OutboxItem {
  id: string
  /** Account that made it; another account never sends it. */
  owner: string
  kind: 'upload'
  payload: UploadPayload
  attempts: number
  /** Milliseconds by the device clock; 0: at once. */
  nextAt: number
  idempotencyKey: string
  /** REFUSED: the server or the device said no for good, the words tell why; only the member moves it on. */
  state: 'WAITING' | 'SENDING' | 'REFUSED'
  /** 0 to 100 while sending. */
  progress: number
  reasonZh: string | null
}

interface OutboxState {
  items: OutboxItem[]
  add(item: OutboxItem): void
  update(id: string, change: Partial<OutboxItem>): void
  remove(id: string): void
}

export const useOutbox = create<OutboxState>()(
  persist(
    (set) => ({
      items: [],
      add: (item) => set(({ items }) => ({ items: [...items, item] })),
      update: (id, change) => set(({ items }) => ({ items: items.map((item) => (item.id === id ? { ...item, ...change } : item)) })),
      remove: (id) => set(({ items }) => ({ items: items.filter((item) => item.id !== id) })),
    }),
    {
      name: 'outbox',
      version: 1,
      storage: createJSONStorage(() => zustandStorage),
      // What was being sent when the app died is waiting again.
      merge: (saved, current) => {
        const items = (saved as Partial<OutboxState> | undefined)?.items ?? []
        return { ...current, items: items.map((item) => (item.state === 'SENDING' ? { ...item, state: 'WAITING' as const, progress: 0, nextAt: 0 } : item)) }
      },
    },
  ),
)
