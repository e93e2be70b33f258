import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { zustandStorage } from '@/platform/storage'

/** Text of form fields by field name, as typed. */
export type DraftFields = Record<string, string>

interface DraftState {
  forms: Record<string, DraftFields>
  set(form: string, fields: DraftFields): void
  clear(form: string): void
}

/**
 * What was typed and is not on the server yet, by form key (`stay:<claimId>`): a killed app, a dead network or a refused value
 * loses no keystroke. Cleared when the server has taken it.
 */
export const useDrafts = create<DraftState>()(
  persist(
    (set) => ({
      forms: {},
      set: (form, fields) => set(({ forms }) => ({ forms: { ...forms, [form]: { ...forms[form], ...fields } } })),
      clear: (form) =>
        set(({ forms }) => {
          const rest = { ...forms }
          delete rest[form]
          return { forms: rest }
        }),
    }),
    { name: 'drafts', version: 1, storage: createJSONStorage(() => zustandStorage) },
  ),
)
