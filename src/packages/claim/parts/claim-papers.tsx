import { View } from '@tarojs/components'
import type { Claim } from '@/contract/schemas/claim'
import { Card, Notice } from '@/ui'
import { usePapers } from '../model/papers'
import { texts } from '../texts'
import { PaperFileTile } from './paper-file'

const t = texts.detail

/** The files of a claim with their state, to look at. What this phone keeps and the server will not take any more can go. */
export function ClaimPapers({ claim }: { claim: Claim }) {
  const { files, standing, remove } = usePapers(claim)
  return (
    <Card title={t.papers} icon="file">
      {files.length === 0 ? <View className="z-small">{t.noPapers}</View> : null}
      {standing.underWay.length > 0 ? <Notice tone="warn">{t.waiting(standing.underWay.length)}</Notice> : null}
      {files.map((file) => <PaperFileTile key={file.clientRef} claimId={claim.claimId} file={file} onRemove={file.here && standing.lost.includes(file) ? remove : undefined} />)}
    </Card>
  )
}
