import type { ClaimOption, ClaimOptions } from '@/contract/schemas/claim'
import type { ClaimKind } from '@/contract/schemas/claim-kind'
import { Card, Cell, CellGroup, Choice, DateField, Facts, Notice, SampleBadge, type FieldProblem } from '@/ui'
import { kindTexts } from '../kind-texts'
import { today } from '../model/stay'
import { texts } from '../texts'

const t = texts.start
const k = kindTexts.start

interface OptionListProps {
  options: ClaimOptions['options']
  cause: ClaimKind | undefined
  choose(cause: ClaimKind): void
  problems: readonly FieldProblem[]
}

/** What can be claimed now. */
export function OptionList({ options, cause, choose, problems }: OptionListProps) {
  const available = options.filter((option) => option.available)
  if (available.length === 0) return null
  return (
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
  )
}

/** What cannot be claimed, with the reason in words; below, so that it stands in nobody's way. */
export function Unavailable({ options }: { options: ClaimOptions['options'] }) {
  const closed = options.filter(({ available }) => !available)
  if (closed.length === 0) return null
  return <Card title={k.others}><Facts items={closed.map(({ titleZh, reasonZh }) => ({ label: titleZh, value: reasonZh ?? t.unavailable }))} /></Card>
}

interface DayProps {
  option: ClaimOption | undefined
  on: string
  set(day: string): void
  problems: readonly FieldProblem[]
}

/** The day that decides about covers, where the member knows it: then it is said here, before any photo, whether it can be claimed. */
export function OptionDay({ option, on, set, problems }: DayProps) {
  if (!option) return null
  return (
    <Card>
      <DateField id="on" label={option.dayZh} hint={k.dayHint} required={false} value={on} max={today()} onChange={set} error={problems.find(({ fieldId }) => fieldId === 'on')?.message} />
      {option.available && option.reasonZh ? <Notice tone="warn" announce="polite">{option.reasonZh}</Notice> : null}
    </Card>
  )
}

/** The covers that pay for what happened, what each pays, and the most that can come of it now. */
export function CoverList({ option }: { option: ClaimOption | undefined }) {
  if (!option || option.covers.length === 0) return null
  return (
    <CellGroup title={t.covers}>
      {option.covers.map(({ planId, planNameZh, effectiveOn, endsOn, benefitsFrom, mostFen, worthZh, sample, problemZh }) => (
        <Cell
          key={`${planId} ${effectiveOn}`}
          title={planNameZh}
          detail={[...(problemZh === null ? [k.worth(worthZh), t.most(mostFen)] : [problemZh]), t.coverTerm(effectiveOn, endsOn), ...(benefitsFrom > effectiveOn ? [t.benefitsFrom(benefitsFrom)] : [])]}
          value={sample ? <SampleBadge /> : undefined}
        />
      ))}
    </CellGroup>
  )
}
