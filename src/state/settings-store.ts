import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { zustandStorage } from '@/platform/storage'

interface SettingsState {
  elderMode: boolean
  setElderMode(on: boolean): void
  /** The offer of 长辈版 to who reads large letters was taken or turned down: it is not made again. */
  elderOfferAnswered: boolean
  answerElderOffer(): void
}

/** What this device remembers for whoever uses it: 长辈版 holds before sign-in and without a network. */
export const useSettings = create<SettingsState>()(
  persist(
    (set) => ({
      elderMode: false,
      setElderMode: (elderMode) => set({ elderMode }),
      elderOfferAnswered: false,
      answerElderOffer: () => set({ elderOfferAnswered: true }),
    }),
    { name: 'settings', version: 1, storage: createJSONStorage(() => zustandStorage) },
  ),
)
