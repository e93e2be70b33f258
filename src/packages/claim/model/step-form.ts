import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isRefusal, messageOf, ApiError, type ApiErrorCode } from '@/api/api-error'
import { claimQuery, useUpdateClaim } from '@/api/claims'
import type { Claim, UpdateClaim } from '@/contract/schemas/claim'
import type { Prefill } from '@/contract/schemas/reading'
import { back, go } from '@/platform/navigation'
import { useDrafts } from '@/state/draft-store'
import { type FieldProblem } from '@/ui'
import { texts } from '../texts'
import { addressOfPart, nextPart } from './addresses'
import { filledIn, keepCleared, markOf, type Offers } from './offers'
import { useSingleFlight } from './single-flight'

/** Text of the fields, as typed. */
export type Values<K extends string> = Record<K, string>
export type Errors<K extends string> = Partial<Record<K, string>>
export type Reading<K extends string> = { ok: true; change: UpdateClaim } | { ok: false; errors: Errors<K> }

/** One page of the draft as data. Field names are the ids of the fields on the page. */
export interface StepDefinition<K extends string> {
  /** Key of what was typed: `stay:<claimId>`. */
  name: 'event' | 'stay' | 'amounts'
  /** What the server has, as text; '' where it has nothing. Its keys are all the fields, in their order on the page. */
  stored(claim: Claim): Values<K>
  /** The fields as a change, or what is wrong with them. */
  read(values: Values<K>): Reading<K>
  /** What the papers say of these fields. */
  offers?(prefill: Prefill): Offers<K>
  /** The part of the claim that this page changes: what others have changed meanwhile elsewhere does not matter to it. */
  part(claim: Claim): unknown
  /** JSON pointer of a refusal -> field. */
  pointers: Readonly<Record<string, K>>
  /** Refusals without a pointer that belong to a field. */
  codes: Partial<Record<ApiErrorCode, K>>
}

export interface StepForm<K extends string> {
  values: Values<K>
  errors: Errors<K>
  /** The same words for the summary, in the order of the fields. */
  problems: FieldProblem[]
  /** A refusal that belongs to no field. */
  refusedZh: string | null
  saving: boolean
  /** Where the value of a field comes from, if it was read from a paper. */
  mark(field: K): { text: string; ask: boolean } | undefined
  set(field: K): (text: string) => void
  submit(): void
}

/**
 * A page of the draft: what is typed is kept on the phone with each stroke until the server has taken it; saving leads to the next
 * page, or back to 核对. A change of somebody else is never overwritten unseen.
 */
export function useStepForm<K extends string>(claim: Claim | undefined, fromCheck: boolean, step: StepDefinition<K>): StepForm<K> {
  const client = useQueryClient()
  const update = useUpdateClaim()
  const form = `${step.name}:${claim?.claimId ?? ''}`
  const typed = useDrafts((drafts) => drafts.forms[form])
  const [errors, setErrors] = useState<Errors<K>>({})
  const [refusedZh, setRefused] = useState<string | null>(null)
  const once = useSingleFlight()
  const { offers, values } = filledIn(claim, step, typed)

  const refused = (error: unknown): void => {
    const placed = placeRefusal(error, step)
    setErrors(placed)
    setRefused(Object.keys(placed).length > 0 ? null : messageOf(error))
  }

  /** Sends again where only other parts of the claim have changed, as by another page or device of the member; else says so. */
  async function send(base: Claim, change: UpdateClaim): Promise<Claim | null> {
    const { claimId } = base
    try {
      return await update.mutateAsync({ claimId, version: base.version, change })
    } catch (error) {
      if (!isRefusal(error, 'VERSION_STALE')) throw error
      const fresh = await client.fetchQuery(claimQuery(claimId))
      if (JSON.stringify(step.part(fresh)) === JSON.stringify(step.part(base))) return update.mutateAsync({ claimId, version: fresh.version, change })
      setRefused(texts.changedElsewhere)
      return null
    }
  }

  async function submit(): Promise<void> {
    if (!claim) return
    setRefused(null)
    const reading = step.read(values)
    setErrors(reading.ok ? {} : reading.errors)
    if (!reading.ok) return
    try {
      const saved = await send(claim, reading.change)
      if (!saved) return
      useDrafts.getState().clear(form)
      keepCleared(form, typed, offers)
      await (fromCheck ? back(addressOfPart('check', claim.claimId)) : go(addressOfPart(nextPart(saved, step.name), claim.claimId)))
    } catch (error) {
      refused(error)
    }
  }

  return {
    values,
    errors,
    problems: claim ? problemsOf(errors, Object.keys(step.stored(claim))) : [],
    refusedZh,
    saving: update.isPending,
    mark: (field) => markOf(offers[field], values[field], claim ? step.stored(claim)[field] : ''),
    set: (field) => (text) => useDrafts.getState().set(form, { [field]: text }),
    submit: () => once(submit),
  }
}

const problemsOf = (errors: Record<string, string | undefined>, order: readonly string[]): FieldProblem[] =>
  order.flatMap((fieldId) => {
    const message = errors[fieldId]
    return message ? [{ fieldId, message }] : []
  })

/** Words of a refusal at the fields that they are about; empty where they are about none. */
function placeRefusal<K extends string>(error: unknown, { pointers, codes }: StepDefinition<K>): Errors<K> {
  const placed: Errors<K> = {}
  if (!(error instanceof ApiError)) return placed
  for (const [pointer, words] of Object.entries(error.fieldErrors)) {
    const field = pointers[pointer]
    if (field) placed[field] = words
  }
  const field = codes[error.code]
  if (field && Object.keys(placed).length === 0) placed[field] = error.message
  return placed
}

/** What was typed and not sent, of all pages of a draft that is gone. */
export function forgetTyped(claimId: string): void {
  for (const name of ['event', 'stay', 'amounts', 'supplement', 'appeal', 'consents']) useDrafts.getState().clear(`${name}:${claimId}`)
}
