import type { ReactNode } from 'react'
import { formatInstantZh } from '@/domain/dates'
import { Badge } from './badge'
import { Card } from './card'
import { Facts, type Fact } from './facts'
import { Steps } from './steps'
import type { TimelineItem } from './timeline'
import type { Tone } from './tone'

/** Where a thing stands, in words that are ready to be read. */
export interface Standing {
  titleZh: string
  nextZh: string
  whoZh: string
  whenZh: string
  /** Place among `steps`, from 1; null: outside the way. */
  step: number | null
  steps: readonly string[]
  tone: Tone
}

export const standingWords = { next: '接下来', who: '由谁办理', when: '什么时候' } as const

/** What comes next, who acts, by when. */
export const standingFacts = ({ nextZh, whoZh, whenZh }: Pick<Standing, 'nextZh' | 'whoZh' | 'whenZh'>): Fact[] => [
  { label: standingWords.next, value: nextZh },
  { label: standingWords.who, value: whoZh },
  { label: standingWords.when, value: whenZh },
]

export interface StatusHeadProps {
  status: Standing
  /** What stands there: the kind of claim, what the money is for. */
  subjectZh: string
  /** A figure between headline and steps. */
  children?: ReactNode
  /** Rows after the three of the standing. */
  facts?: readonly Fact[]
}

/** The head of a page about one claim or payout: headline, place on the way, what comes next, who acts, by when. */
export function StatusHead({ status, subjectZh, children, facts = [] }: StatusHeadProps) {
  return (
    <Card title={status.titleZh} kind="accent" extra={<Badge tone={status.tone}>{subjectZh}</Badge>}>
      {children}
      {status.step === null ? null : <Steps steps={status.steps} current={status.step} />}
      <Facts items={[...standingFacts(status), ...facts]} />
    </Card>
  )
}

interface Happened {
  titleZh: string
  at: string
  whoZh: string
  detailZh: string | null
  tone: Tone
}

/** What has happened, as the timeline draws it; the last line is where things stand. */
export const timelineOf = (happened: readonly Happened[]): TimelineItem[] =>
  happened.map(({ titleZh, at, whoZh, detailZh, tone }, index) => ({
    id: `${index} ${at}`, titleZh, atZh: formatInstantZh(at), whoZh, detailZh: detailZh ?? undefined, tone, current: index === happened.length - 1,
  }))
