import type { Signature } from '@/contract/schemas/drawn'
import { Refusal } from '../../../rules/refusal'
import type { ClaimRecord, DocumentRecord } from '../../../store/entities'
import type { FileStore } from '../../../store/store'
import type { Signed } from '../../sheets/application-form'
import type { FlowContext } from '../context'
import { keepDrawn } from '../papers/drawn-file'
import { letterOfSubmission } from '../papers/letters'
import { isSigned } from './signature'

/** @throws VALIDATION_FAILED where it is none of this person */
export function requireSignature(signature: Signature, name: string): void {
  if (isSigned(signature, name)) return
  throw new Refusal('VALIDATION_FAILED', undefined, 'strokes' in signature ? { '/signature/strokes': '请先签名。' } : { '/signature/typedName': '输入的姓名与登记的姓名不一致，请核对。' })
}

/** 申领表 with the signature drawn into it, kept as a document of the claim. */
export async function keepForm(context: FlowContext & { files: FileStore }, claim: ClaimRecord, documents: readonly DocumentRecord[], signed: Signed): Promise<void> {
  const letter = await letterOfSubmission(context, claim, documents, signed)
  await context.tx.put('letter', { ...letter, hash: await keepDrawn(context.files, letter.sheet) })
}
