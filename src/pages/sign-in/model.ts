import { useEffect, useRef, useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiError, messageOf, type ApiErrorCode } from '@/api/api-error'
import { giftVisitQuery } from '@/api/gifts'
import { useSignIn } from '@/api/session'
import { replace } from '@/platform/navigation'
import { routes } from '@/routes'
import { useDrafts } from '@/state/draft-store'
import { posterIn, rememberPoster } from '@/state/guard'
import { useSession } from '@/state/session-store'
import type { FieldProblem } from '@/ui'
import { texts } from './texts'
import type { Credentials } from './way-in.types'

export const AGREE = 'agree'

/** The field that a refusal belongs to: its words stand there. */
const fieldOf: Partial<Record<ApiErrorCode, string>> = { PHONE_NOT_MEMBER: 'phone', SMS_CODE_WRONG: 'code', SMS_CODE_EXPIRED: 'code' }
const fieldAt = (pointer: string): string => (pointer === '/privacyVersion' ? AGREE : pointer.slice(1))

/** What a refused sign-in says at its fields; empty where it belongs to none. */
function problemsOf(error: unknown): FieldProblem[] {
  if (!(error instanceof ApiError)) return []
  const atFields = Object.entries(error.fieldErrors).map(([pointer, message]) => ({ fieldId: fieldAt(pointer), message }))
  const fieldId = fieldOf[error.code]
  return atFields.length > 0 || !fieldId ? atFields : [{ fieldId, message: error.message }]
}

/** Back to where sign-in came from (a deep link survives it), or home. */
function leave(): void {
  const { returnTo, remember } = useSession.getState()
  remember(null)
  void replace(returnTo ?? routes.home)
}

/**
 * A code of a screen runs out while somebody signs in, and what counts is that it was valid when it was scanned: it is handed in as long as
 * this page stands, until the server has it. What comes back takes its place in the address to return to, which survives a kill.
 */
export function useWaitingPoster(): void {
  const client = useQueryClient()
  const code = useSession((session) => posterIn(session.returnTo))
  const { data: visit } = useQuery(giftVisitQuery(code))
  useEffect(() => {
    if (!code || !visit || visit === code) return
    // A visit is its own reference: it need not be handed in as well.
    client.setQueryData(giftVisitQuery(visit).queryKey, visit)
    rememberPoster(visit)
  }, [client, code, visit])
}

/** The box, one sign-in at a time, and what is wrong. Checked when it is sent, not while it is typed. */
export function useSignInForm() {
  const account = useSession((session) => session.account)
  const signIn = useSignIn()
  const [agreed, setAgreed] = useState(false)
  const [problems, setProblems] = useState<FieldProblem[]>([])
  /** A failure that belongs to no field. */
  const [failedZh, setFailedZh] = useState<string | null>(null)
  const busy = useRef(false)
  useEffect(() => {
    if (account) leave()
  }, [account])

  const boxProblems = (): FieldProblem[] => (agreed ? [] : [{ fieldId: AGREE, message: texts.agreeFirst }])
  const mayAsk = (): boolean => {
    setProblems(boxProblems())
    return agreed
  }
  async function enter(privacyVersion: string, credentials: () => Promise<Credentials>, typed: FieldProblem[] = []): Promise<void> {
    if (busy.current) return
    const wrong = [...typed, ...boxProblems()]
    setProblems(wrong)
    setFailedZh(null)
    if (wrong.length > 0) return
    busy.current = true
    try {
      await signIn.mutateAsync({ ...(await credentials()), privacyVersion })
      useDrafts.getState().clear('sign-in')
    } catch (error) {
      const refused = problemsOf(error)
      setProblems(refused)
      if (refused.length === 0) setFailedZh(messageOf(error, texts.unsure))
    } finally {
      busy.current = false
    }
  }
  const agree = (on: boolean): void => {
    setAgreed(on)
    setProblems((now) => now.filter(({ fieldId }) => fieldId !== AGREE))
  }
  return { agreed, agree, problems, setProblems, failedZh, mayAsk, enter, busy: signIn.isPending }
}
