import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { GiftOfferDetail } from '@/contract/schemas/member'
import { Badge, Button, Card, Facts, Notice } from '@/ui'
import { offerTexts as t } from '../texts'

/** The server's decision in one sentence, before everything else, and how long a place is kept. */
export function Headline({ detail: { headlineZh, eligible, offer }, children }: { detail: GiftOfferDetail; children?: ReactNode }) {
  return <Notice tone={eligible || offer.state === 'TAKEN' ? 'success' : 'warn'} title={headlineZh}>{children ?? offer.nameZh}</Notice>
}

/** The decision condition by condition, with what helps where one fails; in one line where all are met. */
export function Eligibility({ detail: { checks } }: { detail: GiftOfferDetail }) {
  const [open, setOpen] = useState(false)
  const met = checks.every(({ ok }) => ok)
  // What stands in the way first.
  const sorted = [...checks.filter(({ ok }) => !ok), ...checks.filter(({ ok }) => ok)]
  if (checks.length === 0) return null
  return (
    <Card title={t.eligibility}>
      {met ? <View className="z-between"><View className="z-grow">{t.allMet(checks.length)}</View><Badge tone="success">{t.ok}</Badge></View> : null}
      {met && !open ? null : sorted.map(({ code, ok, textZh, helpZh }) => (
        <View key={code} className="gift-check">
          <View className="z-between"><View className="z-grow">{textZh}</View><Badge tone={ok ? 'success' : 'warn'}>{ok ? t.ok : t.notOk}</Badge></View>
          {helpZh && !ok ? <View className="z-small">{helpZh}</View> : null}
        </View>
      ))}
      {met ? <Button kind="text" inline onPress={() => setOpen(!open)}>{open ? t.hideChecks : t.showChecks}</Button> : null}
    </Card>
  )
}

/** The period that would begin today: first and last day, and the day from which it pays. */
export function Period({ detail: { offer, eligible, preview } }: { detail: GiftOfferDetail }) {
  if (!eligible) return null
  return (
    <Card title={t.period} icon="clock">
      <Facts
        items={[
          { label: t.giver, value: offer.sponsorZh },
          { label: t.firstDay, value: t.date(preview.effectiveOn) },
          { label: t.lastDay, value: t.date(preview.endsOn) },
          { label: t.waitingEnds, value: preview.waitingEndsOn ? t.date(preview.waitingEndsOn) : t.noWaiting },
          ...(preview.waitingEndsOn ? [{ label: t.benefitsFrom, value: t.fromDay(preview.benefitsFrom) }] : []),
        ]}
      />
    </Card>
  )
}

/** Whose certificate it will be, to be looked at before confirming. */
export function WhoAmI({ detail: { member } }: { detail: GiftOfferDetail }) {
  return (
    <Card title={t.who} icon="card">
      <Facts
        items={[
          { label: t.whoName, value: member.nameMasked },
          ...(member.memberNo ? [{ label: t.whoNo, value: member.memberNo }] : []),
          ...(member.unionZh ? [{ label: t.whoUnion, value: member.unionZh }] : []),
          { label: t.whoVerified, value: <Badge tone={member.realNameVerified ? 'success' : 'warn'}>{member.realNameVerified ? t.verified : t.notVerified}</Badge> },
        ]}
      />
      <View className="z-small">{t.notMe}</View>
    </Card>
  )
}
