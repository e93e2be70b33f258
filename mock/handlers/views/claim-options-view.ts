import type { ClaimOption, ClaimOptions, DocumentType } from '@/contract/schemas/claim'
import type { Cause } from '@/contract/schemas/common'
import { formatDateZh, type LocalDate } from '@/domain/dates'
import { claimWindowEnd } from '@/domain/scheme-dates'
import { claimWindowYears, planInfo } from '../../rules/plans'
import type { Claimant } from '../flow/claim-benefit'
import { begunCovers, plansFor } from '../flow/claim-covers'
import { paperWords } from '../words/paper-words'
import { capOf } from './caps'
import { usedFenOf } from './usage'

const words: Readonly<Record<Cause, { titleZh: string; textZh: string; kindZh: string }>> = {
  ILLNESS: { titleZh: '生病住院', textZh: '因疾病住院,已经出院结算的。', kindZh: '生病住院' },
  ACCIDENT: { titleZh: '意外受伤住院', textZh: '因跌倒、交通、工作受伤等意外住院,已经出院结算的。', kindZh: '意外受伤' },
}

/** Papers that nearly every stay needs, so that people know what to bring home from the hospital. */
const usualPapers: readonly DocumentType[] = ['ID_CARD', 'DISCHARGE_SUMMARY', 'MEDICAL_INVOICE', 'INSURANCE_SETTLEMENT']

export const claimOptionsView = (claimant: Claimant, today: LocalDate): ClaimOptions => ({
  options: [optionFor('ILLNESS', claimant, today), optionFor('ACCIDENT', claimant, today)],
  papers: usualPapers.map((documentType) => ({ documentType, titleZh: paperWords(documentType).titleZh })),
})

/** What can be claimed for a cause, from covers that have begun and whose two years to claim are not over. */
export function optionFor(cause: Cause, { coverages, claims }: Pick<Claimant, 'coverages' | 'claims'>, today: LocalDate): ClaimOption {
  const covers = begunCovers({ cause }, coverages, today).filter(({ endsOn }) => today <= claimWindowEnd(endsOn, claimWindowYears))
  const coming = coverages.find(({ planId, effectiveOn }) => plansFor({ cause }).includes(planId) && effectiveOn > today)
  const { titleZh, textZh, kindZh } = words[cause]
  const reasonZh = coming
    ? `您的${planInfo(coming.planId).nameZh}自${formatDateZh(coming.effectiveOn)}零时起生效,生效后发生的住院才能申领。`
    : `您目前没有包含${kindZh}的保障,可到“领取保障”看看有没有可以领取的赠送。`
  return {
    cause,
    titleZh,
    textZh,
    available: covers.length > 0,
    reasonZh: covers.length > 0 ? null : reasonZh,
    covers: covers.map((cover) => ({
      planId: cover.planId,
      planNameZh: planInfo(cover.planId).nameZh,
      effectiveOn: cover.effectiveOn,
      endsOn: cover.endsOn,
      benefitsFrom: cover.benefitsFrom,
      remainingFen: Math.max(0, capOf(cover).fen - usedFenOf(cover, claims)),
    })),
  }
}
