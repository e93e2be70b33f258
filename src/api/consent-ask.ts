import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ConsentId } from '@/contract/schemas/common'
import type { Consent } from '@/contract/schemas/session'
import { useTicks } from '@/state/draft-store'
import { messageOf } from './api-error'
import { consentsQuery, useSetConsent } from './me'

export interface ConsentAsk {
  consent: Consent | undefined
  checked: boolean
  check(on: boolean): void
  /** Words at the box: not ticked, or refused by the server. */
  error: string | undefined
  /** Grants what is ticked. False where it is not ticked or was refused. */
  grant(): Promise<boolean>
  granting: boolean
}

/** Asks for one consent where it is needed: its text from the server, an unticked box, and the answer. */
export function useConsentAsk(consentId: ConsentId, wordsFirst: string, enabled = true): ConsentAsk {
  const list = useQuery({ ...consentsQuery(), enabled })
  const set = useSetConsent()
  const { ticked, tick } = useTicks('consents')
  const [error, setError] = useState<string>()
  const consent = list.data?.items.find((item) => item.consentId === consentId)
  const checked = consent !== undefined && ticked(consent)
  return {
    consent,
    checked,
    check: (on) => {
      if (consent) tick(consent, on)
      setError(undefined)
    },
    error,
    granting: set.isPending,
    grant: async () => {
      if (!consent || !checked) {
        setError(wordsFirst)
        return false
      }
      try {
        await set.mutateAsync({ consentId, granted: true, version: consent.version })
        tick(consent, false)
        return true
      } catch (refused) {
        setError(messageOf(refused) ?? undefined)
        void list.refetch()
        return false
      }
    },
  }
}
