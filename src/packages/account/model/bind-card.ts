import { useRef, useState } from 'react'
import { ApiError, isRefusal, messageOf } from '@/api/api-error'
import type { ConsentAsk } from '@/api/consent-ask'
import { useBindCard } from '@/api/payouts'
import type { BankAccount } from '@/contract/schemas/member'
import { cleanCardNumber } from '@/domain/cleaners'
import type { FieldProblem } from '@/ui'
import { bankTexts as t } from '../texts'
import { typing, useTypedCard } from './card-number'

export const NUMBER = 'cardNumber'
export const C5 = 'C5'

/** Words of the server that belong to the number, wherever the answer put them. */
const ofNumber = (error: unknown): string | undefined => (error instanceof ApiError ? (error.fieldErrors['/cardNumber'] ?? (error.code.startsWith('CARD_') ? error.message : undefined)) : undefined)

export interface BindForm {
  typed: string
  type(text: string): void
  problems: FieldProblem[]
  failedZh: string | null
  /** The server could not place the number and asks the member to look again. */
  confirming: boolean
  bound: BankAccount | null
  submit(): void
  busy: boolean
}

/** Binds a card. All checks of the number are the server's; here only an empty field is caught. */
export function useBindForm(ask: ConsentAsk | null): BindForm {
  const bind = useBindCard()
  const { typed, set } = useTypedCard()
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const [failedZh, setFailedZh] = useState<string | null>(null)
  const [confirming, setConfirming] = useState(false)
  const [bound, setBound] = useState<BankAccount | null>(null)
  const [busy, setBusy] = useState(false)
  const running = useRef(false)

  const type = (text: string): void => {
    set(typing(typed, text))
    setConfirming(false)
  }
  function refused(error: unknown): void {
    const words = ofNumber(error)
    setConfirming(isRefusal(error, 'CARD_CONFIRM'))
    if (words) setProblems([{ fieldId: NUMBER, message: words }])
    else if (isRefusal(error, 'CONSENT_REQUIRED')) setProblems([{ fieldId: C5, message: error.message }])
    else setFailedZh(messageOf(error))
  }
  async function run(): Promise<void> {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailedZh(null)
    setProblems(typed.trim() ? [] : [{ fieldId: NUMBER, message: t.numberMissing }])
    try {
      // An unticked C5 does not stop the binding: money waits for it, the card does not.
      if (!typed.trim() || (ask?.checked && !(await ask.grant()))) return
      setBound(await bind.mutateAsync({ cardNumber: cleanCardNumber(typed), ...(confirming ? { confirmed: true } : {}) }))
      set('')
      setConfirming(false)
    } catch (error) {
      refused(error)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { typed, type, problems, failedZh, confirming, bound, submit: () => run(), busy }
}
