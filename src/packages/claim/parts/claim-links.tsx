import type { Claim } from '@/contract/schemas/claim'
import { go, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { Button, Cell, CellGroup } from '@/ui'
import { addressOfPart, canEdit, receiptAddress, resumePart } from '../model/addresses'
import { hasReceipt, type ClaimExits } from '../model/detail'
import { texts } from '../texts'

const t = texts.detail

/** The one thing that the member can do now: go on with the draft, or put the payout right where that waits for them. */
export function NextAct({ claim }: { claim: Claim }) {
  const payoutId = claim.payoutIds[claim.payoutIds.length - 1]
  if (canEdit(claim)) return <Button onPress={() => void go(addressOfPart(resumePart(claim), claim.claimId))}>{t.resume}</Button>
  if (!claim.status.memberActs || !payoutId) return null
  return <Button onPress={() => void go(withParams(routes.payoutDetail, { payoutId }))}>{t.seePayout}</Button>
}

/** From the claim to its money and its receipt. */
export function ClaimLinks({ claim }: { claim: Claim }) {
  const payouts = claim.payoutIds.map((payoutId) => withParams(routes.payoutDetail, { payoutId }))
  if (payouts.length === 0 && !hasReceipt(claim)) return null
  return (
    <CellGroup>
      {payouts.map((address) => <Cell key={address} icon="progress" title={t.payout} detail={t.payoutDetail} onPress={() => void go(address)} />)}
      {hasReceipt(claim) ? <Cell icon="claim" title={t.receipt} onPress={() => void go(receiptAddress(claim.claimId))} /> : null}
    </CellGroup>
  )
}

/** Ways out, where the server allows them. */
export function ClaimOut({ claim: { actions }, exits }: { claim: Claim; exits: ClaimExits }) {
  return (
    <>
      {actions.includes('withdraw') ? <Button kind="danger" loading={exits.withdrawing} onPress={exits.withdraw}>{t.withdraw}</Button> : null}
      {actions.includes('discard') ? <Button kind="danger" loading={exits.discarding} onPress={exits.discard}>{t.discard}</Button> : null}
    </>
  )
}
