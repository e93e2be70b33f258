import { useState } from 'react'
import { messageOf } from '@/api/api-error'
import { useSetConsent } from '@/api/me'
import type { ConsentId } from '@/contract/schemas/common'
import type { Consent } from '@/contract/schemas/session'
import { confirm } from '@/platform/dialogs'
import { consentTexts as t } from '../texts'

/**
 * Grants after the text was opened, withdraws after the consequence was said; nothing changes before the server has it.
 * @param first consent whose text is open from the start: where the member came for it
 */
export function useConsentChange(refetch: () => unknown, first: string | null) {
  const set = useSetConsent()
  /** Whose text is open in the sheet. */
  const [reading, setReading] = useState<string | null>(first)
  /** 自动到账, chosen beside the text before C2 is given: off unless the member turns it on. */
  const [wish, setWish] = useState(false)
  const [said, setSaid] = useState('')
  const [failed, setFailed] = useState<{ of: ConsentId; wordsZh: string } | null>(null)

  async function save({ consentId, titleZh, version }: Consent, granted: boolean, more: { standing?: boolean; stopRunning?: boolean } = {}, sayZh = t.saved(titleZh, granted)): Promise<void> {
    if (set.isPending) return
    setFailed(null)
    try {
      await set.mutateAsync({ consentId, granted, version, ...more })
      setReading(null)
      setSaid(sayZh)
    } catch (error) {
      setFailed({ of: consentId, wordsZh: messageOf(error) ?? '' })
      void refetch()
    }
  }
  async function withdraw(consent: Consent): Promise<void> {
    const sure = await confirm({ title: t.withdrawTitle(consent.titleZh), text: consent.onWithdrawalZh, ok: t.withdrawOk, cancel: t.keep })
    if (!sure) return
    const stop = consent.stopAskZh !== null && (await confirm({ title: t.stopTitle, text: consent.stopAskZh, ok: t.stopOk, cancel: t.goOn }))
    await save(consent, false, stop ? { stopRunning: true } : {})
  }
  return {
    reading, said, wish, setWish, busy: set.isPending,
    failedZh: (id: ConsentId): string | null => (failed?.of === id ? failed.wordsZh : null),
    read: (id: ConsentId | null): void => setReading(id),
    grant: (consent: Consent) => save(consent, true, consent.standing === null ? {} : { standing: wish }),
    toggle: (consent: Consent, on: boolean) => (on ? setReading(consent.consentId) : withdraw(consent)),
    setStanding: (consent: Consent, on: boolean) => save(consent, true, { standing: on }, t.standingSaved(on)),
  }
}
