import type { Enrolment } from '@/contract/schemas/member'
import { formatDateZh, formatInstantZh, localDateOf } from '@/domain/dates'
import type { Sheet } from '../../drawing'
import { footOf, ISSUER, issuedBy, SAMPLE } from './house'

/** What a member keeps of a gift and may show to others: no more of a person than the masked name. `checkLink`: in the code, an opaque id. */
export function certificateSheet({ certificateNo, nameMasked, sponsorZh, campaignZh, acceptedAt, coverage }: Enrolment, checkLink: string): Sheet {
  const { planNameZh, effectiveOn, endsOn, waitingEndsOn, benefitsFrom } = coverage
  return {
    titleZh: `保障凭证 ${certificateNo}`,
    at: acceptedAt,
    size: 'slip',
    watermarkZh: SAMPLE,
    blocks: [
      { kind: 'band', overZh: ISSUER, titleZh: '保障凭证', underZh: planNameZh },
      { kind: 'figure', labelZh: '保障期', valueZh: `${formatDateZh(effectiveOn)} – ${formatDateZh(endsOn)}`, noteZh: '首日零时起，末日二十四时止' },
      {
        kind: 'facts',
        items: [
          { labelZh: '会员', valueZh: nameMasked },
          { labelZh: '凭证编号', valueZh: certificateNo },
          { labelZh: '免责期', valueZh: waitingEndsOn ? `至${formatDateZh(waitingEndsOn)}` : '没有免责期' },
          { labelZh: '可申领', valueZh: `${formatDateZh(benefitsFrom)}起${waitingEndsOn ? '的住院' : '发生的情况'}` },
          ...(sponsorZh ? [{ labelZh: '赠送', valueZh: sponsorZh }] : []),
          ...(campaignZh ? [{ labelZh: '活动', valueZh: campaignZh }] : []),
          { labelZh: '确认时间', valueZh: formatInstantZh(acceptedAt) },
        ],
      },
      { kind: 'rule' },
      { kind: 'code', data: checkLink, side: 118, captionZh: ['扫码核验这份凭证'] },
      issuedBy(formatDateZh(localDateOf(acceptedAt))),
    ],
    footZh: footOf('保障内容以参保计划的条款为准'),
  }
}
