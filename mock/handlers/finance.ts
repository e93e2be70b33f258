import type { FinanceAction, TestPayout } from '@/contract/schemas/tester'
import { maskName } from '@/domain/masking'
import type { Env, Handler } from '../core'
import { endedWithoutMoney, NEXT } from '../partners/bank'
import type { Actor } from '../rules/actors'
import { isPaid } from '../rules/payout-guards'
import { payoutRow } from '../rules/payout-table'
import { Refusal } from '../rules/refusal'
import { payoutStatus } from '../rules/wording'
import type { PayoutRecord } from '../store/entities'
import { accountFacts, movePayout } from './flow/payouts/payout-flow'
import { newestFirst } from './paging'

/** The person of the seed who acts for the finance office. */
const FINANCE: Actor = { role: 'FINANCE', ref: 'finance' }

export const listTestPayouts: Handler<'listTestPayouts'> = async ({ tx, env: { bank } }) => {
  const names = new Map((await tx.list('account')).map(({ id, name }) => [id, name]))
  const items: TestPayout[] = []
  for (const payout of newestFirst(await tx.list('payout'), ({ createdAt }) => createdAt)) {
    const { state, titleZh, nextZh, whenZh } = payoutStatus(payout.progress)
    items.push({
      payoutId: payout.id,
      payoutNo: payout.payoutNo,
      claimId: payout.claimId,
      ownerZh: maskName(names.get(payout.ownerId) ?? ''),
      amountFen: payout.amountFen,
      offsetFen: (payout.offsets ?? []).reduce((sum, { amountFen }) => sum + amountFen, 0),
      state,
      stateZh: titleZh,
      nextZh,
      whenZh,
      instructionNo: payout.progress.instructionNo,
      planned: (await bank.planned(payout.id))?.outcome ?? null,
      actions: actionsFor(payout),
    })
  }
  return { items, nextPlanned: (await bank.planned(NEXT))?.outcome ?? null }
}

const events = { FIX: 'fix', RECONCILE: 'reconcileSuccess', CANCEL: 'cancel' } as const
const actionsFor = ({ progress: { state } }: PayoutRecord): FinanceAction['action'][] =>
  (['FIX', 'RECONCILE', 'CANCEL'] as const).filter((action) => payoutRow(events[action]).from.includes(state))

export const planBankOutcome: Handler<'planBankOutcome'> = async ({ body, params, tx, env: { bank } }) => {
  if (params.payoutId !== NEXT && !(await tx.get('payout', params.payoutId))) throw new Refusal('NOT_FOUND')
  const { outcome, returnCode = 'ACCOUNT_CLOSED', times = 1 } = body
  await bank.plan({ payoutId: params.payoutId, outcome, returnCode, times })
  return undefined
}

/** What the bank did is read from its file, never from what the app believes. */
export const actAsFinance: Handler<'actAsFinance'> = async (context) => {
  const { body, env, params, tx } = context
  const payout = await tx.get('payout', params.payoutId)
  if (!payout) throw new Refusal('NOT_FOUND')
  const { action, benefitDue = false, causeZh = '' } = body
  if (action === 'CANCEL') {
    if (causeZh.trim() === '') throw new Refusal('VALIDATION_FAILED', undefined, { '/causeZh': '取消拨付要写明原因。' })
    await movePayout(context, payout, { type: 'cancel', causeZh, benefitDue, reconciled: await endedWithoutMoney(env.bank, payout.id) }, FINANCE)
  }
  if (action === 'FIX') {
    const facts = await accountFacts(context, payout.ownerId)
    if (!facts.ok) throw new Refusal('PAYOUT_STATE_CONFLICT', '会员还没有可用的本人借记卡，或没有同意提供收款账户。')
    await movePayout(context, payout, { type: 'fix', account: facts.account, reconciled: await endedWithoutMoney(env.bank, payout.id) }, FINANCE)
  }
  if (action === 'RECONCILE') await movePayout(context, payout, { type: 'reconcileSuccess', ...(await shownByBank(env, payout)) }, FINANCE)
  return undefined
}

async function shownByBank({ bank }: Env, { id, progress }: PayoutRecord): Promise<{ amountFen: number; paidAt: string }> {
  const paid = (await bank.ledger(id)).find(({ state }) => state === 'PAID')
  const out = paid?.entries[0]
  if (!out || isPaid(progress)) throw new Refusal('PAYOUT_STATE_CONFLICT', '银行对账文件里没有这笔付款成功的记录。')
  return { amountFen: out.amountFen, paidAt: out.at }
}

export const getBankLedger: Handler<'getBankLedger'> = async ({ env }) => {
  const rows = await env.bank.ledger()
  return {
    items: rows.map(({ instructionNo, payoutId, amountFen, accountHash, last4, outcome, state, code, times, receivedAt, entries }) => ({ instructionNo, payoutId, amountFen, accountHash, last4, outcome, state, code, times, receivedAt, entries })),
    movedFen: rows.flatMap(({ entries }) => entries).reduce((sum, { kind, amountFen }) => sum + (kind === 'OUT' ? amountFen : -amountFen), 0),
  }
}
