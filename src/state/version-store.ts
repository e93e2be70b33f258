import { create } from 'zustand'

/** A newer version of the app that is on the phone and waits: `take` loads it; null: none. */
export const useNewVersion = create<{ take: (() => void) | null }>()(() => ({ take: null }))
