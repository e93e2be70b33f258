import type { Appeal, AutoMatch, Supplement } from '@/contract/schemas/claim-actions'
import { formatDateZh, formatInstantZh, type LocalDate } from '@/domain/dates'
import { formatFen } from '@/domain/money'
import type { SupplementItem } from '../../rules/claim-types'
import { workdayDue } from '../../rules/due'
import { startClock } from '../../rules/review-clock'
import { fileRules, limits, planInfo, workdayCalendar } from '../../rules/plans'
import { reasonWords } from '../../rules/reasons'
import type { ClaimRecord, DocumentRecord } from '../../store/entities'
import { isPaper, paperWords } from '../words/paper-words'
import { supplementValues } from '../words/supplement-words'

/** The list of what is asked for, while it is; each item says what, why, and how. */
export function supplementView({ progress, statements = [] }: ClaimRecord, documents: readonly DocumentRecord[]): Supplement | null {
  const { state, supplement } = progress
  if (state !== 'SUPPLEMENT' || !supplement) return null
  return {
    dueOn: supplement.dueOn,
    round: supplement.round,
    maxRounds: limits.supplementMaxRounds.value,
    items: supplement.items.map((item) => itemView(item, documents, statements)),
  }
}

function itemView({ id, doc, code, noteZh }: SupplementItem, documents: readonly DocumentRecord[], statements: NonNullable<ClaimRecord['statements']>): Supplement['items'][number] {
  const documentType = isPaper(doc) ? doc : 'OTHER'
  const paper = paperWords(documentType)
  const before = documents.filter((document) => document.documentType === documentType && document.supplementItemId !== id)
  const { memberZh, nextZh } = reasonWords(code, supplementValues(paper, before.length))
  const received = documents.some((document) => document.supplementItemId === id && document.state === 'RECEIVED')
  return {
    itemId: id,
    documentType,
    titleZh: paper.titleZh,
    whatZh: noteZh === undefined ? memberZh : `${memberZh}${noteZh}`,
    whyZh: paper.whyZh,
    tipZh: nextZh,
    sampleNoteZh: paper.tipZh,
    maxFiles: fileRules.maxFilesPerDocument.value,
    state: received ? 'RECEIVED' : 'OPEN',
    stateZh: received ? '已收到' : '待补充',
    reasonGivenZh: [...statements].reverse().find((statement) => statement.event === 'resubmit' && statement.doc === doc)?.textZh ?? null,
  }
}

/** What was frozen with the match, as long as the claim rests on it: a claim that was reopened is filled in by hand. */
export const runningMatch = ({ auto, progress }: ClaimRecord): NonNullable<ClaimRecord['auto']> | null => (auto && !progress.reopened ? auto : null)

/** Hospital, day of discharge and age of the data that an amount rests on which nobody has filled in; null: somebody has. */
export function autoSource(claim: ClaimRecord): string | null {
  const match = runningMatch(claim)
  return match && claim.stay ? `${claim.stay.hospitalZh}${formatDateZh(claim.stay.dischargedOn)}出院结算数据(更新于${formatInstantZh(match.dataAsOf)})` : null
}

/** Source, rule, clause and arithmetic of an amount that nobody has filled in (claim-states.json `autoClaim.explainZh`). */
export function autoView(claim: ClaimRecord, today: LocalDate): AutoMatch | null {
  const match = runningMatch(claim)
  const sourceZh = autoSource(claim)
  if (!match || sourceZh === null) return null
  const { progress } = claim
  const paying = match.calculation.lines.filter(({ amountFen }) => amountFen > 0)
  const clauses = paying.flatMap(({ planId }) => planInfo(planId).clauses.slice(0, 1))
  return {
    dataAsOf: match.dataAsOf,
    sourceZh,
    ruleZh: paying.map(({ planId, planNameZh }) => `${planNameZh}第${planInfo(planId).clauses[0]?.id ?? ''}条`).join('、'),
    clauseZh: clauses.map(({ id, zh }) => `示例条款${id}:${zh}`).join(''),
    formulaZh: paying.map(({ planNameZh, formulaZh }) => (paying.length > 1 ? `${planNameZh}：${formulaZh}` : formulaZh)).join('；'),
    dueOn: progress.state === 'AUTO_MATCHED' ? progress.autoDueOn : null,
    sampled: progress.flags.includes('SAMPLED'),
    personZh: progress.state === 'AUTO_MATCHED' ? personWords(match.calculation.amountFen, today) : null,
  }
}

/** What it costs to have a person look, if it were asked for today: money that is ready waits for the review. */
function personWords(amountFen: number, today: LocalDate): string {
  const { expected, hard } = startClock(today, workdayCalendar)
  const byWhen = expected.displayOn === null || hard.displayOn === null ? '完成时间以实际审核为准' : `预计${formatDateZh(expected.displayOn)}前完成，最迟${formatDateZh(hard.displayOn)}`
  return `转人工审核后，这笔${formatFen(amountFen)}元要等审核完成才发放，${byWhen}。金额可能不变、增加或减少。转过去以后不能再直接确认收款。`
}

/** The one appeal: until when, what would happen, and what was written in it. */
export function appealView({ progress, statements = [] }: ClaimRecord, today: LocalDate): Appeal | null {
  if (progress.appealUntil === null) return null
  const of = (...events: string[]): string | null => statements.find(({ event }) => events.includes(event))?.textZh ?? null
  const answerOn = workdayDue(today, limits.appealDecisionWorkdays.value, workdayCalendar).displayOn
  const byWhen = answerOn === null ? '并书面答复' : `预计${formatDateZh(answerOn)}前书面答复`
  return {
    until: progress.appealUntil,
    used: progress.appealUsed,
    nextZh: progress.appealUsed ? '本次申领的复核机会已使用。' : `由未参与原审核的人员重新审查,${byWhen}。每笔申领可以申请一次复核。`,
    groundsZh: of('appeal'),
    resultZh: of('overturn', 'uphold', 'upholdUnpaid'),
  }
}
