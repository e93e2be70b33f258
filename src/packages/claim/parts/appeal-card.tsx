import type { Appeal } from '@/contract/schemas/claim-actions'
import { Card, Facts } from '@/ui'
import { texts } from '../texts'

const t = texts.appeal

/** What was written in the appeal, and the written answer to it. */
export function AppealCard({ appeal: { groundsZh, resultZh } }: { appeal: Appeal }) {
  if (groundsZh === null) return null
  return (
    <Card title={t.record} icon="edit">
      <Facts items={[{ label: t.reason, value: groundsZh }, ...(resultZh === null ? [] : [{ label: t.result, value: resultZh }])]} />
    </Card>
  )
}
