import type { LeadsTo, StatusView } from '@/contract/schemas/common'
import type { Todo } from '@/contract/schemas/member'
import { addDays, formatDateZh, formatInstantZh, localDateOf, type Instant, type LocalDate } from '@/domain/dates'
import { formatFen } from '@/domain/money'
import { planInfo } from '../../rules/plans'
import { payoutStatus } from '../../rules/wording'
import type { Account, ClaimRecord, PayoutRecord } from '../../store/entities'
import type { Tx } from '../../store/store'
import { readGiftFacts } from '../flow/gifts/gift-facts'
import { campaignOf } from '../flow/gifts/places'
import { statusOf, titleOf } from './claim-view'
import { isOffered, offerView } from './gift-view'
import { renewalTodos } from './home-renewals'

interface Reader {
  tx: Tx
  account: Account
  now: Instant
  today: LocalDate
}

/** How long the good news stays on the first page. */
const PAID_DAYS = 30

const order: Readonly<Record<Todo['kind'], number>> = { SUPPLEMENT: 0, CONFIRM: 1, RECOVERY: 2, BANK_CARD: 3, CONSENT: 4, DRAFT: 5, RENEWAL: 6, GIFT: 7, MONEY_ON_THE_WAY: 8, IN_REVIEW: 9, PAID: 10 }

/** What waits for the member, what they wait for: first what they have to do themselves. */
export async function todosOf(reader: Reader): Promise<Todo[]> {
  const claims = await reader.tx.list('claim', reader.account.id)
  const payouts = await reader.tx.list('payout', reader.account.id)
  const todos = [...(await renewalTodos(reader)), ...(await gifts(reader)), ...claims.flatMap((claim) => claimTodo(claim, reader)), ...payouts.flatMap((payout) => payoutTodo(payout, reader))]
  return todos.sort((a, b) => order[a.kind] - order[b.kind])
}

async function gifts({ tx, account, now, today }: Reader): Promise<Todo[]> {
  if (!account.membership) return []
  const facts = await readGiftFacts(tx, account, today)
  const reserved = (await tx.list('ticket', account.id)).filter(({ progress }) => progress.reservedUntil !== null && progress.reservedUntil >= now)
  const toConfirm: Todo[] = []
  for (const { campaignId, progress } of reserved) {
    const { planId } = await campaignOf(tx, campaignId)
    const untilZh = formatInstantZh(progress.reservedUntil ?? now)
    toConfirm.push({ kind: 'GIFT', titleZh: '请确认领取', textZh: `为您预留了${planInfo(planId).nameZh}，请在${untilZh}前确认，确认后才生效。`, tone: 'action', leadsTo: { page: 'gift', id: campaignId } })
  }
  const offered = (await tx.list('campaign'))
    .filter(({ id }) => !reserved.some(({ campaignId }) => campaignId === id))
    .filter((campaign) => isOffered(campaign, facts, now))
    .map((campaign) => offerView(campaign, facts, now))
    .filter(({ state }) => state === 'AVAILABLE')
    .map(({ campaignId, planNameZh, sponsorZh, closesOn }) => ({
      kind: 'GIFT' as const,
      titleZh: '有一份保障可以领取',
      textZh: `${sponsorZh}赠送您${planNameZh}，不用付费，${formatDateZh(closesOn)}前可领取。`,
      tone: 'action' as const,
      leadsTo: { page: 'gift' as const, id: campaignId },
    }))
  return [...toConfirm, ...offered]
}

function claimTodo(claim: ClaimRecord, { now }: Reader): Todo[] {
  const status = (): StatusView => statusOf(claim, [], now)
  const detail: LeadsTo = { page: 'claimDetail', id: claim.id }
  switch (claim.progress.state) {
    case 'DRAFT':
      return [todo('DRAFT', `有一份${titleOf(claim)}草稿`, status(), { page: 'claimDraft', id: claim.id })]
    case 'SUPPLEMENT':
      return [todo('SUPPLEMENT', '申领需要补材料', status(), { page: 'claimSupplement', id: claim.id })]
    case 'AUTO_MATCHED':
      return [todo('CONFIRM', '有一笔互助金等您确认', status(), detail)]
    case 'RECOVERING':
      return [todo('RECOVERY', '有一笔互助金需要退回', status(), detail)]
    case 'SUBMITTED':
    case 'UNION_CHECK':
    case 'PRECHECK':
    case 'REVIEWING':
    case 'INVESTIGATING':
    case 'APPEALING':
      return [todo('IN_REVIEW', `${titleOf(claim)}：${status().titleZh}`, status(), detail)]
    // Money that is on its way is told by its payout; what is over is not waited for.
    case 'APPROVED':
    case 'PAYING':
    case 'REJECTED':
    case 'PAID':
    case 'WITHDRAWN':
    case 'EXPIRED':
    case 'CLOSED':
      return []
    default:
      return unreachable(claim.progress.state)
  }
}

function payoutTodo({ id, amountFen, progress }: PayoutRecord, { today }: Reader): Todo[] {
  const status = payoutStatus(progress)
  const amountZh = `互助金${formatFen(amountFen)}元`
  const detail: LeadsTo = { page: 'payoutDetail', id }
  switch (progress.state) {
    case 'ACCOUNT_REQUIRED':
    case 'FAILED_ACTION':
    case 'RETURNED':
      return progress.accountCause === 'C5_MISSING' ? [todo('CONSENT', `${amountZh}等您同意`, status, { page: 'consents', id: 'C5' })] : [todo('BANK_CARD', `${amountZh}等您绑定银行卡`, status, { page: 'bankCard', id: null })]
    case 'CREATED':
    case 'READY':
    case 'BATCHED':
    case 'SENT':
    case 'PROCESSING':
    case 'UNKNOWN':
    case 'FAILED_RETRY':
    case 'MANUAL':
      return [todo('MONEY_ON_THE_WAY', `${amountZh}正在发放`, status, detail)]
    case 'SUCCESS':
      return progress.paidAt !== null && addDays(localDateOf(progress.paidAt), PAID_DAYS) >= today ? [todo('PAID', `${amountZh}已到账`, status, detail)] : []
    case 'CANCELLED':
      return []
    default:
      return unreachable(progress.state)
  }
}

const todo = (kind: Todo['kind'], titleZh: string, { nextZh, whenZh, tone }: StatusView, leadsTo: LeadsTo): Todo => ({ kind, titleZh, textZh: `${nextZh}${whenZh}`, tone, leadsTo })

const unreachable = (state: never): never => {
  throw new Error(`not a state: ${String(state)}`)
}
