import { View } from '@tarojs/components'
import type { Enrolment } from '@/contract/schemas/member'
import { Badge, Card, Facts, Notice } from '@/ui'
import { certificateTexts as t } from '../texts'

/** What a member keeps: number, whom, which plan, from the first to the last day, and from when it pays. */
export function Certificate({ enrolment: { certificateNo, nameMasked, sponsorZh, campaignZh, acceptedAt, coverage } }: { enrolment: Enrolment }) {
  const { planNameZh, statusZh, status, effectiveOn, endsOn, waitingEndsOn, benefitsFrom } = coverage
  return (
    <>
      <Card title={t.done} icon="check" kind="accent" extra={<Badge tone={status === 'ACTIVE' ? 'success' : 'neutral'}>{statusZh}</Badge>}>
        <View className="z-small">{t.number}</View>
        <View className="z-strong z-digits z-stack">{certificateNo}</View>
        <Facts
          items={[
            { label: t.name, value: nameMasked },
            { label: t.plan, value: planNameZh },
            { label: t.firstDay, value: t.firstDayAt(effectiveOn) },
            { label: t.lastDay, value: t.lastDayAt(endsOn) },
            { label: t.waiting, value: waitingEndsOn ? t.waitingUntil(waitingEndsOn) : t.noWaiting },
            { label: t.benefitsFrom, value: waitingEndsOn ? t.benefitsFromAt(benefitsFrom) : t.benefitsFromNow(benefitsFrom) },
            ...(sponsorZh ? [{ label: t.sponsor, value: sponsorZh }] : []),
            ...(campaignZh ? [{ label: t.campaign, value: campaignZh }] : []),
            { label: t.acceptedAt, value: t.instant(acceptedAt) },
          ]}
        />
      </Card>
      <Notice>{t.next}</Notice>
    </>
  )
}
