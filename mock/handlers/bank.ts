import type { BankAccount } from '@/contract/schemas/member'
import { checkBankCard } from '@/domain/bank-card'
import { bankNameZh } from '@/domain/bank-bins'
import { maskName } from '@/domain/masking'
import type { Handler, HandlerContext } from '../core'
import { cardBelongsTo } from '../partners/bank'
import { accountCauseZh, bankCode, isAccountCause } from '../rules/payout-table'
import { Refusal } from '../rules/refusal'
import type { BankCardRecord, PayoutRecord } from '../store/entities'
import { notify } from './flow/notify'
import { resumeAfterCard } from './flow/payouts/payout-flow'
import { isGranted, requireConsent } from './guards'
import { bankCardIdOf } from './records'

export const getBankAccount: Handler<'getBankAccount'> = async (context) => accountView(context, await context.tx.get('bankCard', bankCardIdOf(context.account.id)))

export const putBankAccount: Handler<'putBankAccount'> = async (context) => {
  const { account, body, tx, now } = context
  const number = checked(body.cardNumber, body.confirmed ?? false)
  const payouts = await tx.list('payout', account.id)
  if (payouts.some(isOnItsWay)) throw new Refusal('PAYOUT_STATE_CONFLICT', '有一笔互助金正在发往原来的银行卡，到账后再更换。')
  if (payouts.some(({ progress }) => progress.state === 'ACCOUNT_REQUIRED')) await requireConsent(tx, account.id, 'C5')
  if (cardBelongsTo(number.normalized) !== 'MEMBER') throw field('CARD_NAME_MISMATCH')

  const before = await tx.get('bankCard', bankCardIdOf(account.id))
  const refusedZh = before?.number === number.normalized && lasting.has(before.problemCode ?? '') ? problemOf(before.problemCode) : null
  if (refusedZh !== null) throw new Refusal('CARD_REFUSED', refusedZh, { '/cardNumber': refusedZh })
  const card: BankCardRecord = { id: bankCardIdOf(account.id), ownerId: account.id, number: number.normalized, issuer: number.issuer, kind: number.kind, verifiedAt: now, problemCode: null, boundAt: now }
  await tx.put('bankCard', card)
  if (before && before.number !== card.number) await notify(context, account.id, 'CARD_CHANGED', { values: { last4: card.number.slice(-4) } })
  await resumeAfterCard(context, card)
  return accountView(context, card)
}

/** The number as a debit card that a person has typed. `confirmed`: asked about it once, the member says it is right. */
function checked(typed: string, confirmed: boolean): { normalized: string; issuer: string; kind: string } {
  const check = checkBankCard(typed)
  if (check.verdict === 'REJECT_FORMAT') throw field('CARD_FORMAT')
  if (check.verdict === 'REJECT_CREDIT') throw field('CARD_CREDIT')
  if (check.verdict === 'CONFIRM' && !confirmed) throw field('CARD_CONFIRM')
  return check.card
}

const field = (code: 'CARD_FORMAT' | 'CARD_CREDIT' | 'CARD_CONFIRM' | 'CARD_NAME_MISMATCH'): Refusal => {
  const refusal = new Refusal(code)
  return new Refusal(code, refusal.wordsZh, { '/cardNumber': refusal.wordsZh })
}

/** Money that is queued or sent goes to the account that was frozen with it; another card now would only confuse. */
const isOnItsWay = ({ progress: { state } }: PayoutRecord): boolean => ['READY', 'BATCHED', 'SENT', 'PROCESSING', 'UNKNOWN', 'FAILED_RETRY'].includes(state)

/** No visit to the bank mends these: the same card again would only cost the member one of three changes and another wait. */
const lasting: ReadonlySet<string> = new Set(['ACCOUNT_CLOSED', 'CARD_INVALID', 'CREDIT_CARD'])

/** What is wrong with the card and what to do, in the words of the bank's code. */
const problemOf = (code: string | null): string | null => (isAccountCause(code) ? `${accountCauseZh[code]}。${bankCode(code)?.memberZh ?? '请更换本人名下的借记卡。'}` : null)

async function accountView({ account, tx, env }: Pick<HandlerContext<'getBankAccount'>, 'account' | 'tx' | 'env'>, card: BankCardRecord | undefined): Promise<BankAccount> {
  return {
    account: card
      ? {
          issuerZh: bankNameZh(card.issuer),
          last4: card.number.slice(-4),
          holderMasked: maskName(account.name),
          verifiedAt: card.verifiedAt,
          usable: card.verifiedAt !== null && card.problemCode === null,
          problemZh: problemOf(card.problemCode),
        }
      : null,
    c5Granted: await isGranted(tx, account.id, 'C5'),
    readsPhotos: env.recognition !== undefined,
  }
}
