import type { Claim } from '@/contract/schemas/claim'
import { useConsentFirst } from './consent-first'
import { usePapers } from './papers'

const EVIDENCE = 'OTHER'

/** Papers that a member adds by themselves while somebody looks again: all under one heading of the checklist. */
export function useEvidence(claim: Claim) {
  const papers = usePapers(claim)
  const consent = useConsentFirst(claim)
  return {
    papers,
    consent,
    item: claim.checklist.find(({ documentType }) => documentType === EVIDENCE),
    files: papers.files.filter(({ documentType }) => documentType === EVIDENCE),
  }
}
