import { View } from '@tarojs/components'
import type { ChecklistItem } from '@/contract/schemas/claim'
import { Badge, Button, Card, Notice, type IconName } from '@/ui'
import type { FileSource } from '../model/add-files'
import type { Papers } from '../model/papers'
import { texts } from '../texts'
import { PaperFileTile } from './paper-file'

const t = texts.papers
const sources: readonly { source: FileSource; label: string; icon: IconName }[] = [
  { source: 'camera', label: t.camera, icon: 'camera' },
  { source: 'album', label: t.album, icon: 'album' },
  { source: 'file', label: t.file, icon: 'file' },
]

/** One paper of the checklist: what it is, why it is needed, how to take it, its files, and three ways to add one. */
export function PaperItem({ claimId, item, papers }: { claimId: string; item: ChecklistItem; papers: Papers }) {
  const { documentType, titleZh, whyZh, tipZh, required, received, maxFiles } = item
  const { preparing, problemsOf, add } = papers.adding
  const files = papers.files.filter((file) => file.documentType === documentType)
  const room = maxFiles - files.length
  const state = received > 0 ? <Badge tone="success">{t.received(received)}</Badge> : <Badge tone={required ? 'action' : 'neutral'}>{required ? t.required : t.optional}</Badge>
  return (
    <Card title={titleZh} extra={state}>
      <View className="z-small">{t.why}{whyZh}</View>
      <View className="z-small">{t.tip}{tipZh}</View>
      {files.map((file) => <PaperFileTile key={file.clientRef} claimId={claimId} file={file} onRetry={papers.retry} onRemove={papers.remove} />)}
      {preparing?.documentType === documentType ? <Notice tone="info" announce="polite">{t.preparing(preparing.no, preparing.count)}</Notice> : null}
      {problemsOf(documentType).map((words) => <Notice key={words} tone="warn" announce="assertive">{words}</Notice>)}
      {room > 0 ? (
        <View className="claim-sources">
          {sources.map(({ source, label, icon }) => (
            <Button key={source} kind="secondary" inline icon={icon} label={t.buttonFor(label, titleZh)} onPress={() => add(item, room, source)}>{label}</Button>
          ))}
        </View>
      ) : <View className="z-small">{t.full(maxFiles)}</View>}
    </Card>
  )
}
