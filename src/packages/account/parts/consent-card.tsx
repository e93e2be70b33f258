import type { Consent } from '@/contract/schemas/session'
import { Badge, Button, Card, Facts, Notice, SwitchRow } from '@/ui'
import { consentTexts as t } from '../texts'

export interface ConsentCardProps {
  consent: Consent
  failedZh: string | null
  onRead: () => void
  onToggle: (on: boolean) => void
  onStanding: (on: boolean) => void
}

/** One consent: what it is for, what withdrawing does, and its switch. */
export function ConsentCard({ consent: { titleZh, neededForZh, onWithdrawalZh, granted, at, standing }, failedZh, onRead, onToggle, onStanding }: ConsentCardProps) {
  return (
    <Card title={titleZh} extra={<Badge tone={granted ? 'success' : 'neutral'}>{granted ? t.granted : t.notGranted}</Badge>}>
      {failedZh ? <Notice tone="warn" announce="assertive">{failedZh}</Notice> : null}
      <Facts items={[{ label: t.neededFor, value: neededForZh }, { label: t.onWithdrawal, value: onWithdrawalZh }]} />
      <Button kind="text" inline label={t.readLabel(titleZh)} onPress={onRead}>{t.read}</Button>
      <SwitchRow label={t.switchLabel(titleZh)} detail={at ? t.changedAt(at) : undefined} checked={granted} onChange={onToggle} />
      {granted && standing !== null ? <SwitchRow label={t.standing} detail={t.standingDetail} checked={standing} onChange={onStanding} /> : null}
    </Card>
  )
}
