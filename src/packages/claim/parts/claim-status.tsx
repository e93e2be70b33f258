import type { Claim } from '@/contract/schemas/claim'
import { StatusHead } from '@/ui'
import { texts } from '../texts'

/** Where the claim stands, all of it in the server's words. */
export function ClaimStatus({ claim: { claimNo, titleZh, status } }: { claim: Claim }) {
  return <StatusHead status={status} subjectZh={titleZh} facts={[{ label: texts.detail.claimNo, value: claimNo }]} />
}
