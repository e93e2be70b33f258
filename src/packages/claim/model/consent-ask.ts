import { useQuery } from '@tanstack/react-query'
import { isRefusal } from '@/api/api-error'
import { consentsQuery, useSetConsent } from '@/api/me'
import type { ConsentId } from '@/contract/schemas/common'
import type { Consent } from '@/contract/schemas/session'
import { useTicks } from '@/state/draft-store'
import type { FieldProblem } from '@/ui'
import { texts } from '../texts'

export const consentFieldId = (consentId: ConsentId): string => `consent-${consentId}`

/** Asks for consents on the spot, each with its text and its own unticked box; those that are granted are not asked for again, except C4, which each claim has its own of. */
export function useConsentAsk(needed: readonly ConsentId[], claimId?: string) {
  const query = useQuery(consentsQuery())
  const set = useSetConsent()
  const { ticked, tick, forget } = useTicks(`consents:${claimId ?? ''}`)
  const asked: Consent[] = (query.data?.items ?? []).filter(({ consentId, granted }) => needed.includes(consentId) && (!granted || consentId === 'C4'))
  const refresh = (): void => {
    forget()
    void query.refetch()
  }

  return {
    asked,
    ticked,
    tick,
    forget,
    /** The texts could not be fetched: nothing can be agreed to. */
    failed: needed.length > 0 && query.isError && !query.data,
    refresh,
    saving: set.isPending,
    problems: (): FieldProblem[] =>
      asked.filter((consent) => !ticked(consent)).map(({ consentId }) => ({ fieldId: consentFieldId(consentId), message: texts.start.consentMissing })),
    /** Grants what is ticked. @throws ApiError; a text that has changed meanwhile is fetched and has to be ticked anew */
    async grant(): Promise<void> {
      for (const consent of asked) {
        const { consentId, version } = consent
        try {
          await set.mutateAsync({ consentId, granted: true, version, ...(consentId === 'C4' && claimId ? { claimId } : {}) })
          // C4 is asked for until the claim is handed in; any other would come back ticked, were it withdrawn.
          if (consentId !== 'C4') tick(consent, false)
        } catch (error) {
          if (isRefusal(error, 'CONSENT_VERSION_STALE')) refresh()
          throw error
        }
      }
    },
  }
}
export type ConsentAsk = ReturnType<typeof useConsentAsk>
