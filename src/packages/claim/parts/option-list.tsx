import { View } from '@tarojs/components'
import type { ClaimOption, ClaimOptions } from '@/contract/schemas/claim'
import type { Cause } from '@/contract/schemas/common'
import { Card, Cell, CellGroup, Choice, Notice, type FieldProblem } from '@/ui'
import { texts } from '../texts'

const t = texts.start

interface OptionListProps {
  options: ClaimOptions['options']
  cause: Cause | undefined
  choose(cause: Cause): void
  problems: readonly FieldProblem[]
}

/** What can be claimed now; what cannot, with the reason in words. */
export function OptionList({ options, cause, choose, problems }: OptionListProps) {
  const available = options.filter((option) => option.available)
  return (
    <>
      {available.length > 0 ? (
        <Card>
          <Choice
            id="cause"
            label={t.cause}
            options={available.map(({ cause: value, titleZh, textZh }) => ({ value, label: titleZh, detail: textZh }))}
            value={cause}
            onChange={choose}
            error={problems.find(({ fieldId }) => fieldId === 'cause')?.message}
          />
        </Card>
      ) : null}
      {options.filter((option) => !option.available).map(({ cause: key, titleZh, reasonZh }) => (
        <Notice key={key} tone="neutral" title={`${titleZh}:${t.unavailable}`}>{reasonZh}</Notice>
      ))}
    </>
  )
}

/** The covers that pay for the chosen cause, and how much each has left. */
export function CoverList({ option }: { option: ClaimOption | undefined }) {
  if (!option || option.covers.length === 0) return null
  return (
    <CellGroup title={t.covers}>
      {option.covers.map(({ planId, planNameZh, effectiveOn, endsOn, benefitsFrom, remainingFen }) => (
        <Cell key={planId} title={planNameZh} detail={[t.coverTerm(effectiveOn, endsOn), t.benefitsFrom(benefitsFrom), t.remaining(remainingFen)].join(' · ')} />
      ))}
    </CellGroup>
  )
}

export function PapersAhead({ papers }: { papers: ClaimOptions['papers'] }) {
  if (papers.length === 0) return null
  return (
    <Card title={t.papers} icon="file">
      {papers.map(({ documentType, titleZh }) => <View key={documentType}>· {titleZh}</View>)}
      <View className="z-small">{t.papersHint}</View>
    </Card>
  )
}
