import type { Claim } from '@/contract/schemas/claim'
import { replace } from '@/platform/navigation'
import { Button, Empty, Page, type PlainPageProps } from '@/ui'
import { addressOfPart, canEdit, detailAddress, resumePart } from '../model/addresses'
import { texts } from '../texts'

const t = texts.receipt

/** The receipt's address of a claim that has none: a draft goes on where it is unfinished, any other shows where it stands. */
export function NoReceipt({ claim, ...frame }: { claim: Claim } & Pick<PlainPageProps, 'notices' | 'onBack'>) {
  const draft = canEdit(claim)
  const to = draft ? addressOfPart(resumePart(claim), claim.claimId) : detailAddress(claim.claimId)
  return (
    <Page title={draft ? t.none : t.noneEver} {...frame} footer={<Button onPress={() => replace(to)}>{draft ? texts.detail.resume : texts.detail.see}</Button>}>
      <Empty icon="claim" title={claim.titleZh} detail={draft ? t.noneText : t.noneEverText} />
    </Page>
  )
}
