import { useState } from 'react'
import { useConfirmAutoClaim, useDeclineAutoClaim, useDisputeAutoClaim, useReopenClaim } from '@/api/claim-actions'
import type { Claim } from '@/contract/schemas/claim'
import type { DisputeAuto } from '@/contract/schemas/claim-actions'
import { confirm } from '@/platform/dialogs'
import { texts } from '../texts'
import { useClaimAct } from './claim-act'

const t = texts.answer

/** The member's answers on the detail page: to an amount that the system has worked out, and 重新启用. All but 确认收款, which loses nothing, are asked once more. */
export function useAnswers(claim: Claim | undefined) {
  const { act, refusedZh, busy } = useClaimAct(claim)
  const [taking, disputing, declining, reopening] = [useConfirmAutoClaim(), useDisputeAutoClaim(), useDeclineAutoClaim(), useReopenClaim()]
  const [doneZh, setDone] = useState<string | undefined>()

  return {
    refusedZh,
    busy,
    doneZh,
    take: () =>
      act('confirm', '', async (step) => {
        await taking.mutateAsync(step)
        setDone(t.taken)
      }),
    dispute: (choice: DisputeAuto['choice']) =>
      act('dispute', choice, async (step) => {
        if (!(await confirm(t.personAsk(choice, claim?.auto?.personZh ?? '')))) return
        await disputing.mutateAsync({ ...step, choice })
        setDone(t.disputed)
      }),
    decline: () =>
      act('decline', '', async (step) => {
        if (!(await confirm(t.declineAsk))) return
        await declining.mutateAsync(step)
        setDone(t.declined)
      }),
    reopen: () =>
      act('reopen', '', async (step) => {
        if (!(await confirm(t.reopenAsk))) return
        await reopening.mutateAsync(step)
        setDone(t.reopened)
      }),
  }
}
export type Answers = ReturnType<typeof useAnswers>
