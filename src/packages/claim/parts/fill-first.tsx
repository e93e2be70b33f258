import type { Claim } from '@/contract/schemas/claim'
import { go } from '@/platform/navigation'
import { Notice } from '@/ui'
import { addressOfPart } from '../model/addresses'
import { texts } from '../texts'

/** A draft is often opened at its papers: what comes before them and is not filled in yet. Where papers come first, nothing does but the event. */
export function FillFirst({ claim }: { claim: Claim }) {
  const { fillFirst } = texts.papers
  const before = claim.parts.slice(0, claim.parts.indexOf('papers')).filter((one): one is Exclude<typeof one, 'papers'> => one !== 'papers')
  const part = before.find((wanted) => claim.missing.some((missing) => missing.part === wanted))
  if (!part) return null
  return <Notice tone="action" action={{ label: fillFirst.go, onPress: () => go(addressOfPart(part, claim.claimId)) }}>{fillFirst[part]}</Notice>
}
