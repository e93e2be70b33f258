import { useState } from 'react'
import { useAnswerRecovery, useGiveFeedback } from '@/api/claim-actions'
import type { Claim } from '@/contract/schemas/claim'
import { cleanLines } from '@/domain/cleaners'
import { tooLongZh } from '@/domain/length'
import { useTyped } from '@/state/draft-store'
import { useClaimAct } from './claim-act'

/** The server takes no more. */
export const [MAX_OBJECTION, MAX_WORDS] = [1000, 500]

/** The answer to money that is to come back: a way of giving it back, an objection, or both. What is typed is kept. */
export function useRecovery(claim: Claim) {
  const typed = useTyped(`recovery:${claim.claimId}`)
  const answering = useAnswerRecovery()
  const { act, refusedZh, busy } = useClaimAct(claim)
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const picked = typed.value('choice')
  const choice = picked === 'REPAY' || picked === 'OFFSET' ? picked : (claim.recovery?.choice ?? undefined)
  const objection = typed.value('objection')
  const objectionZh = cleanLines(objection)
  const empty = choice === undefined && objectionZh === ''
  return {
    choice,
    objection,
    choose: typed.set('choice'),
    write: typed.set('objection'),
    missing: tried && empty,
    refusedZh,
    saving: busy === 'recovery',
    done,
    /** `then`: after the server has it. */
    submit: (then: () => void) => {
      setTried(true)
      if (empty || tooLongZh(objection, MAX_OBJECTION)) return undefined
      const body = { ...(choice ? { choice } : {}), ...(objectionZh ? { objectionZh } : {}) }
      return act('recovery', JSON.stringify(body), async (step) => {
        await answering.mutateAsync({ ...step, ...body })
        typed.forget()
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
  const typed = useTyped(`feedback:${claim.claimId}`)
  const score = Number(typed.value('score')) || undefined
  const words = typed.value('words')
  const [tried, setTried] = useState(false)
  return {
    score,
    setScore: typed.set('score'),
    words,
    setWords: typed.set('words'),
    missing: tried && score === undefined,
    refusedZh,
    saving: busy === 'feedback',
    submit: () => {
      setTried(true)
      if (score === undefined || tooLongZh(words, MAX_WORDS)) return undefined
      const wordsZh = cleanLines(words)
      return act('feedback', `${score} ${words}`, async (step) => {
        await giving.mutateAsync({ ...step, score, ...(wordsZh ? { wordsZh } : {}) })
        typed.forget()
      })
    },
  }
}
