import type { LetterKind } from '@/contract/schemas/drawn'
import { addressOf as addressIn } from '../../sheets/letter'
import { applicationBlocks, type Signed } from '../../sheets/application-form'
import { decisionBlocks, paidBlocks, supplementBlocks, upheldBlocks } from '../../sheets/letter-blocks'
import { letterSheet, letterTitles } from '../../sheets/letter'
import type { ClaimEventType } from '../../../rules/claim-types'
import type { ClaimRecord, DocumentRecord, LetterRecord, PayoutRecord } from '../../../store/entities'
import type { Block, Sheet } from '../../../drawing'
import type { FlowContext } from '../context'

/**
 * Letters of a claim, oldest first. A letter is frozen with what it tells of, word for word: what was sent is what is read years later,
 * whatever becomes of the claim, of its clauses or of our texts.
 */
export const lettersOf = async ({ tx }: Pick<FlowContext, 'tx'>, claim: ClaimRecord): Promise<LetterRecord[]> =>
  (await tx.list('letter', claim.ownerId)).filter(({ claimId }) => claimId === claim.id).sort((a, b) => a.no - b.no)

/** What the machine's own steps tell by letter: a list of papers, an appeal that changed nothing. */
export async function letterOfMove(context: FlowContext, claim: ClaimRecord, event: ClaimEventType): Promise<void> {
  const { state, supplement } = claim.progress
  if (state === 'SUPPLEMENT' && supplement && (event === 'requestMore' || event === 'return' || event === 'missing')) await issue(context, claim, 'SUPPLEMENT', supplementBlocks(claim, supplement))
  if (event === 'uphold' || event === 'upholdUnpaid') await issue(context, claim, 'APPEAL', upheldBlocks(claim))
}

/** A decision with its arithmetic; one that came of an appeal is the answer to it. */
export async function letterOfDecision(context: FlowContext, claim: ClaimRecord): Promise<void> {
  const { decision, progress } = claim
  if (!decision) return
  const appealed = progress.history[progress.history.length - 1]?.event === 'overturn'
  await issue(context, claim, appealed ? 'APPEAL' : decision.reasonCode === null ? 'APPROVED' : 'REJECTED', decisionBlocks(claim, decision))
}

export const letterOfPayout = (context: FlowContext, claim: ClaimRecord, payout: PayoutRecord): Promise<LetterRecord> => issue(context, claim, 'PAID', paidBlocks(claim, payout))

/** 申领表 as it was signed. */
export const letterOfSubmission = (context: FlowContext, claim: ClaimRecord, documents: readonly DocumentRecord[], signed: Signed): Promise<LetterRecord> =>
  issue(context, claim, 'APPLICATION', applicationBlocks(claim, documents, signed))

async function issue(context: FlowContext, claim: ClaimRecord, kind: LetterKind, blocks: readonly Block[]): Promise<LetterRecord> {
  const { tx, now } = context
  const no = (await lettersOf(context, claim)).length + 1
  const account = await tx.get('account', claim.ownerId)
  const deceased = claim.memberId === undefined ? undefined : (await tx.get('account', claim.memberId))?.name
  const sheet: Sheet = letterSheet({ kind, noZh: numberOf(claim, no), at: now, addressee: kind === 'APPLICATION' ? null : addressIn(account?.name ?? '', deceased), blocks })
  const letter: LetterRecord = { id: `${claim.id}-L${no}`, ownerId: claim.ownerId, claimId: claim.id, kind, no, titleZh: letterTitles[kind], issuedAt: now, sheet }
  await tx.put('letter', letter)
  return letter
}

export const numberOf = ({ claimNo }: Pick<ClaimRecord, 'claimNo'>, no: number): string => `${claimNo}-${String(no).padStart(2, '0')}`
