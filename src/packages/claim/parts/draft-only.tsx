import type { ReactNode } from 'react'
import type { Claim } from '@/contract/schemas/claim'
import { replace } from '@/platform/navigation'
import { Notice, Steps } from '@/ui'
import { kindTexts } from '../kind-texts'
import { canEdit, detailAddress, waysOf, type Part } from '../model/addresses'
import { peopleTexts } from '../people-texts'
import { texts } from '../texts'

/** Frame of the pages that fill in a draft: where one stands on the way; a claim that has left the draft shows the way to its detail instead. */
export function DraftOnly({ claim, part, children }: { claim: Claim; part: Part; children: ReactNode }) {
  if (!canEdit(claim)) {
    const { title, text, action } = texts.notDraft
    return <Notice tone="info" title={title} action={{ label: action, onPress: () => replace(detailAddress(claim.claimId)) }}>{text}</Notice>
  }
  const ways = waysOf(claim)
  return (
    <>
      {claim.preparedZh ? <Notice tone="info">{claim.preparedZh}</Notice> : null}
      {claim.forMasked ? <Notice tone="info">{claim.cause === 'DEATH' ? peopleTexts.deathNote(claim.forMasked) : peopleTexts.forNote(claim.forMasked)}</Notice> : null}
      <Steps steps={ways.map((way) => kindTexts.parts[way])} current={ways.indexOf(part) + 1} />
      {children}
    </>
  )
}
