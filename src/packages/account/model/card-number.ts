import { create } from 'zustand'
import { compactNumber } from '@/domain/text'

/** 6212260000000018 -> 6212 2600 0000 0018. Anything but digits stays as typed: the server says what is wrong with it. */
export const grouped = (typed: string): string => {
  const digits = compactNumber(typed)
  return /^\d+$/.test(digits) ? digits.replace(/(\d{4})(?=\d)/g, '$1 ') : typed
}

/** Groups while digits are added or taken at the end; a change in the middle is left alone, or the cursor would jump away. */
export const typing = (before: string, now: string): string => (now.startsWith(before) || before.startsWith(now) ? grouped(now) : now)

/** What was typed survives leaving the page, but never touches the phone's storage: it is a card number. */
export const useTypedCard = create<{ typed: string; set(typed: string): void }>()((set) => ({ typed: '', set: (typed) => set({ typed }) }))
