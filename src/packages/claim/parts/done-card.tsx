import type { Claim } from '@/contract/schemas/claim'
import { Card, Facts, Notice, standingFacts } from '@/ui'
import { texts } from '../texts'

const t = texts.detail

/** After a step: that it was taken, and what comes next, who acts, by when - in the server's words. */
export function DoneCard({ title, claim: { claimNo, status } }: { title: string; claim: Claim }) {
  return (
    <>
      <Notice tone="success" title={title} announce="polite" />
      <Card title={status.titleZh} icon="clock">
        <Facts items={[...standingFacts(status), { label: t.claimNo, value: claimNo }]} />
      </Card>
    </>
  )
}
