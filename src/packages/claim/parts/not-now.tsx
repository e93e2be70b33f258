import type { Claim } from '@/contract/schemas/claim'
import { Notice } from '@/ui'

/** A page whose step is not possible (any more): where the claim stands instead, in the server's words. */
export function NotNow({ title, claim: { status } }: { title: string; claim: Claim }) {
  return <Notice tone="info" title={title}>{`${status.titleZh}：${status.nextZh}`}</Notice>
}
