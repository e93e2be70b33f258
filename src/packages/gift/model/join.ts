import { useState } from 'react'
import { ApiError, failureOf, isRefusal, type Failure } from '@/api/api-error'
import { useIntention } from '@/api/keys'
import { useApply } from '@/api/membership'
import type { MembershipApplication, Platform } from '@/contract/schemas/event'
import type { Consent } from '@/contract/schemas/session'
import { useTicks, useTyped } from '@/state/draft-store'
import type { FieldProblem } from '@/ui'
import { joinTexts as t } from '../texts'
import { identityFields, useIdentity, type IdentityErrors } from './identity'

/** Platforms as the contract names them. */
export const PLATFORMS: readonly Platform[] = ['美团', '饿了么', '滴滴出行', '顺丰', '京东', '货拉拉', '其他']

const FORM = 'join'

/** Application for membership: who applies, where that is not known yet, what is chosen, what is missing, what the union answered. */
export function useJoin(c1: Consent | undefined, identityAsked: boolean) {
  const identity = useIdentity()
  const apply = useApply()
  const intention = useIntention()
  const typed = useTyped(FORM)
  const { ticked, tick } = useTicks(FORM)
  const platform = PLATFORMS.find((name) => name === typed.value('platform'))
  const agreed = c1 !== undefined && ticked(c1)
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const [answer, setAnswer] = useState<MembershipApplication | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  const forget = (): void => {
    identity.forget()
    typed.forget()
  }
  const submit = async (): Promise<void> => {
    const wrong = identityAsked ? identity.wrong() : {}
    const missing = [
      ...problemsIn(wrong),
      ...(platform ? [] : [{ fieldId: 'platform', message: t.platformMissing }]),
      ...(c1 && !c1.granted && !agreed ? [{ fieldId: 'c1', message: t.agreeFirst(c1.titleZh) }] : []),
    ]
    setProblems(missing)
    setFailure(null)
    if (!platform || missing.length > 0) return
    try {
      const body = identityAsked ? identity.body() : null
      const answered = await apply.mutateAsync({ platform, ...(c1 && !c1.granted && { c1Version: c1.version }), ...(body && { identity: body }), key: intention.key() })
      setAnswer(answered)
      intention.renew()
      if (answered.state === 'APPROVED') forget()
    } catch (error) {
      const placed = placedIn(error)
      setProblems(problemsIn(placed))
      setFailure(Object.keys(placed).length > 0 ? null : failureOf(error, t.failed))
      // Of somebody so young nothing is kept, not even on the phone.
      if (isRefusal(error, 'MEMBER_UNDER_AGE')) forget()
      if (error instanceof ApiError && !error.retryable) intention.renew()
    }
  }
  const identityErrors: IdentityErrors = Object.fromEntries(problems.map(({ fieldId, message }) => [fieldId, message]))
  const problem = (fieldId: string): string | undefined => problems.find((candidate) => candidate.fieldId === fieldId)?.message
  return { identity, identityErrors, platform, setPlatform: typed.set('platform'), agreed, setAgreed: (on: boolean) => c1 && tick(c1, on), problems, problem, answer, failure, busy: apply.isPending, submit: () => submit() }
}

const problemsIn = (errors: IdentityErrors): FieldProblem[] => identityFields.flatMap((fieldId) => (errors[fieldId] ? [{ fieldId, message: errors[fieldId] }] : []))

/** What the server says of single fields of the identity. */
const placedIn = (error: unknown): IdentityErrors =>
  error instanceof ApiError ? Object.fromEntries(identityFields.flatMap((field) => (error.fieldErrors[`/identity/${field}`] ? [[field, error.fieldErrors[`/identity/${field}`]]] : []))) : {}
