import { create } from 'zustand'
import { readStored, removeStored, storedKeys, writeStored } from '@/platform/storage'

/** Text of form fields by field name, as typed. */
export type DraftFields = Record<string, string>

interface DraftState {
  forms: Record<string, DraftFields>
  set(form: string, fields: DraftFields): void
  clear(form: string): void
  clearAll(): void
}

/** One storage key a form: two tabs that type into different forms do not overwrite each other. */
const PREFIX = 'draft.'
const VERSION = 1

const fieldsFrom = (value: unknown): DraftFields | undefined =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : undefined

function formsOnDisk(): Record<string, DraftFields> {
  const forms: Record<string, DraftFields> = {}
  for (const key of storedKeys().filter((name) => name.startsWith(PREFIX))) {
    const fields = readStored(key, VERSION, fieldsFrom)
    if (fields) forms[key.slice(PREFIX.length)] = fields
  }
  return forms
}

/** A full phone must not stop the typing. */
function keep(form: string, fields: DraftFields): void {
  try {
    writeStored(PREFIX + form, VERSION, fields)
  } catch {
    // onStorageError has told it.
  }
}

/**
 * What was typed and is not on the server yet, by form key (`stay:<claimId>`): a killed app, a dead network or a refused value
 * loses no keystroke. Cleared when the server has taken it.
 */
export const useDrafts = create<DraftState>()((set, get) => ({
  forms: formsOnDisk(),
  set: (form, fields) => {
    const typed = { ...get().forms[form], ...fields }
    set({ forms: { ...get().forms, [form]: typed } })
    keep(form, typed)
  },
  clear: (form) => {
    const { [form]: _gone, ...rest } = get().forms
    set({ forms: rest })
    removeStored(PREFIX + form)
  },
  clearAll: () => Object.keys({ ...get().forms, ...formsOnDisk() }).forEach((form) => get().clear(form)),
}))
