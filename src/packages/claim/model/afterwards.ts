import { useState } from 'react'
import { useAnswerRecovery, useGiveFeedback } from '@/api/claim-actions'
import type { Claim } from '@/contract/schemas/claim'
import { useDrafts } from '@/state/draft-store'
import { useClaimAct } from './claim-act'

/** The answer to money that is to come back: a way of giving it back, an objection, or both. What is typed is kept. */
export function useRecovery(claim: Claim) {
  const form = `recovery:${claim.claimId}`
  const typed = useDrafts((drafts) => drafts.forms[form])
  const answering = useAnswerRecovery()
  const { act, refusedZh, busy } = useClaimAct(claim)
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const picked = typed?.choice
  const choice = picked === 'REPAY' || picked === 'OFFSET' ? picked : (claim.recovery?.choice ?? undefined)
  const objection = typed?.objection ?? ''
  const empty = choice === undefined && objection.trim() === ''
  return {
    choice,
    objection,
    choose: (value: 'REPAY' | 'OFFSET') => useDrafts.getState().set(form, { choice: value }),
    write: (text: string) => useDrafts.getState().set(form, { objection: text }),
    missing: tried && empty,
    refusedZh,
    saving: busy === 'recovery',
    done,
    /** `then`: after the server has it. */
    submit: (then: () => void) => {
      setTried(true)
      if (empty) return undefined
      const body = { ...(choice ? { choice } : {}), ...(objection.trim() ? { objectionZh: objection.trim() } : {}) }
      return act('recovery', JSON.stringify(body), async (step) => {
        await answering.mutateAsync({ ...step, ...body })
        useDrafts.getState().clear(form)
        setDone(true)
        then()
      })
    },
  }
}

/** One to five, once, with words if the member likes. */
export function useFeedback(claim: Claim) {
  const giving = useGiveFeedback()
  const { act, refusedZh, busy } = useClaimAct(claim)
  const [score, setScore] = useState<number>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  return {
    score,
    setScore,
    words,
    setWords,
    missing: tried && score === undefined,
    refusedZh,
    saving: busy === 'feedback',
    submit: () => {
      setTried(true)
      if (score === undefined) return undefined
      return act('feedback', `${score} ${words}`, (step) => giving.mutateAsync({ ...step, score, ...(words.trim() ? { wordsZh: words.trim() } : {}) }))
    },
  }
}
