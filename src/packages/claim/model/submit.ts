import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isLost, isRefusal, messageOf } from '@/api/api-error'
import { claimQuery, useSubmitClaim } from '@/api/claims'
import { useIntention } from '@/api/keys'
import { forgetUploads } from '@/api/uploads'
import type { Claim } from '@/contract/schemas/claim'
import { arrive } from '@/platform/navigation'
import type { FieldProblem } from '@/ui'
import { texts } from '../texts'
import { detailAddress, listOf, receiptAddress } from './addresses'
import { useConsentAsk } from './consent-ask'
import { usePapers } from './papers'
import { useSignature } from './signature'
import { useSingleFlight } from './single-flight'
import { forgetTyped } from './step-form'

const t = texts.check
/** Ids on 核对 that the summary leads to. */
export const DECLARATION = 'declaration'
export const missingId = (index: number): string => `missing-${index}`
export const UPLOADING = 'uploading'
export const lostId = (index: number): string => `lost-${index}`

/** 核对 and 提交: nothing goes before the declaration is ticked; however often it is tapped, there is one claim. */
export function useSubmit(claim: Claim | undefined) {
  const client = useQueryClient()
  const submission = useSubmitClaim()
  const intention = useIntention()
  const signature = useSignature()
  const consent = useConsentAsk(claim?.consentsNeeded ?? [], claim?.claimId)
  const papers = usePapers(claim)
  const [declared, setDeclared] = useState(false)
  const [tried, setTried] = useState(false)
  const [refusedZh, setRefused] = useState<string | null>(null)
  const once = useSingleFlight()
  const { underWay, lost } = papers.standing
  const open = underWay.length

  /** Consents are asked for on this page: their box stands for the server's line about them. */
  const missing = (claim?.missing ?? []).filter(({ part }) => part !== 'consents' || consent.asked.length === 0)

  const problems = (): FieldProblem[] => [
    ...missing.map(({ textZh }, index) => ({ fieldId: missingId(index), message: textZh })),
    ...(open > 0 ? [{ fieldId: UPLOADING, message: t.uploading(open) }] : []),
    ...lost.map(({ name }, index) => ({ fieldId: lostId(index), message: texts.lost.decide(name) })),
    ...consent.problems(),
    ...(declared ? [] : [{ fieldId: DECLARATION, message: t.declareMissing }]),
    ...signature.problems(),
  ]

  async function submit(): Promise<void> {
    if (!claim) return
    setTried(true)
    setRefused(null)
    if (problems().length > 0) return
    try {
      await consent.grant()
      await submission.mutateAsync({ claimId: claim.claimId, version: await currentVersion(claim), signature: signature.value(), key: intention.key() })
      forgetTyped(claim.claimId)
      await forgetUploads(claim.claimId)
      await arrive(...listOf(claim), detailAddress(claim.claimId), receiptAddress(claim.claimId))
    } catch (error) {
      refused(claim, error)
    }
  }

  /** A consent that was just given may have moved the claim on; what the member has looked at is the same. */
  async function currentVersion({ claimId, version }: Claim): Promise<number> {
    return consent.asked.length > 0 ? (await client.fetchQuery(claimQuery(claimId))).version : version
  }

  function refused({ claimId }: Claim, error: unknown): void {
    // The server may have handled it: only the same key makes the next tap safe. A refusal ends this intention.
    if (!isLost(error)) {
      intention.renew()
      void client.invalidateQueries({ queryKey: claimQuery(claimId).queryKey })
    }
    if (isRefusal(error, 'CONSENT_REQUIRED')) consent.refresh()
    const nameZh = isRefusal(error, 'VALIDATION_FAILED') ? error.fieldErrors['/signature/typedName'] : undefined
    if (nameZh) return signature.refuse(nameZh)
    setRefused(isRefusal(error, 'VERSION_STALE') ? t.changedElsewhere : messageOf(error))
  }

  return {
    consent,
    signature,
    missing,
    uploading: open,
    papers,
    declared,
    declare: setDeclared,
    /** Only after the first try: nobody is blamed for what is still to do. */
    problems: tried ? problems() : [],
    refusedZh,
    saving: submission.isPending || consent.saving,
    submit: () => once(submit),
  }
}
export type Submit = ReturnType<typeof useSubmit>
