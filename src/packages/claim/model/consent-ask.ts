import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isRefusal } from '@/api/api-error'
import { consentsQuery, useSetConsent } from '@/api/me'
import type { ConsentId } from '@/contract/schemas/common'
import type { Consent } from '@/contract/schemas/session'
import type { FieldProblem } from '@/ui'
import { texts } from '../texts'

export const consentFieldId = (consentId: ConsentId): string => `consent-${consentId}`

/** Asks for consents on the spot, each with its text and its own unticked box; those that are granted are not asked for again, except C4, which each claim has its own of. */
export function useConsentAsk(needed: readonly ConsentId[], claimId?: string) {
  const query = useQuery(consentsQuery())
  const set = useSetConsent()
  const [ticked, setTicked] = useState<Partial<Record<ConsentId, boolean>>>({})
  const asked: Consent[] = (query.data?.items ?? []).filter(({ consentId, granted }) => needed.includes(consentId) && (!granted || consentId === 'C4'))
  const refresh = (): void => {
    setTicked({})
    void query.refetch()
  }

  return {
    asked,
    ticked,
    tick: (consentId: ConsentId, on: boolean) => setTicked((before) => ({ ...before, [consentId]: on })),
    /** The texts could not be fetched: nothing can be agreed to. */
    failed: needed.length > 0 && query.isError && !query.data,
    refresh,
    saving: set.isPending,
    problems: (): FieldProblem[] =>
      asked.filter(({ consentId }) => !ticked[consentId]).map(({ consentId }) => ({ fieldId: consentFieldId(consentId), message: texts.start.consentMissing })),
    /** Grants what is ticked. @throws ApiError; a text that has changed meanwhile is fetched and has to be ticked anew */
    async grant(): Promise<void> {
      for (const { consentId, version } of asked) {
        try {
          await set.mutateAsync({ consentId, granted: true, version, ...(consentId === 'C4' && claimId ? { claimId } : {}) })
        } catch (error) {
          if (isRefusal(error, 'CONSENT_VERSION_STALE')) refresh()
          throw error
        }
      }
    },
  }
}
export type ConsentAsk = ReturnType<typeof useConsentAsk>
