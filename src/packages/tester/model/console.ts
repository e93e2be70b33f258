import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { messageOf } from '@/api/api-error'
import { dropUpload } from '@/api/uploads'
import { useSignIn } from '@/api/session'
import { useDecide, useDecideTask, useFinance, useMoveClock, usePlanBank, usePushSettlement, useReset } from '@/api/tester'
import type { DecideTask } from '@/contract/schemas/correction'
import type { BankOutcome, Decide, FinanceAction, MoveClock, OpenClaim, Persona, TestPayout } from '@/contract/schemas/tester'
import { confirm, toast } from '@/platform/dialogs'
import { useDrafts } from '@/state/draft-store'
import { useOutbox } from '@/state/outbox-store'
import { settlementKinds, texts as t, type SettlementKind } from '../texts'

/** What this phone kept of the old data: it would point to claims that are gone. */
async function forgetLocal(): Promise<void> {
  useDrafts.getState().clearAll()
  for (const { id } of useOutbox.getState().items) await dropUpload(id)
}

/** The tester's hands: one thing at a time, and each says what came of it. */
export function useConsole() {
  const client = useQueryClient()
  const [move, decide, reset, signIn] = [useMoveClock(), useDecide(), useReset(), useSignIn()]
  const [plan, office, push, task] = [usePlanBank(), useFinance(), usePushSettlement(), useDecideTask()]
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [failedZh, setFailedZh] = useState<string | null>(null)
  const running = useRef(false)

  async function run(work: () => Promise<string>): Promise<void> {
    if (running.current) return
    running.current = true
    setBusy(true)
    setSaid(null)
    setFailedZh(null)
    try {
      const words = await work()
      setSaid(words)
      // The notice may be out of sight, above the button that was pressed.
      toast(words)
    } catch (error) {
      setFailedZh(messageOf(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  const moveClock = (body: MoveClock) =>
    run(async () => {
      const { now, ranEvents } = await move.mutateAsync(body)
      return t.moved(now, ranEvents)
    })
  const decideClaim = ({ claimId, claimNo }: OpenClaim, decision: Decide) =>
    run(async () => {
      await decide.mutateAsync({ claimId, ...decision })
      return t.decided(claimNo, decision.decision)
    })
  const decideTask = (taskId: string, decision: DecideTask['decision']) =>
    run(async () => (await task.mutateAsync({ taskId, decision, ...(decision === 'REFUSE' && { reasonZh: t.refusedBecause }) })).resultZh)
  const planBank = (payoutId: string, outcome: BankOutcome) =>
    run(async () => {
      await plan.mutateAsync({ payoutId, outcome })
      return t.planSaved(outcome)
    })
  const finance = ({ payoutId, payoutNo }: TestPayout, action: FinanceAction) =>
    run(async () => {
      await office.mutateAsync({ payoutId, ...action })
      return t.financeDone(payoutNo, action.action)
    })
  const pushSettlement = (accountId: string, kind: SettlementKind) =>
    run(async () => t.pushed(await push.mutateAsync({ accountId, ...settlementKinds.find(({ value }) => value === kind)?.push })))
  const become = ({ loginCode, nameZh }: Persona, privacyVersion: string) =>
    run(async () => {
      await signIn.mutateAsync({ method: 'wechat', code: loginCode, privacyVersion })
      return t.switched(nameZh)
    })
  const resetAll = async (): Promise<void> => {
    if (!(await confirm({ title: t.resetTitle, text: t.resetText, ok: t.resetOk }))) return
    await run(async () => {
      const { now } = await reset.mutateAsync()
      await forgetLocal()
      await client.invalidateQueries()
      return t.resetDone(now)
    })
  }
  return { busy, said, failedZh, run, moveClock, decideClaim, decideTask, planBank, finance, pushSettlement, become, resetAll }
}

export type Console = ReturnType<typeof useConsole>
