import type { Claim } from '@/contract/schemas/claim'
import { Badge, Card, Facts, Steps } from '@/ui'
import { texts } from '../texts'

const t = texts.detail

/** Where the claim stands: headline, place on the way, what comes next, who acts, by when. All of it in the server's words. */
export function ClaimStatus({ claim: { claimNo, titleZh, status } }: { claim: Claim }) {
  return (
    <Card title={status.titleZh} kind="accent" extra={<Badge tone={status.tone}>{titleZh}</Badge>}>
      {status.step === null ? null : <Steps steps={status.steps} current={status.step} />}
      <Facts items={[{ label: t.next, value: status.nextZh }, { label: t.who, value: status.whoZh }, { label: t.when, value: status.whenZh }, { label: t.claimNo, value: claimNo }]} />
    </Card>
  )
}
