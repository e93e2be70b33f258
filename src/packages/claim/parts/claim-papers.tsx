import { View } from '@tarojs/components'
import type { Claim } from '@/contract/schemas/claim'
import { Card, Notice } from '@/ui'
import { filesOf, underWay, useOutgoing } from '../model/files'
import { texts } from '../texts'
import { PaperFileTile } from './paper-file'

const t = texts.detail

/** The files of a claim with their state, to look at. */
export function ClaimPapers({ claim }: { claim: Claim }) {
  const files = filesOf(claim, useOutgoing(claim.claimId))
  const waiting = underWay(files).length
  return (
    <Card title={t.papers} icon="file">
      {files.length === 0 ? <View className="z-small">{t.noPapers}</View> : null}
      {waiting > 0 ? <Notice tone="warn">{t.waiting(waiting)}</Notice> : null}
      {files.map((file) => <PaperFileTile key={file.clientRef} claimId={claim.claimId} file={file} />)}
    </Card>
  )
}
