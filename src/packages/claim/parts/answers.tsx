import type { Claim } from '@/contract/schemas/claim'
import { formatDateZh } from '@/domain/dates'
import { formatFen } from '@/domain/money'
import { go } from '@/platform/navigation'
import { Button, Card, Facts, type Fact } from '@/ui'
import { addressOfPart } from '../model/addresses'
import { kindTexts } from '../kind-texts'
import { eventFacts } from '../model/event-facts'
import { standingOf, type PaperFile } from '../model/files'
import { markOfAnswer } from '../model/offers'
import { texts } from '../texts'

const t = texts.check
const asIs = (text: string): string => text
const yuan = (fen: number): string => `${formatFen(fen)} 元`

/** One answer, and beside it what the papers say of it. */
const answered = <T,>(label: string, value: T | null | undefined, words: (value: T) => string, read?: { value: T; sure: boolean } | null): Fact => ({
  label,
  value: value === null || value === undefined ? t.none : words(value),
  mark: markOfAnswer(read, value, words),
})

interface Section {
  part: Claim['parts'][number]
  title: string
  items: Fact[]
}

/** Everything that was answered, in the order of the pages. */
function sectionsOf(claim: Claim, files: readonly PaperFile[]): Section[] {
  const { titleZh, parts, accident, stay, amounts, invoice, checklist, prefill } = claim
  const { stay: s, amounts: a } = texts
  const outpatient = accident?.treatment === 'OUTPATIENT' ? kindTexts.outpatient : null
  const all: Section[] = [
    { part: 'event', title: kindTexts.event.title, items: [{ label: t.type, value: titleZh }, ...eventFacts(claim)] },
    {
      part: 'stay',
      title: outpatient?.title ?? t.stay,
      items: [
        ...(parts.includes('event') ? [] : [{ label: t.type, value: titleZh }]),
        answered(s.hospital, stay?.hospitalZh, asIs, prefill?.hospitalZh),
        answered(outpatient?.from ?? s.admittedOn, stay?.admittedOn, formatDateZh, prefill?.admittedOn),
        answered(outpatient?.to ?? s.dischargedOn, stay?.dischargedOn, formatDateZh, prefill?.dischargedOn),
      ],
    },
    {
      part: 'amounts',
      title: t.amounts,
      items: [
        answered(a.total, amounts?.totalFen, yuan, prefill?.totalFen),
        answered(a.pooled, amounts?.pooledFen, yuan, prefill?.pooledFen),
        answered(a.selfPay, amounts?.inScopeSelfPayFen, yuan, prefill?.inScopeSelfPayFen),
        answered(a.outOfScope, amounts?.outOfScopeFen, yuan, prefill?.outOfScopeFen),
        ...(amounts?.otherPaidFen ? [answered(a.otherPaid, amounts.otherPaidFen, yuan)] : []),
        answered(a.invoiceCode, invoice?.code, asIs, prefill?.invoiceCode),
        answered(a.invoiceNumber, invoice?.number, asIs, prefill?.invoiceNumber),
      ],
    },
    { part: 'papers', title: t.papers, items: paperFacts(checklist, files) },
  ]
  return all.filter(({ part }) => parts.includes(part))
}

function paperFacts(checklist: Claim['checklist'], files: readonly PaperFile[]): Fact[] {
  const ofPaper = (type: string): PaperFile[] => files.filter(({ documentType }) => documentType === type)
  return checklist
    .filter(({ required, documentType }) => required || ofPaper(documentType).length > 0)
    .map(({ titleZh: label, documentType }) => {
      const { received, underWay, lost } = standingOf(ofPaper(documentType))
      return { label, value: texts.files({ received: received.length, underWay: underWay.length, lost: lost.length }) }
    })
}

/** The answers with 修改 at each part; the page that it leads to comes back here. */
export function Answers({ claim, files }: { claim: Claim; files: readonly PaperFile[] }) {
  return (
    <>
      {sectionsOf(claim, files).map(({ part, title, items }) => (
        <Card key={part} title={title} extra={<Button kind="text" inline label={`${t.edit} ${title}`} onPress={() => go(addressOfPart(part, claim.claimId, 'check'))}>{t.edit}</Button>}>
          <Facts items={items} ends={part === 'amounts' || part === 'papers'} />
        </Card>
      ))}
    </>
  )
}
