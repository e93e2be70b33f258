import type { Claim } from '@/contract/schemas/claim'
import { formatDateZh } from '@/domain/dates'
import { formatFen } from '@/domain/money'
import { go } from '@/platform/navigation'
import { Button, Card, Facts, type Fact } from '@/ui'
import { addressOfPart } from '../model/addresses'
import { kindTexts } from '../kind-texts'
import { eventFacts } from '../model/event-facts'
import { texts } from '../texts'

const t = texts.check
const day = (date: string | null | undefined): string => (date ? formatDateZh(date) : t.none)
const yuan = (fen: number | undefined): string => (fen === undefined ? t.none : `${formatFen(fen)} 元`)

interface Section {
  part: Claim['parts'][number]
  title: string
  items: Fact[]
}

/** Everything that was answered, in the order of the pages. */
function sectionsOf(claim: Claim): Section[] {
  const { titleZh, parts, accident, stay, amounts, invoice, checklist } = claim
  const { stay: s, amounts: a } = texts
  const outpatient = accident?.treatment === 'OUTPATIENT' ? kindTexts.outpatient : null
  const all: Section[] = [
    { part: 'event', title: kindTexts.event.title, items: [{ label: t.type, value: titleZh }, ...eventFacts(claim)] },
    {
      part: 'stay',
      title: outpatient?.title ?? t.stay,
      items: [
        ...(parts.includes('event') ? [] : [{ label: t.type, value: titleZh }]),
        { label: s.hospital, value: stay?.hospitalZh ?? t.none },
        { label: outpatient?.from ?? s.admittedOn, value: day(stay?.admittedOn) },
        { label: outpatient?.to ?? s.dischargedOn, value: day(stay?.dischargedOn) },
      ],
    },
    {
      part: 'amounts',
      title: t.amounts,
      items: [
        { label: a.total, value: yuan(amounts?.totalFen) },
        { label: a.pooled, value: yuan(amounts?.pooledFen) },
        { label: a.selfPay, value: yuan(amounts?.inScopeSelfPayFen) },
        { label: a.outOfScope, value: yuan(amounts?.outOfScopeFen) },
        ...(amounts?.otherPaidFen ? [{ label: a.otherPaid, value: yuan(amounts.otherPaidFen) }] : []),
        { label: a.invoiceCode, value: invoice?.code ?? t.none },
        { label: a.invoiceNumber, value: invoice?.number ?? t.none },
      ],
    },
    { part: 'papers', title: t.papers, items: checklist.filter(({ required, received }) => required || received > 0).map(({ titleZh: label, received }) => ({ label, value: t.files(received) })) },
  ]
  return all.filter(({ part }) => parts.includes(part))
}

/** The answers with 修改 at each part; the page that it leads to comes back here. */
export function Answers({ claim }: { claim: Claim }) {
  return (
    <>
      {sectionsOf(claim).map(({ part, title, items }) => (
        <Card key={part} title={title} extra={<Button kind="text" inline label={`${t.edit} ${title}`} onPress={() => void go(addressOfPart(part, claim.claimId, 'check'))}>{t.edit}</Button>}>
          <Facts items={items} />
        </Card>
      ))}
    </>
  )
}
