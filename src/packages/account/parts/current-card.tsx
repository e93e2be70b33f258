import type { BankAccount } from '@/contract/schemas/member'
import { Badge, Card, Empty, Facts, Notice } from '@/ui'
import { bankTexts as t } from '../texts'

/** The account that money goes to now, masked by the server. */
export function CurrentCard({ account }: { account: BankAccount['account'] }) {
  if (!account) return <Empty icon="bank" title={t.none} detail={t.noneDetail} />
  const { issuerZh, last4, holderMasked, verifiedAt, usable, problemZh } = account
  return (
    <Card title={t.card(issuerZh, last4)} icon="bank" extra={<Badge tone={usable ? 'success' : 'warn'}>{usable ? t.usable : t.unusable}</Badge>}>
      {problemZh ? <Notice tone="warn">{problemZh}</Notice> : null}
      <Facts items={[{ label: t.holder, value: holderMasked }, { label: t.verifiedAt, value: verifiedAt ? t.instant(verifiedAt) : t.unverified }]} />
    </Card>
  )
}
