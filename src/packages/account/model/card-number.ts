import { create } from 'zustand'
import { groupedCardNumber } from '@/domain/cleaners'

/** Groups while digits are added or taken at the end; a change in the middle is left alone, or the cursor would jump away. */
export const typing = (before: string, now: string): string => (now.startsWith(before) || before.startsWith(now) ? groupedCardNumber(now) : now)

/** What was typed survives leaving the page, but never touches the phone's storage: it is a card number. */
export const useTypedCard = create<{ typed: string; set(typed: string): void }>()((set) => ({ typed: '', set: (typed) => set({ typed }) }))
