import { addDays, formatDateZh, type Instant } from '@/domain/dates'
import { formatFen } from '@/domain/money'
import { claimWindowEnd } from '@/domain/scheme-dates'
import type { BenefitItem, BenefitLine } from '../../rules/benefit-types'
import { capFenOf } from '../../rules/coverage'
import { claimWindowYears, clauseZh, planInfo } from '../../rules/plans'
import { reasonWords } from '../../rules/reasons'
import type { TemplateValues } from '../../rules/template'
import { accidentDayZh } from './kind-words'
import type { ClaimRecord, CoverageRecord } from '../../store/entities'
import { decidingDay, goesByAccident } from '../flow/claims/claim-covers'
import { paperTitle } from './paper-words'

/** Words of a reason code about one cover of a claim, e.g. why a waiting period pays nothing. */
export const reasonAbout = (code: string, claim: ClaimRecord, cover: CoverageRecord | undefined, line?: BenefitLine): string => reasonWords(code, valuesAbout(claim, cover, line)).memberZh

/** The clause (示例条款) that a reason rests on: that of the plan where it has one, otherwise the common one. */
export function clauseAbout(code: string, claim: ClaimRecord, cover: CoverageRecord | undefined): string | null {
  const { clauses } = reasonWords(code, valuesAbout(claim, cover))
  const family = cover?.planId.replace(/^(P5).$/, '$1')
  const clauseId = clauses.find((id) => family !== undefined && id.startsWith(`${family}-`)) ?? clauses[0]
  const text = clauseId === undefined ? null : clauseZh(clauseId)
  return text === null ? null : `示例条款${clauseId}:${text}`
}

/** Everything that the texts of reject and adjust reasons may name. What nobody knows here is said in general words, never left open. */
function valuesAbout(claim: ClaimRecord, cover: CoverageRecord | undefined, line?: BenefitLine): TemplateValues {
  const day = (cover && decidingDay(claim, cover.planId)) ?? claim.stay?.admittedOn ?? claim.accidentOn ?? claim.diagnosis?.diagnosedOn ?? claim.createdAt.slice(0, 10)
  const windowFrom = claim.stay?.dischargedOn ?? day
  return {
    date: formatDateZh(day),
    dateLabel: claim.diagnosis ? '确诊日期' : cover && goesByAccident(cover.planId) ? accidentDayZh(claim.cause) : '入院日期',
    effectiveOn: cover ? formatDateZh(cover.effectiveOn) : '参保生效日',
    endsOn: cover ? formatDateZh(cover.endsOn) : '期满日',
    waitingEndsOn: formatDateZh(cover?.waitingEndsOn ?? addDays(cover?.benefitsFrom ?? day, -1)),
    planName: cover ? planInfo(cover.planId).nameZh : '相应的保障计划',
    windowEndsOn: formatDateZh(claim.progress.windowEndsOn ?? claimWindowEnd(windowFrom, claimWindowYears)),
    n: '三',
    cap: cover ? formatFen(capFenOf({ planId: cover.planId, city: cover.cityCode, shares: cover.shares })) : '约定的',
    paidOn: '此前',
    hospital: claim.stay?.hospitalZh ?? claim.diagnosis?.hospitalZh ?? '就诊医院',
    cause: '条款列明的除外情形',
    invoiceNoMasked: claim.invoice ? `****${claim.invoice.number.slice(-4)}` : '',
    otherClaimNo: '记录',
    wording: '疑似',
    items: missingZh(claim),
    gross: line && formatFen(line.grossFen),
    left: line && formatFen(line.amountFen),
    paid: line && formatFen(line.amountFen),
    other: formatFen(claim.amounts?.otherPaidFen ?? 0),
    old: '原填报内容',
    new: '核实后的内容',
    source: '医保结算单',
  }
}

/** Papers that were asked for and explained away instead of handed in. */
function missingZh({ statements = [] }: ClaimRecord): string {
  const papers = statements.flatMap(({ event, doc }) => (event === 'resubmit' && doc !== null ? [paperTitle(doc)] : []))
  return papers.length > 0 ? [...new Set(papers)].join('、') : '证明材料'
}

/** `2026-11-23T10:00:00+08:00` as used in notes of a calculation. */
export const noteZh = (decidedAt: Instant | null): string =>
  decidedAt === null ? '这是按您填写的内容算出的预估，以审核结果为准。' : `按审核核定的内容计算，${formatDateZh(decidedAt.slice(0, 10))}决定。`

/** The same for an amount that was worked out from settlement data. */
export const matchedNoteZh = (confirmedAt: Instant | null): string =>
  confirmedAt === null ? '按医保结算数据核算。' : `按医保结算数据核算，${formatDateZh(confirmedAt.slice(0, 10))}由您确认。`

/** The same where the standing instruction confirmed it: neither a reviewer nor the member has. */
export const standingNoteZh = (confirmedAt: Instant): string => `按医保结算数据核算，${formatDateZh(confirmedAt.slice(0, 10))}按您的“自动到账”授权确认。`

/** Another claim of the period has used a part of the cap since the amount was worked out. */
export const matchLoweredZh = (fen: number): string => `另一笔申领用去了一部分限额，这笔现在可领${formatFen(fen)}元，请看过再确认。`

/** What the bill's picture leaves out, so that its 互助金 and the amount above it agree (fen). */
export function besideZh(totalFen: number, billFen: number, besideFen: number, items: readonly BenefitItem[]): string {
  const what = [...(items.includes('ALLOWANCE') ? ['住院津贴'] : []), ...(items.includes('SUM') ? ['伤残互助金'] : [])].join('和')
  return `互助金共${formatFen(totalFen)}元：${formatFen(billFen)}元分担账单，${what}${formatFen(besideFen)}元另外给付，不算在账单里。`
}
