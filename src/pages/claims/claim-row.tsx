import { View } from '@tarojs/components'
import type { ClaimSummary } from '@/contract/schemas/claim'
import { go } from '@/platform/navigation'
import { addressOf } from '@/routes'
import { Badge, Card, Money } from '@/ui'
import { texts } from './texts'

const lineOf = (...parts: (string | null)[]): string => parts.filter(Boolean).join(' · ')

/** One claim with all that a member wants to know, without opening it: state, step, who acts, by when, amount. */
export function ClaimRow({ claim: { claimId, claimNo, titleZh, status, amountFen, updatedAt } }: { claim: ClaimSummary }) {
  const step = status.step === null ? null : texts.step(status.step, status.steps.length)
  const open = () => void go(addressOf({ page: status.state === 'DRAFT' ? 'claimDraft' : 'claimDetail', id: claimId }))
  return (
    <Card title={titleZh} onPress={open}>
      <View className="z-between">
        <Badge tone={status.tone}>{status.titleZh}</Badge>
        {amountFen === null ? null : <Money fen={amountFen} />}
      </View>
      <View className="z-stack">{status.nextZh}</View>
      <View className="z-small">{lineOf(step, status.whoZh, status.whenZh)}</View>
      <View className="z-small">{lineOf(claimNo, texts.updated(updatedAt))}</View>
    </Card>
  )
}
