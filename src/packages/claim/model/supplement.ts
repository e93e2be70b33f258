import { useState } from 'react'
import { useResubmitClaim } from '@/api/claim-actions'
import { forgetUploads } from '@/api/uploads'
import type { Claim } from '@/contract/schemas/claim'
import type { SupplementItem } from '@/contract/schemas/claim-actions'
import { cleanLines } from '@/domain/cleaners'
import { tooLongZh } from '@/domain/length'
import { useDrafts } from '@/state/draft-store'
import { confirm } from '@/platform/dialogs'
import type { FieldProblem } from '@/ui'
import { texts } from '../texts'
import { useClaimAct } from './claim-act'
import { useConsentFirst } from './consent-first'
import { standingOf, type PaperFile } from './files'
import { usePapers } from './papers'

const t = texts.supplement
export const itemFieldId = (itemId: string): string => `item-${itemId}`
export const SENDING = 'sending'
/** Enough for a reason; the server would take more. */
export const MAX_REASON = 200
const formOf = (claimId: string): string => `supplement:${claimId}`

/**
 * 补充材料: each item is answered by a file that the server has, or by a reason; all of them go in one step. Reasons are kept on the
 * phone as they are typed; files go up at once.
 */
export function useSupplement(claim: Claim | undefined) {
  const form = formOf(claim?.claimId ?? '')
  const typed = useDrafts((drafts) => drafts.forms[form])
  const papers = usePapers(claim)
  const consent = useConsentFirst(claim)
  const resubmission = useResubmitClaim()
  const { act, refusedZh, busy } = useClaimAct(claim)
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const items = claim?.supplement?.items ?? []
  const reasonOf = ({ itemId }: SupplementItem): string | undefined => typed?.[itemId]
  const filesFor = ({ itemId }: SupplementItem): PaperFile[] => papers.files.filter(({ supplementItemId }) => supplementItemId === itemId)
  const { underWay, lost } = standingOf(items.flatMap(filesFor))
  const open = underWay.length
  const reasons = items.flatMap((item) => {
    const reasonZh = cleanLines(reasonOf(item) ?? '')
    return reasonZh ? [{ itemId: item.itemId, reasonZh }] : []
  })

  /** What is still on its way counts: it is waited for, with other words. */
  const answered = (item: SupplementItem): boolean => item.state === 'RECEIVED' || cleanLines(reasonOf(item) ?? '') !== '' || filesFor(item).some(({ state }) => state.kind !== 'failed')
  const problems = (): FieldProblem[] => [
    ...items.filter((item) => !answered(item)).map(({ itemId, titleZh }) => ({ fieldId: itemFieldId(itemId), message: t.itemMissing(titleZh) })),
    ...items.flatMap((item) => {
      const long = tooLongZh(reasonOf(item) ?? '', MAX_REASON)
      return long ? [{ fieldId: itemFieldId(item.itemId), message: `${item.titleZh}：${long}` }] : []
    }),
    ...lost.filter((file) => items.some((item) => answered(item) && filesFor(item).includes(file))).map(({ name, supplementItemId }) => ({ fieldId: itemFieldId(supplementItemId ?? ''), message: texts.lost.decide(name) })),
    ...(open > 0 ? [{ fieldId: SENDING, message: texts.check.uploading(open) }] : []),
  ]

  function submit(): Promise<void> | undefined {
    setTried(true)
    if (problems().length > 0) return undefined
    return act('resubmit', JSON.stringify(reasons), async (step) => {
      await resubmission.mutateAsync({ ...step, reasons })
      useDrafts.getState().clear(form)
      await forgetUploads(step.claimId)
      setDone(true)
    })
  }

  return {
    papers,
    filesFor,
    reasonOf,
    /** undefined: the member has not said that there is no such paper. */
    write: ({ itemId }: SupplementItem, text: string) => useDrafts.getState().set(form, { [itemId]: text }),
    /** Back to answering by a file; asks before words are lost. */
    unwrite: async ({ itemId }: SupplementItem) => {
      if (typed?.[itemId]?.trim() && !(await confirm(t.takeBackAsk))) return
      const { [itemId]: _gone, ...rest } = typed ?? {}
      useDrafts.getState().clear(form)
      useDrafts.getState().set(form, rest)
    },
    consent,
    problems: tried ? problems() : [],
    refusedZh: refusedZh ?? consent.refusedZh,
    sending: open,
    saving: busy === 'resubmit',
    done,
    submit,
  }
}
export type SupplementForm = ReturnType<typeof useSupplement>
