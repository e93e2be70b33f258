import { View } from '@tarojs/components'
import type { Claim } from '@/contract/schemas/claim'
import { useNotices } from '@/api/notices'
import { back, go } from '@/platform/navigation'
import { Button, Page } from '@/ui'
import { addressOfPart, canEdit, nextPart } from '../../model/addresses'
import { useClaimPage } from '../../model/claim-page'
import { usePapers } from '../../model/papers'
import { useReading } from '../../model/reading'
import { DraftOnly } from '../../parts/draft-only'
import { EstimateLine } from '../../parts/estimate-line'
import { FillFirst } from '../../parts/fill-first'
import { PaperList } from '../../parts/paper-list'
import { ReadingNotices } from '../../parts/reading-notices'
import { SendingNotices } from '../../parts/sending-notices'
import { texts } from '../../texts'
import '../../claim.scss'

const t = texts.papers

export default function PapersPage() {
  const { claimId, fromCheck, query, leave } = useClaimPage()
  const papers = usePapers(query.data)
  const { received, needed } = papers.counter
  useReading(query.data)
  const onwards = (claim: Claim) => (fromCheck ? back(addressOfPart('check', claimId)) : go(addressOfPart(nextPart(claim, 'papers'), claimId)))
  return (
    <Page
      title={t.title}
      query={query}
      notices={useNotices('claimDraft')}
      onBack={leave}
      announce={query.data ? t.counterSpoken(received, needed) : undefined}
      footer={(claim) => (canEdit(claim) ? <Button onPress={() => onwards(claim)}>{fromCheck ? texts.backToCheck : texts.next}</Button> : null)}
    >
      {(claim) => (
        <DraftOnly claim={claim} part="papers">
          <View className="claim-counter">{t.counter(received, needed)}</View>
          <ReadingNotices claim={claim} where="papers" />
          <FillFirst claim={claim} />
          <SendingNotices papers={papers} />
          {claim.estimate ? <EstimateLine calculation={claim.estimate} /> : null}
          <PaperList claim={claim} papers={papers} />
          {papers.sending.durable ? <View className="z-small z-center">{t.leave}</View> : null}
        </DraftOnly>
      )}
    </Page>
  )
}
