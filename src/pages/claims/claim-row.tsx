import { View } from '@tarojs/components'
import type { ClaimSummary } from '@/contract/schemas/claim'
import { go } from '@/platform/navigation'
import { addressOf } from '@/routes'
import { Badge, Card, Money, Steps } from '@/ui'
import { texts } from './texts'

const lineOf = (...parts: (string | null)[]): string => parts.filter(Boolean).join(' · ')

/** One claim with all that a member wants to know, without opening it: state, step, who acts, by when, amount. */
export function ClaimRow({ claim: { claimId, claimNo, titleZh, status, amountFen, updatedAt } }: { claim: ClaimSummary }) {
  const open = () => go(addressOf({ page: status.state === 'DRAFT' ? 'claimDraft' : 'claimDetail', id: claimId }))
  return (
    <Card title={titleZh} onPress={open}>
      <View className="z-between">
        <Badge tone={status.tone}>{status.titleZh}</Badge>
        {amountFen ? <Money fen={amountFen} /> : null}
      </View>
      <View className="z-stack">{status.nextZh}</View>
      {status.step === null ? null : <Steps steps={status.steps} current={status.step} />}
      <View className="z-small">{lineOf(status.whoZh, status.whenZh)}</View>
      <View className="z-small">{lineOf(claimNo, texts.updated(updatedAt))}</View>
    </Card>
  )
}
