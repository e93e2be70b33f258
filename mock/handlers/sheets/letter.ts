import type { LetterKind } from '@/contract/schemas/drawn'
import { formatDateZh, localDateOf, type Instant } from '@/domain/dates'
import type { Block, Sheet } from '../../drawing'
import { footOf, ISSUER, issuedBy, SAMPLE } from './house'

export const letterTitles: Readonly<Record<LetterKind, string>> = {
  APPLICATION: '互助金申领表',
  SUPPLEMENT: '补充材料通知书',
  APPROVED: '互助金核定通知书',
  REJECTED: '不予发放互助金决定书',
  APPEAL: '复核决定书',
  PAID: '互助金到账通知书',
}

/** A letter is for its owner alone: it names them in full. `deceased`: the member whose death is claimed; then the owner is the beneficiary, and mostly no member. */
export const addressOf = (name: string, deceased?: string): string => (deceased === undefined ? `${name} 会员：` : `${name}（会员 ${deceased} 的受益人）：`)

interface Letter {
  kind: LetterKind
  noZh: string
  at: Instant
  /** null: a form that the member has filled in, not a letter to them. */
  addressee: string | null
  blocks: readonly Block[]
}

/** Head, number, whom it is for, what it says, who says it: an A4 letter. */
export function letterSheet({ kind, noZh, at, addressee, blocks }: Letter): Sheet {
  return {
    titleZh: `${letterTitles[kind]} ${noZh}`,
    at,
    size: 'a4',
    watermarkZh: SAMPLE,
    blocks: [
      { kind: 'text', textZh: ISSUER, centre: true, soft: true },
      { kind: 'heading', textZh: letterTitles[kind], level: 1, centre: true },
      { kind: 'text', textZh: `文书编号 ${noZh}`, centre: true, soft: true },
      { kind: 'rule' },
      ...(addressee === null ? [] : [{ kind: 'text', textZh: addressee } as const]),
      ...blocks,
      ...(addressee === null ? [] : [{ kind: 'gap', height: 14 } as const, issuedBy(formatDateZh(localDateOf(at)))]),
    ],
    footZh: footOf(),
  }
}
