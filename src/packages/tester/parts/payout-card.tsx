import { useState } from 'react'
import { View } from '@tarojs/components'
import type { BankOutcome, FinanceAction, TestPayout } from '@/contract/schemas/tester'
import { Badge, Button, Card, Choice, Money, type Act } from '@/ui'
import type { Console } from '../model/console'
import { bankOutcomes, texts as t } from '../texts'

const outcomes = bankOutcomes.map(([value, label]) => ({ value, label }))
const tone = (state: string) => (state === 'SUCCESS' ? 'success' : state === 'MANUAL' || state === 'ACCOUNT_REQUIRED' ? 'warn' : 'info')

/** What the bank shall do with the next instruction of one payout, or of whichever comes next. */
function BankPlan({ payoutId, planned, control, label }: { payoutId: string; planned: BankOutcome | null; control: Console; label: string }) {
  const [open, setOpen] = useState(false)
  const [outcome, setOutcome] = useState<BankOutcome>()
  const save = (): unknown => {
    if (!outcome) return undefined
    setOpen(false)
    return control.planBank(payoutId, outcome)
  }
  return (
    <>
      <View className="z-small">{t.planned(planned)}</View>
      {open ? <Choice id={`outcome-${payoutId}`} label={t.outcome} options={outcomes} value={outcome} onChange={setOutcome} /> : null}
      <Button kind="secondary" label={t.labelFor(open ? t.planSave : t.plan, label)} disabled={control.busy} onPress={open ? save : () => setOpen(true)}>{open ? t.planSave : t.plan}</Button>
    </>
  )
}

/** One payout: where it stands, what the bank shall do with it, and the hands of the finance office. */
function PayoutCard({ payout, control }: { payout: TestPayout; control: Console }) {
  const act = (action: FinanceAction['action'], benefitDue?: boolean) => () =>
    control.finance(payout, { action, ...(action === 'CANCEL' ? { causeZh: t.cancelCause, benefitDue } : {}) })
  const button = (label: string, onPress: Act) => <Button kind="secondary" label={t.labelFor(label, payout.payoutNo)} disabled={control.busy} onPress={onPress}>{label}</Button>
  return (
    <Card title={t.claim(payout.payoutNo, payout.ownerZh)} extra={<Badge tone={tone(payout.state)}>{payout.stateZh}</Badge>}>
      <Money fen={payout.amountFen} />
      {payout.offsetFen > 0 ? <View className="z-small">{t.offset(payout.offsetFen)}</View> : null}
      <View className="z-small">{payout.nextZh} {payout.whenZh}</View>
      {payout.state === 'SUCCESS' || payout.state === 'CANCELLED' ? null : <BankPlan payoutId={payout.payoutId} planned={payout.planned} control={control} label={payout.payoutNo} />}
      {payout.actions.includes('FIX') ? button(t.fix, act('FIX')) : null}
      {payout.actions.includes('RECONCILE') ? button(t.reconcile, act('RECONCILE')) : null}
      {payout.actions.includes('CANCEL') ? button(t.reissue, act('CANCEL', true)) : null}
      {payout.actions.includes('CANCEL') ? button(t.void, act('CANCEL', false)) : null}
    </Card>
  )
}

/** The bank and the finance office. Paid payouts only need to be seen a few at a time. */
export function PayoutDesk({ payouts, nextPlanned, control }: { payouts: readonly TestPayout[]; nextPlanned: BankOutcome | null; control: Console }) {
  const open = payouts.filter(({ state }) => state !== 'SUCCESS' && state !== 'CANCELLED')
  return (
    <>
      <Card title={t.bank} icon="bank"><BankPlan payoutId="next" planned={nextPlanned} control={control} label={t.bank} /></Card>
      {open.map((payout) => <PayoutCard key={payout.payoutId} payout={payout} control={control} />)}
    </>
  )
}
