import { View } from '@tarojs/components'
import type { ChecklistItem } from '@/contract/schemas/claim'
import { Badge, Card } from '@/ui'
import { slotOfPaper } from '../model/add-files'
import { standingOf } from '../model/files'
import type { Papers } from '../model/papers'
import { texts } from '../texts'
import { SeeSample } from './paper-sample'
import { PaperFiles } from './paper-files'

const t = texts.papers

/** One paper of the checklist: what it is, how to take it until it is there (why it is needed stands with the sample), its files, and three ways to add one. */
export function PaperItem({ claimId, item, papers }: { claimId: string; item: ChecklistItem; papers: Papers }) {
  const { documentType, titleZh, tipZh, required, reusedZh } = item
  const files = papers.files.filter((file) => file.documentType === documentType)
  const received = standingOf(files).received.length
  const state = received > 0 ? <Badge tone="success">{t.received(received)}</Badge> : <Badge tone={required ? 'action' : 'neutral'}>{required ? t.required : t.optional}</Badge>
  return (
    <Card title={titleZh} extra={state}>
      {reusedZh ? <View className="z-small">{reusedZh}</View> : null}
      {files.length === 0 && !reusedZh ? <View className="z-small">{tipZh}</View> : null}
      {files.length === 0 ? <SeeSample paper={item} /> : null}
      <PaperFiles claimId={claimId} slot={slotOfPaper(item)} files={files} papers={papers} />
    </Card>
  )
}
