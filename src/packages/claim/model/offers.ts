import type { Claim } from '@/contract/schemas/claim'
import { useDrafts, type DraftFields } from '@/state/draft-store'
import { readingTexts as t } from '../reading-texts'
import type { StepDefinition, Values } from './step-form'

/** Values that were read from the papers, as text of the fields. */
export type Offers<K extends string> = Partial<Record<K, { value: string; sure: boolean } | null>>

/** What stands in the fields: what the member typed; else what the server has; else what was read. Nothing typed is ever replaced. */
export function filledIn<K extends string>(claim: Claim | undefined, step: StepDefinition<K>, typed: DraftFields | undefined): { offers: Offers<K>; values: Values<K> } {
  const offers: Offers<K> = (claim?.prefill && step.offers?.(claim.prefill)) ?? {}
  const values = { ...(claim && step.stored(claim)) } as Values<K>
  for (const field of fieldsOf(offers)) if (values[field] === '') values[field] = offers[field]?.value ?? ''
  return { offers, values: { ...values, ...typed } }
}

const fieldsOf = <K extends string>(offers: Offers<K>): K[] => Object.keys(offers) as K[]

/** «识别自票据» while the value is the one that was read; to be compared until the member has saved it. */
export function markOf(offer: { value: string; sure: boolean } | null | undefined, value: string, stored: string): { text: string; ask: boolean } | undefined {
  if (!offer || offer.value !== value) return undefined
  const ask = !offer.sure && stored !== value
  return { text: ask ? t.unsure : t.read, ask }
}

/** On 核对: an answer that was read, or that differs from what was read. The member has the last word, and sees both. */
export function markOfAnswer<T>(read: { value: T; sure: boolean } | null | undefined, answer: T | null | undefined, words: (value: T) => string): { text: string; ask: boolean } | undefined {
  if (!read || answer === null || answer === undefined) return undefined
  return read.value === answer ? { text: read.sure ? t.read : t.unsure, ask: !read.sure } : { text: t.readAs(words(read.value)), ask: read.sure }
}

/** A field that the member emptied stays empty after it was saved: what was read must not come back by itself. */
export function keepCleared<K extends string>(form: string, typed: DraftFields | undefined, offers: Offers<K>): void {
  const cleared = fieldsOf(offers).filter((field) => typed?.[field] === '')
  if (cleared.length > 0) useDrafts.getState().set(form, Object.fromEntries(cleared.map((field) => [field, ''])))
}
