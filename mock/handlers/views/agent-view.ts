import type { Claim, ClaimSummary } from '@/contract/schemas/claim'
import type { StatusView } from '@/contract/schemas/common'
import { maskName } from '@/domain/masking'
import type { Actor } from '../../rules/actors'
import type { ClaimRecord } from '../../store/entities'
import { claimView } from './claim-view'

type Reader = Parameters<typeof claimView>[0]

/** A claim for whoever asks: an agent reads neither what is paid nor digits of a card (C6), and may do only what is an agent's. */
export async function claimViewFor(reader: Reader, claim: ClaimRecord, { role }: Actor): Promise<Claim> {
  const view = await claimView(reader, claim)
  if (role !== 'AGENT') return view
  return { ...forAgent(view), forMasked: maskName((await reader.tx.get('account', claim.ownerId))?.name ?? ''), agentMasked: null }
}

const agentActions: readonly Claim['actions'][number][] = ['edit', 'submit', 'discard', 'resubmit', 'addPapers', 'refile']
const aboutMoney = (state: string): boolean => state === 'APPROVED' || state === 'PAYING' || state === 'PAID' || state === 'CLOSED' || state === 'RECOVERING'

function forAgent(view: Claim): Claim {
  const consents = view.consentsNeeded.length > 0
  return {
    ...view,
    status: statusForAgent(view.status),
    // The consents are the member's to give, on their own phone.
    consentsNeeded: [],
    missing: view.missing.map((line) => (line.part === 'consents' ? { ...line, textZh: `${line.textZh.replace(/^请先/, '请会员本人在“授权与同意”里')}` } : line)),
    // What earlier claims have used is money that was paid: the member's own business.
    estimate: view.decision === null && view.estimate ? { ...view.estimate, lines: view.estimate.lines.map(({ capZh: _, ...line }) => line) } : null,
    decision: null,
    timeline: view.timeline.map((item) => ({ ...item, whoZh: item.whoZh === '您' ? '会员' : item.whoZh === '代办人' ? '您' : item.whoZh, detailZh: item.detailZh !== null && /\d[\d,]*\.\d\d元/.test(item.detailZh) ? null : item.detailZh })),
    payoutIds: [],
    appeal: null,
    auto: null,
    recovery: null,
    feedback: null,
    actions: consents ? view.actions.filter((action) => agentActions.includes(action) && action !== 'submit') : view.actions.filter((action) => agentActions.includes(action)),
  }
}

export const summaryForAgent = (summary: ClaimSummary): ClaimSummary => ({ ...summary, amountFen: null, status: statusForAgent(summary.status) })

/** Where money is spoken of, the agent reads that the member has the figures. */
const statusForAgent = (status: StatusView): StatusView =>
  aboutMoney(status.state) ? { ...status, nextZh: '金额和到账情况由会员本人查看。', memberActs: false } : { ...status, nextZh: withoutMoney(status.nextZh) }
const withoutMoney = (text: string): string => text.replace(/[\d,]+\.\d\d元/g, '相应金额')
