import { useState } from 'react'
import { useAppealClaim } from '@/api/claim-actions'
import type { Claim } from '@/contract/schemas/claim'
import { cleanLines } from '@/domain/cleaners'
import { tooLongZh } from '@/domain/length'
import { confirm } from '@/platform/dialogs'
import { useDrafts } from '@/state/draft-store'
import { texts } from '../texts'
import { useClaimAct } from './claim-act'

const t = texts.appeal
/** The server takes no more. */
export const MAX_REASON = 1000

/**
 * 申请复核: the grounds are kept as they are typed, and asked about once more, because there is one appeal.
 * @param readyWords stand there before anything is typed
 */
export function useAppeal(claim: Claim | undefined, readyWords = '') {
  const form = `appeal:${claim?.claimId ?? ''}`
  const reason = useDrafts((drafts) => drafts.forms[form]?.reason ?? readyWords)
  const appealing = useAppealClaim()
  const { act, refusedZh, busy } = useClaimAct(claim)
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const error = tried && cleanLines(reason) === '' ? t.reasonMissing : undefined

  function submit(): Promise<void> | undefined {
    setTried(true)
    const reasonZh = cleanLines(reason)
    if (reasonZh === '' || tooLongZh(reasonZh, MAX_REASON)) return undefined
    return act('appeal', reasonZh, async (step) => {
      if (!(await confirm(t.ask))) return
      await appealing.mutateAsync({ ...step, reasonZh })
      useDrafts.getState().clear(form)
      setDone(true)
    })
  }
  return { reason, write: (text: string) => useDrafts.getState().set(form, { reason: text }), error, refusedZh, saving: busy === 'appeal', done, submit }
}
