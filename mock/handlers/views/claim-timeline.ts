import type { Tone, TimelineItem } from '@/contract/schemas/common'
import { localDateOf } from '@/domain/dates'
import { formatFen } from '@/domain/money'
import type { ActorRole } from '../../rules/actors'
import { claimWords } from '../../rules/claim-table'
import type { ClaimHistoryEntry, ClaimProgress } from '../../rules/claim-types'
import { reasonTitle } from '../../rules/reasons'
import type { StatementRecord } from '../../store/entities'
import { paperTitle } from '../words/paper-words'

const actors: Readonly<Record<ActorRole, string>> = {
  MEMBER: '您',
  AGENT: '代办人',
  SYSTEM: '系统',
  UNION: '单位工会',
  REVIEWER: '代办处审核人员',
  APPEAL_REVIEWER: '复核人员',
  FINANCE: '互助会财务',
  BANK: '银行',
}
export const actorZh = (role: ActorRole): string => actors[role]

/** Codes that the member reads; what the system proposes to a reviewer (flagFail) is not among them. */
const toldCodes: ReadonlySet<string> = new Set(['reject', 'approve', 'missing', 'requestMore', 'return', 'overturn', 'uphold', 'recover', 'dispute', 'prefill'])

/** Steps that are no transition, and that the member reads all the same. */
const recorded: ReadonlySet<string> = new Set(['reviewOverdue', 'setOff', 'offsetGivenBack'])

/** What has happened to a claim, oldest first, with who did it and what they wrote. */
export function claimTimeline(claim: ClaimProgress, statements: readonly StatementRecord[] = []): TimelineItem[] {
  const { history } = claim
  const shown = history.filter((entry) => entry.transition !== null || recorded.has(entry.event))
  return shown.map((entry, at) => ({
    titleZh: titleOf(entry),
    at: entry.at,
    whoZh: actorZh(entry.actor.role),
    detailZh: [detailOf(entry, claim), ...writtenWith(entry, statements)].filter(Boolean).join('；') || null,
    tone: at === shown.length - 1 ? toneOf(entry) : 'neutral',
  }))
}

function titleOf({ event, to }: ClaimHistoryEntry): string {
  if (event === 'create') return '建立草稿'
  if (event === 'resubmit') return '已补充材料'
  if (event === 'reviewOverdue') return '审核延迟，已提醒督办'
  if (event === 'setOff') return '已从另一笔互助金中抵扣'
  if (event === 'offsetGivenBack') return '多抵扣的款项另行拨付'
  if (event === 'payoutReturned') return '银行退回'
  return to === null ? '已删除' : claimWords(to).titleZh
}

function detailOf(entry: ClaimHistoryEntry, { amountFen, paidFen, supplement }: ClaimProgress): string | null {
  const { event, to, codes } = entry
  // The list of what is missing, item by item, for the round that is open; earlier rounds keep their reasons only.
  if (to === 'SUPPLEMENT' && supplement && localDateOf(entry.at) === supplement.askedOn) return supplement.items.map(({ doc, code }) => `${paperTitle(doc)}(${reasonTitle(code)})`).join('、')
  if (toldCodes.has(event) && codes.length > 0) return [...new Set(codes)].map(reasonTitle).join('、')
  if (to === 'APPROVED' && amountFen !== null) return `核定互助金${formatFen(amountFen)}元`
  return to === 'PAID' && paidFen > 0 ? `${formatFen(paidFen)}元已到账` : null
}

const writtenWith = ({ event, at }: ClaimHistoryEntry, statements: readonly StatementRecord[]): string[] =>
  statements.filter((statement) => statement.event === event && statement.at === at).map(({ doc, textZh }) => (doc === null ? textZh : `${paperTitle(doc)}：${textZh}`))

const tones: Readonly<Record<string, Tone>> = { action: 'action', info: 'info', success: 'success', warn: 'warn', neutral: 'neutral' }
const toneOf = ({ to }: ClaimHistoryEntry): Tone => (to === null ? 'neutral' : (tones[claimWords(to).tone] ?? 'neutral'))
