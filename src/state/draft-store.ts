import { create } from 'zustand'
import { readStored, removeStored, storedKeys, writeStored } from '@/platform/storage'
import { DRAFTS, draftsOf } from './draft-keys'
import { accountKey, useSession } from './session-store'

/** Text of form fields by field name, as typed. */
export type DraftFields = Record<string, string>

interface DraftState {
  forms: Record<string, DraftFields>
  set(form: string, fields: DraftFields): void
  clear(form: string): void
  /** Of every account. */
  clearAll(): void
}

const VERSION = 1
/** One storage key a form: two tabs that type into different forms do not overwrite each other. */
const keyOf = (form: string): string => draftsOf(accountKey()) + form

const fieldsFrom = (value: unknown): DraftFields | undefined =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : undefined

function formsOnDisk(): Record<string, DraftFields> {
  const forms: Record<string, DraftFields> = {}
  const mine = draftsOf(accountKey())
  for (const key of storedKeys().filter((name) => name.startsWith(mine))) {
    const fields = readStored(key, VERSION, fieldsFrom)
    if (fields) forms[key.slice(mine.length)] = fields
  }
  return forms
}

/** A full phone must not stop the typing. */
function keep(form: string, fields: DraftFields): void {
  try {
    writeStored(keyOf(form), VERSION, fields)
  } catch {
    // onStorageError has told it.
  }
}

/**
 * What was typed and is not on the server yet, by form key (`stay:<claimId>`): a killed app, a dead network or a refused value
 * loses no keystroke. Cleared when the server has taken it. Only the forms of the signed-in account are here: whoever signs in next on
 * this phone finds none of them, and whoever comes back after a session that ended by itself finds theirs.
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
    removeStored(keyOf(form))
  },
  clearAll: () => {
    set({ forms: {} })
    storedKeys().filter((key) => key.startsWith(DRAFTS)).forEach(removeStored)
  },
}))

/** One form, field by field. */
export interface Typed {
  /** '' where nothing was typed. */
  value(field: string): string
  set(field: string): (text: string) => void
  /** The server has taken it. */
  forget(): void
}

export function useTyped(form: string): Typed {
  const typed = useDrafts(({ forms }) => forms[form])
  return {
    value: (field) => typed?.[field] ?? '',
    set: (field) => (text) => useDrafts.getState().set(form, { [field]: text }),
    forget: () => useDrafts.getState().clear(form),
  }
}

/** A text that is agreed to. */
interface Agreed {
  consentId: string
  version: string
}

/** Boxes below texts, kept like what is typed: a tick belongs to the version that it was set under, and another one stands unticked. */
export function useTicks(form: string) {
  const { value, set, forget } = useTyped(form)
  return {
    ticked: ({ consentId, version }: Agreed): boolean => value(consentId) === version,
    tick: ({ consentId, version }: Agreed, on: boolean): void => set(consentId)(on ? version : ''),
    forget,
  }
}

useSession.subscribe(({ account }, before) => {
  if (account?.accountId !== before.account?.accountId) useDrafts.setState({ forms: formsOnDisk() })
})
