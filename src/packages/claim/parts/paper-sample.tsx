import { useState } from 'react'
import { View } from '@tarojs/components'
import type { NeededPaper } from '@/contract/schemas/claim-kind'
import { aria, Button, Cell, CellGroup, Facts, Sheet } from '@/ui'
import { kindTexts } from '../kind-texts'
import '../claim.scss'

const t = kindTexts.sample
/** Lines of a page: how long each is, in percent. */
const lines: Readonly<Record<NeededPaper['look'], readonly number[]>> = { CARD: [60, 60, 45], FORM: [90, 70, 85, 55], TABLE: [100, 100, 100, 100], LETTER: [95, 88, 92, 60] }

type Shown = Pick<NeededPaper, 'documentType' | 'titleZh' | 'look' | 'marksZh' | 'whyZh' | 'tipZh'>

/** A drawn page that looks like the paper, with what must be readable marked and named. No real paper: nobody's data stands in it. */
export function PaperSample({ paper: { titleZh, look, marksZh } }: { paper: Shown }) {
  const [first, second] = marksZh
  return (
    <View className={`claim-sample claim-sample--${look.toLowerCase()}`} {...aria({ role: 'img', label: t.picture(titleZh, marksZh.join('、')) })}>
      <View className="claim-sample-page">
        <View className="claim-sample-title">{titleZh}</View>
        {lines[look].map((width, at) => (
          <View key={at} className={`claim-sample-line${at === 1 && first ? ' claim-sample-line--marked' : ''}`} style={{ width: `${width}%` }}>
            {at === 1 && first ? first : ''}
          </View>
        ))}
        {second ? <View className="claim-sample-stamp">{second}</View> : null}
      </View>
    </View>
  )
}

/** Sample, why and how of one paper, from below. */
export function PaperSheet({ paper, onClose }: { paper: Shown | null; onClose: () => void }) {
  return (
    <Sheet id="sample" open={paper !== null} title={paper?.titleZh ?? t.title} onClose={onClose}>
      {paper ? (
        <>
          <PaperSample paper={paper} />
          <Facts items={[...(paper.marksZh.length > 0 ? [{ label: t.marks, value: paper.marksZh.join('、') }] : []), { label: t.tip, value: paper.tipZh }, { label: t.why, value: paper.whyZh }]} />
        </>
      ) : null}
    </Sheet>
  )
}

/** 看样张, beside a paper that is being taken. */
export function SeeSample({ paper }: { paper: Shown }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="text" inline label={t.seeFor(paper.titleZh)} onPress={() => setOpen(true)}>{t.see}</Button>
      <PaperSheet paper={open ? paper : null} onClose={() => setOpen(false)} />
    </>
  )
}

/** The papers that a claim will need, each with its sample a tap away. */
export function PapersAhead({ papers, title, hint }: { papers: readonly NeededPaper[]; title: string; hint: string }) {
  const [shown, setShown] = useState<NeededPaper | null>(null)
  if (papers.length === 0) return null
  return (
    <>
      <CellGroup title={title}>
        {papers.map((paper) => <Cell key={paper.documentType} icon="file" title={paper.titleZh} value={t.see} onPress={() => setShown(paper)} />)}
      </CellGroup>
      <View className="z-small z-stack">{hint}</View>
      <PaperSheet paper={shown} onClose={() => setShown(null)} />
    </>
  )
}
