import { isRefusal, messageOf } from '@/api/api-error'
import { parseCode, type ScannedCode } from '@/domain/codes'
import type { FoundCode } from '@/platform/scan'
import { scanTexts as t } from '../texts'

export interface Words {
  title: string
  detail: string
}

/** What a code is that leads nowhere here, in words. */
export function wordsOf(read: Exclude<ScannedCode, { kind: 'gift' | 'certificate' }>): Words {
  if (read.kind === 'card') return { title: t.card, detail: t.cardDetail }
  switch (read.what) {
    case '新版会员码':
      return { title: t.newer, detail: t.newerDetail }
    case '不完整的活动码':
      return { title: t.cutOff, detail: t.cutOffDetail }
    case '不完整的会员码':
      return { title: t.cardCutOff, detail: t.cardDetail }
    case '不完整的凭证码':
      return { title: t.certificateCutOff, detail: t.certificateCutOffDetail }
    case '乱码':
      return { title: t.garbled, detail: t.notOurs }
    case '过长的内容':
      return { title: t.tooLong, detail: t.notOurs }
    default:
      return { title: t.foreign(read.what), detail: t.foreignDetail }
  }
}

/** Why a code of ours leads nowhere now: its title and the words of the server. */
export function refusedWords(error: unknown): Words {
  const detail = messageOf(error) ?? ''
  if (isRefusal(error, 'CODE_EXPIRED')) return { title: t.expired, detail }
  if (isRefusal(error, 'CAMPAIGN_NOT_STARTED')) return { title: t.notStarted, detail }
  if (isRefusal(error, 'CODE_INVALID') || isRefusal(error, 'CODE_USED')) return { title: t.failed, detail }
  return { title: t.notAsked, detail }
}

/** One of several codes on a picture: where it is and what it is. */
export interface Choice {
  label: string
  text: string
}

export function choicesOf(codes: readonly FoundCode[]): Choice[] {
  const [a, b] = codes
  const pair = codes.length === 2 && a && b ? (Math.abs(a.y - b.y) > Math.abs(a.x - b.x) ? t.aboveEachOther : t.sideBySide) : null
  return codes.map(({ text }, at) => {
    const code = parseCode(text)
    return { text, label: t.which(pair?.[at] ?? t.nth(at + 1), code.kind === 'foreign' ? code.what : t.kinds[code.kind]) }
  })
}
