import type { ClaimReceipt } from '@/contract/schemas/claim'
import { formatDateZh, formatInstantZh, localDateOf } from '@/domain/dates'
import type { Sheet } from '../../drawing'
import { footOf, ISSUER, issuedBy, SAMPLE } from './house'

/** What a member keeps of a submission; no hospital and no diagnosis, because a picture is passed on. */
export function receiptSheet({ claimNo, submittedAt, filesReceived, notReceived = [], nextZh, whoZh, whenZh }: ClaimReceipt, titleZh: string, nameMasked: string): Sheet {
  return {
    titleZh: `申领回执 ${claimNo}`,
    at: submittedAt,
    size: 'slip',
    watermarkZh: SAMPLE,
    blocks: [
      { kind: 'band', overZh: ISSUER, titleZh: '申领回执' },
      { kind: 'figure', labelZh: '受理编号', valueZh: claimNo },
      {
        kind: 'facts',
        items: [
          { labelZh: '申领人', valueZh: nameMasked },
          { labelZh: '类型', valueZh: titleZh },
          { labelZh: '提交时间', valueZh: formatInstantZh(submittedAt) },
          { labelZh: '收到的文件', valueZh: `${filesReceived} 个` },
          ...(notReceived.length > 0 ? [{ labelZh: '没有收到的文件', valueZh: notReceived.join('、') }] : []),
        ],
      },
      { kind: 'rule' },
      { kind: 'heading', textZh: '接下来', level: 2 },
      { kind: 'facts', items: [{ labelZh: '事项', valueZh: nextZh }, { labelZh: '由谁办理', valueZh: whoZh }, { labelZh: '什么时候', valueZh: whenZh }] },
      { kind: 'gap', height: 10 },
      issuedBy(formatDateZh(localDateOf(submittedAt))),
    ],
    footZh: footOf('本回执表示申领已受理，不代表审核结果'),
  }
}
