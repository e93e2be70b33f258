import { View } from '@tarojs/components'
import type { Claim } from '@/contract/schemas/claim'
import { Card, Notice } from '@/ui'
import { slotOfPaper } from '../model/add-files'
import { useEvidence } from '../model/evidence'
import { texts } from '../texts'
import { ConsentFirst } from './consent-first'
import { PaperFiles } from './paper-files'
import { SendingNotices } from './sending-notices'

const t = texts.evidence

/** Papers that nobody asked for, where the member objects; what the server has, a person may be looking at: it stays. */
export function Evidence({ claim }: { claim: Claim }) {
  const { papers, consent, item, files } = useEvidence(claim)
  if (!item) return null
  return (
    <Card title={t.title} icon="file">
      <View className="z-small">{t.intro}</View>
      {consent.refusedZh ? <Notice tone="warn" announce="assertive">{consent.refusedZh}</Notice> : null}
      <ConsentFirst consent={consent} whyZh={t.consentFirst} />
      {claim.consentsNeeded.length > 0 ? null : (
        <>
          <SendingNotices papers={papers} />
          <PaperFiles claimId={claim.claimId} slot={slotOfPaper(item)} files={files} papers={papers} removable={({ state }) => state.kind !== 'received'} />
        </>
      )}
    </Card>
  )
}
