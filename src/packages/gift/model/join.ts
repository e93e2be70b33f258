import { useState } from 'react'
import { ApiError, messageOf } from '@/api/api-error'
import { useIntention } from '@/api/keys'
import { useApply } from '@/api/membership'
import type { MembershipApplication, Platform } from '@/contract/schemas/event'
import type { Consent } from '@/contract/schemas/session'
import type { FieldProblem } from '@/ui'
import { joinTexts as t } from '../texts'

/** Platforms as the contract names them. */
export const PLATFORMS: readonly Platform[] = ['美团', '饿了么', '滴滴出行', '顺丰', '京东', '货拉拉', '其他']

/** Application for membership: what is chosen, what is missing, what the union answered. */
export function useJoin(c1: Consent | undefined) {
  const apply = useApply()
  const intention = useIntention()
  const [platform, setPlatform] = useState<Platform | undefined>()
  const [agreed, setAgreed] = useState(false)
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const [answer, setAnswer] = useState<MembershipApplication | null>(null)
  const [failedZh, setFailedZh] = useState<string | null>(null)

  const submit = async (): Promise<void> => {
    const missing = [
      ...(platform ? [] : [{ fieldId: 'platform', message: t.platformMissing }]),
      ...(c1 && !c1.granted && !agreed ? [{ fieldId: 'c1', message: t.agreeFirst(c1.titleZh) }] : []),
    ]
    setProblems(missing)
    setFailedZh(null)
    if (!platform || missing.length > 0) return
    try {
      setAnswer(await apply.mutateAsync({ platform, ...(c1 && !c1.granted && { c1Version: c1.version }), key: intention.key() }))
      intention.renew()
    } catch (error) {
      setFailedZh(messageOf(error))
      if (error instanceof ApiError && !error.retryable) intention.renew()
    }
  }
  const problem = (fieldId: string): string | undefined => problems.find((candidate) => candidate.fieldId === fieldId)?.message
  return { platform, setPlatform, agreed, setAgreed, problems, problem, answer, failedZh, busy: apply.isPending, submit: () => void submit() }
}
