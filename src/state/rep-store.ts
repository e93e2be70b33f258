import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { zustandStorage } from '@/platform/storage'

interface RepState {
  /** Events at which the rep has switched to scanning without a network. */
  offline: Record<string, boolean>
  /** Codes that this phone has let through, as «device key.nonce»; no member can be told from them. */
  seen: readonly string[]
  setOffline(eventId: string, on: boolean): void
  saw(code: string): void
}

/** A code lives five minutes: nobody shows one that lies further back than this many others. */
const REMEMBERED = 500

/** What a rep's phone knows by itself at an event. The scans themselves are in the outbox. */
export const useRep = create<RepState>()(
  persist(
    (set) => ({
      offline: {},
      seen: [],
      setOffline: (eventId, on) => set(({ offline }) => ({ offline: { ...offline, [eventId]: on } })),
      saw: (code) => set(({ seen }) => ({ seen: [...seen.slice(1 - REMEMBERED), code] })),
    }),
    { name: 'rep', version: 1, storage: createJSONStorage(() => zustandStorage) },
  ),
)
