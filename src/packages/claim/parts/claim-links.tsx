import type { ReactNode } from 'react'
import type { Claim } from '@/contract/schemas/claim'
import { go, withParams } from '@/platform/navigation'
import { addressOf, routes } from '@/routes'
import { Button, Cell, CellGroup } from '@/ui'
import { addressOfPart, appealAddress, isForOther, receiptAddress, resumePart, supplementAddress } from '../model/addresses'
import type { Answers } from '../model/answers'
import type { ClaimExits } from '../model/detail'
import { texts } from '../texts'

const t = texts.detail

/** The one thing that the member can do now, as the server offers it; else straight to what the money waits for. */
export function nextAct(claim: Claim, answers: Answers): ReactNode {
  const { claimId, actions, status, payoutIds, actionAt } = claim
  const payoutId = payoutIds[payoutIds.length - 1]
  if (actions.includes('edit')) return <Button onPress={() => go(addressOfPart(resumePart(claim), claimId))}>{t.resume}</Button>
  if (actions.includes('resubmit')) return <Button onPress={() => go(supplementAddress(claimId, 'detail'))}>{t.supply}</Button>
  if (actions.includes('confirm')) return <Button loading={answers.busy === 'confirm'} onPress={answers.take}>{texts.answer.take}</Button>
  if (actions.includes('reopen')) return <Button loading={answers.busy === 'reopen'} onPress={answers.reopen}>{texts.answer.reopen}</Button>
  // An agent begins at the member it is for: 发起申领 itself would begin a claim of the agent's own.
  if (actions.includes('refile')) return <Button onPress={() => go(isForOther(claim) ? routes.claimOthers : routes.claimStart)}>{t.refile}</Button>
  // Its form stands on the page, with a button of its own.
  if (actions.includes('answerRecovery')) return null
  if (status.memberActs && actionAt) {
    const consents = actionAt.page === 'consents'
    return <Button icon={consents ? 'check' : 'bank'} onPress={() => go(consents ? withParams(routes.consents, { consentId: actionAt.id ?? '' }) : addressOf(actionAt))}>{consents ? t.toConsents : t.toBankCard}</Button>
  }
  // Kept on the phone from before the server said where.
  if (status.memberActs && payoutId) return <Button onPress={() => go(withParams(routes.payoutDetail, { payoutId }))}>{t.seePayout}</Button>
  // Of a refusal it is the way on; of money that has arrived it must not be what one is pushed to (see ClaimLinks).
  return actions.includes('appeal') && status.tone === 'warn' ? <Button onPress={() => go(appealAddress(claimId, 'detail'))}>{texts.appeal.title}</Button> : null
}

/** From the claim to its money, its receipt, and a second look. */
export function ClaimLinks({ claim }: { claim: Claim }) {
  const { claimId, actions, status, appeal, hasReceipt } = claim
  // The one that counts first: two rows of the same name would be a riddle.
  const payouts = claim.payoutIds.map((payoutId) => withParams(routes.payoutDetail, { payoutId })).reverse()
  const doubts = actions.includes('appeal') && status.tone !== 'warn' && appeal
  if (payouts.length === 0 && !hasReceipt && !doubts) return null
  return (
    <CellGroup>
      {payouts.map((address, at) => <Cell key={address} icon="progress" title={at === 0 ? t.payout : t.payoutBefore} detail={at === 0 ? t.payoutDetail : t.payoutBeforeDetail} onPress={() => go(address)} />)}
      {hasReceipt ? <Cell icon="claim" title={t.receipt} onPress={() => go(receiptAddress(claimId))} /> : null}
      {doubts ? <Cell icon="edit" title={texts.appeal.optional} detail={texts.appeal.until(doubts.until)} onPress={() => go(appealAddress(claimId, 'detail'))} /> : null}
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
