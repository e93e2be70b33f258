import { useState } from 'react'
import { useNotices } from '@/api/notices'
import { back, go, useRouteParam } from '@/platform/navigation'
import { routes } from '@/routes'
import { Button, Page } from '@/ui'
import { useResume, useStart } from '../../model/start'
import { AutoOffer } from '../../parts/auto-offer'
import { ForWhom } from '../../parts/for-whom'
import { ConsentAsks } from '../../parts/consent-asks'
import { DraftOffer } from '../../parts/draft-offer'
import { FormProblems } from '../../parts/form-problems'
import { CoverList, OptionDay, OptionList, Unavailable } from '../../parts/option-list'
import { PapersAhead } from '../../parts/paper-sample'
import { texts } from '../../texts'

const t = texts.start
const leave = () => back(routes.home)

export default function StartPage() {
  const authorisationId = useRouteParam('authorisationId') || undefined
  const start = useStart(authorisationId)
  const resume = useResume()
  const { draft } = start
  const notices = useNotices('claimDraft')
  const [fresh, setFresh] = useState(false)

  if (draft && !fresh) {
    const footer = (
      <>
        <Button onPress={() => resume(draft.claimId)}>{t.resume}</Button>
        <Button kind="text" onPress={() => setFresh(true)}>{t.fresh}</Button>
      </>
    )
    return <Page title={t.title} notices={notices} onBack={leave} footer={footer}><DraftOffer draft={draft} /></Page>
  }
  return (
    <Page
      title={t.title}
      subtitle={t.intro}
      query={start.query}
      notices={notices}
      onBack={leave}
      isEmpty={({ options }) => options.length === 0}
      empty={{ icon: 'shield', title: t.nothing, detail: t.nothingDetail, action: { label: t.seeGifts, onPress: () => go(routes.gifts) } }}
      footer={({ options }) =>
        options.some(({ available }) => available)
          ? <Button loading={start.saving} onPress={start.submit}>{texts.next}</Button>
          : <Button kind="secondary" onPress={() => go(routes.gifts)}>{t.seeGifts}</Button>}
    >
      {({ options }) => (
        <>
          {authorisationId ? <ForWhom authorisationId={authorisationId} /> : null}
          <FormProblems problems={start.problems} refusedZh={start.refusedZh} />
          <OptionList options={options} cause={start.cause} choose={start.choose} problems={start.problems} />
          <OptionDay option={start.option} on={start.on} set={start.setOn} problems={start.problems} />
          <CoverList option={start.option} />
          <PapersAhead papers={start.option?.papers ?? []} title={t.papers} hint={t.papersHint} />
          {options.some(({ available }) => available) ? <ConsentAsks consent={start.consent} problems={start.problems} /> : null}
          <Unavailable options={options} />
          {authorisationId ? null : <AutoOffer />}
        </>
      )}
    </Page>
  )
}
