import type { Claim } from '@/contract/schemas/claim'
import { StatusHead } from '@/ui'
import { peopleTexts } from '../people-texts'
import { texts } from '../texts'

/** Where the claim stands, all of it in the server's words. A draft has been taken in by nobody: no 受理编号 yet. */
export function ClaimStatus({ claim: { claimNo, titleZh, status, forMasked, agentMasked } }: { claim: Claim }) {
  const people = [...(forMasked ? [{ label: peopleTexts.member, value: forMasked }] : []), ...(agentMasked ? [{ label: peopleTexts.agent, value: agentMasked }] : [])]
  return <StatusHead status={status} subjectZh={titleZh} facts={[...(status.state === 'DRAFT' ? [] : [{ label: texts.detail.claimNo, value: claimNo }]), ...people]} />
}
