import type { ClaimOption, ClaimOptions, DocumentType, OptionCover } from '@/contract/schemas/claim'
import type { ClaimKind } from '@/contract/schemas/claim-kind'
import type { PlanId } from '@/contract/schemas/common'
import { addDays, formatDateZh, type LocalDate } from '@/domain/dates'
import { claimWindowEnd } from '@/domain/scheme-dates'
import { benefitParams, claimWindowYears, planInfo, planParam } from '../../rules/plans'
import type { CoverageRecord } from '../../store/entities'
import type { Claimant } from '../flow/claims/claim-benefit'
import { dayWords } from '../flow/claims/claim-checks'
import { begunCovers, goesByAccident, holdsOn, isDiagnosed, plansFor, typesOf } from '../flow/claims/claim-covers'
import { kindWords, sexLimitZh, worthZh } from '../words/kind-words'
import { neededPaper } from '../words/paper-words'
import { capOf } from './caps'
import { papersOfTypes } from './claim-papers'
import { usedFenOf, usesOf } from './usage'

const memberKinds: readonly ClaimKind[] = ['ILLNESS', 'ACCIDENT', 'CRITICAL', 'FEMALE']

/** Whose cover it is, as the reader says it. */
type Whose = '您' | '会员'

/** What a member may claim; of somebody who has died, only the death (by the beneficiary). `byAgent`: it is read by who files for the member. */
export const claimOptionsView = (claimant: Claimant, today: LocalDate, on?: LocalDate, byAgent = false): ClaimOptions => ({
  options: (claimant.account.diedOn ? (['DEATH'] as const) : memberKinds).map((kind) => optionFor(kind, claimant, today, on, byAgent ? '会员' : undefined)),
})

/**
 * What can be claimed for what happened, from covers that have begun and whose two years to claim are not over.
 * @param on the deciding day where it is known: then covers of that day, and what stands against them
 */
export function optionFor(kind: ClaimKind, claimant: Claimant, today: LocalDate, on?: LocalDate, whose: Whose = claimant.account.diedOn ? '会员' : '您'): ClaimOption {
  const { titleZh, textZh } = kindWords(kind)
  const begun = begunCovers({ cause: kind }, claimant.coverages, today).filter(({ endsOn }) => today <= claimWindowEnd(endsOn, claimWindowYears))
  const covers = on === undefined ? begun : begun.filter((cover) => holdsOn(cover, on))
  const unfit = unfitZh(kind, claimant)
  const tooLate = on !== undefined && today > claimWindowEnd(on, claimWindowYears)
  const available = covers.length > 0 && unfit === null && !tooLate
  const views = available ? covers.map((cover) => coverView(kind, cover, claimant, on)) : []
  // Where every cover pays nothing that day it is said once, above them; the member may still hand it in and be told by a person.
  const [first] = views
  const against = first && views.every(({ problemZh }) => problemZh !== null) ? first.problemZh : null
  return {
    cause: kind,
    titleZh,
    textZh,
    available,
    reasonZh: available ? against : (unfit ?? (tooLate ? tooLateZh(on) : noCoverZh(kind, claimant, today, whose, on))),
    dayZh: dayWords(kind).dayZh,
    covers: views,
    papers: usualPapers(kind, begun).map(neededPaper),
  }
}

function coverView(kind: ClaimKind, cover: CoverageRecord, { claims }: Claimant, on?: LocalDate): OptionCover {
  const { planId, effectiveOn, endsOn, benefitsFrom, shares } = cover
  const accidental = goesByAccident(planId) || kind === 'ACCIDENT'
  const { label } = planParam(planId, figureOf[planId]) ?? { label: 'A' }
  const remainingFen = Math.max(0, capOf(cover).fen - usedFenOf(cover, claims))
  const problemZh = onceOnlyZh(kind, cover, claims) ?? usedUpZh(cover, claims, remainingFen) ?? (on !== undefined && !accidental && on < benefitsFrom ? waitingZh(kind, cover) : null)
  return {
    planId,
    planNameZh: planInfo(planId).nameZh,
    effectiveOn,
    endsOn,
    // An accident waits for nothing (rule source A).
    benefitsFrom: accidental ? effectiveOn : benefitsFrom,
    remainingFen,
    worthZh: worthZh(kind, planId, shares),
    mostFen: problemZh === null ? Math.min(remainingFen, mostOfOneFen(kind, cover, claims)) : 0,
    sample: label !== 'R' || capOf(cover).sample,
    problemZh,
  }
}

const figureOf: Readonly<Record<PlanId, string>> = { P1: 'ratePercent', P2: 'ratePercent', P3: 'dailyFen', P4: 'sumFen', P5A: 'severeFen', P5B: 'severeFen', P6: 'malignantFen', G7: 'medicalRatePercent' }

const waitingZh = (kind: ClaimKind, { planId, benefitsFrom }: CoverageRecord): string =>
  `${planInfo(planId).nameZh}免责期到${formatDateZh(addDays(benefitsFrom, -1))}为止，这一天${isDiagnosed(kind) ? '确诊' : '住院'}的按规则不给付；有不同意见仍可以提交，由人工审核。`

/** A death is paid once. P5 and P6 pay each class once; after the severe one the cover has ended. */
function onceOnlyZh(kind: ClaimKind, cover: CoverageRecord, claims: Claimant['claims']): string | null {
  if (kind === 'DEATH') return usesOf(cover, claims).some(({ claim }) => claim.cause === 'DEATH') ? `${planInfo(cover.planId).nameZh}的身故互助金已经给付过。` : null
  const paid = paidCategories(cover, claims)
  if (paid.includes('SEVERE')) return `${planInfo(cover.planId).nameZh}已经给付过重疾，保障已终止。`
  return paid.length >= 2 ? `${planInfo(cover.planId).nameZh}的两类都已经给付过。` : null
}

/** The most of one claim, before the cap of the period, fen: a fixed sum where the plan pays one for what happened. */
function mostOfOneFen(kind: ClaimKind, cover: CoverageRecord, claims: Claimant['claims']): number {
  const { sumFen, severeFen, malignantFen, inSituFen, maxShares } = benefitParams[cover.planId]
  const times = Math.min(cover.shares, maxShares)
  switch (kind) {
    case 'DEATH':
      return sumFen
    case 'CRITICAL':
      return severeFen
    case 'FEMALE':
      return times * (paidCategories(cover, claims).includes('MALIGNANT') ? inSituFen : malignantFen)
    case 'ILLNESS':
    case 'ACCIDENT':
      return Infinity
    default:
      return kind satisfies never
  }
}

const paidCategories = (cover: CoverageRecord, claims: Claimant['claims']): string[] => usesOf(cover, claims).flatMap(({ claim }) => (claim.diagnosis ? [claim.diagnosis.category] : []))

/** Nothing is left of the period: no admission that counts, or no money. */
function usedUpZh(cover: CoverageRecord, claims: Claimant['claims'], remainingFen: number): string | null {
  const { nameZh } = planInfo(cover.planId)
  if (remainingFen === 0) return `${nameZh}本保障期的限额已用完，按规则不再给付；有不同意见仍可以提交，由人工审核。`
  const { maxAdmissions } = benefitParams[cover.planId]
  const byAdmission = cover.planId === 'P1' || cover.planId === 'P2'
  return byAdmission && usesOf(cover, claims).length >= maxAdmissions ? `${nameZh}本保障期已互助${maxAdmissions}次住院，按规则不再给付；有不同意见仍可以提交，由人工审核。` : null
}

function unfitZh(kind: ClaimKind, { account }: Claimant): string | null {
  const [planId] = plansFor({ cause: kind })
  const { sex } = benefitParams[planId]
  return sex !== null && account.sex !== sex ? sexLimitZh(planId) : null
}

const tooLateZh = (on: LocalDate): string => `申领时限到${formatDateZh(claimWindowEnd(on, claimWindowYears))}为止，已经超过。如有特殊原因，请拨打职工服务热线12351。`

function noCoverZh(kind: ClaimKind, { coverages }: Claimant, today: LocalDate, whose: Whose, on?: LocalDate): string {
  const own = coverages.filter(({ planId }) => plansFor({ cause: kind }).includes(planId))
  if (on !== undefined && own.length > 0) {
    const terms = own.map(({ planId, effectiveOn, endsOn }) => `${planInfo(planId).nameZh}${formatDateZh(effectiveOn)}至${formatDateZh(endsOn)}`)
    return `${formatDateZh(on)}不在${whose}的保障期内。保障期：${terms.join('；')}。`
  }
  const coming = own.find(({ effectiveOn }) => effectiveOn > today)
  return coming
    ? `${whose}的${planInfo(coming.planId).nameZh}自${formatDateZh(coming.effectiveOn)}零时起生效，生效后发生的才能申领。`
    : `${whose}目前没有包含${kindWords(kind).kindZh}的保障${whose === '您' ? '，可到“领取保障”看看有没有可以领取的赠送' : ''}。`
}

/** Papers that nearly every claim of the kind needs, so that people know what to bring home from the hospital. */
function usualPapers(kind: ClaimKind, covers: readonly CoverageRecord[]): DocumentType[] {
  const papers = papersOfTypes(typesOf({ cause: kind }, covers))
  return papers.length > 0 ? papers : papersOfTypes(kind === 'ILLNESS' ? ['INPATIENT'] : ['ACCIDENT_MEDICAL'])
}
