import type { Signature } from '@/contract/schemas/drawn'
import { formatInstantZh, type Instant } from '@/domain/dates'
import type { Sheet } from '../../drawing'
import { footOf, ISSUER, SAMPLE } from './house'

interface Signed {
  /** The consent and its version. */
  titleZh: string
  version: string
  nameMasked: string
  at: Instant
  signature: Signature
}

/** What a member without a phone has signed at an event: consent and confirmation of the gift, the signature below. */
export function consentSheet({ titleZh, version, nameMasked, at, signature }: Signed): Sheet {
  const linesZh = [formatInstantZh(at)]
  return {
    titleZh: '现场签名确认',
    at,
    size: 'slip',
    watermarkZh: SAMPLE,
    blocks: [
      { kind: 'band', overZh: ISSUER, titleZh: '现场签名确认' },
      { kind: 'text', textZh: `${titleZh}(版本${version})` },
      { kind: 'text', textZh: `会员${nameMasked}现场签名确认领取赠送保障。` },
      'strokes' in signature ? { kind: 'signature', labelZh: '会员签名', strokes: signature.strokes, linesZh } : { kind: 'typed', labelZh: '会员签名（以输入姓名代签）', nameZh: signature.typedName, linesZh },
    ],
    footZh: footOf(),
  }
}
