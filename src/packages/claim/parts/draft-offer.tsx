import type { ClaimSummary } from '@/contract/schemas/claim'
import { Card, Cell } from '@/ui'
import { texts } from '../texts'

const t = texts.start

/** A draft that is still there comes first: nobody should fill in twice. */
export function DraftOffer({ draft }: { draft: ClaimSummary }) {
  return (
    <Card title={t.draftTitle} icon="edit" kind="accent">
      <Cell title={draft.titleZh} detail={`${t.draftFrom(draft.updatedAt)} · ${draft.status.whenZh}`} />
      {t.draftKept}
    </Card>
  )
}
