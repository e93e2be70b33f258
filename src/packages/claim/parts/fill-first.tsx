import type { Claim } from '@/contract/schemas/claim'
import { go } from '@/platform/navigation'
import { Notice } from '@/ui'
import { addressOfPart } from '../model/addresses'
import { texts } from '../texts'

/** A draft is often opened at its papers: what comes before them and is not filled in yet. */
export function FillFirst({ claim }: { claim: Claim }) {
  const { fillFirst } = texts.papers
  const part = (['event', 'stay', 'amounts'] as const).find((wanted) => claim.missing.some((missing) => missing.part === wanted))
  if (!part) return null
  return <Notice tone="action" action={{ label: fillFirst.go, onPress: () => void go(addressOfPart(part, claim.claimId)) }}>{fillFirst[part]}</Notice>
}
