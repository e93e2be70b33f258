import { View } from '@tarojs/components'
import type { RepEventDetail } from '@/contract/schemas/event'
import { Button, Card, Facts, Notice } from '@/ui'
import type { Lease } from '../model/lease'
import { deskTexts as t } from '../texts'

/** Places that this phone may promise without a network: what it holds, taking more, giving back. */
export function LeaseCard({ detail: { share }, lease }: { detail: RepEventDetail; lease: Lease }) {
  const { held } = lease
  return (
    <Card title={t.lease} icon="shield">
      {lease.said ? <Notice tone="success" title={lease.said} announce="polite" /> : null}
      {lease.failure ? <Notice tone="warn" title={lease.failure.title} announce="assertive">{lease.failure.textZh}</Notice> : null}
      {share.max === 0 ? <View className="z-small">{t.noShare}</View> : null}
      {held ? <Facts items={[{ label: t.leaseLeft, value: t.people(lease.left) }, { label: t.leaseUntil, value: t.instant(held.expiresAt) }]} /> : share.max > 0 ? <View className="z-stack">{t.noLease}</View> : null}
      {lease.canDraw > 0 ? <Button kind="secondary" loading={lease.busy} onPress={lease.draw}>{t.draw(lease.canDraw)}</Button> : null}
      {held ? <Button kind="text" inline onPress={lease.giveBack}>{t.give}</Button> : null}
    </Card>
  )
}
