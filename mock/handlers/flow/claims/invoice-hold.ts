import { Refusal } from '../../../rules/refusal'
import type { ClaimRecord } from '../../../store/entities'
import type { Tx } from '../../../store/store'
import { invoiceKeyOf } from '../../records'

/**
 * An invoice is in one live claim (rule source A): the claim takes its own, and gives back the one that it had before.
 * @throws DUPLICATE_INVOICE; only the member's own claim is named, of somebody else's they learn that the invoice is taken
 */
export async function holdInvoice(tx: Tx, before: Pick<ClaimRecord, 'invoice'>, after: ClaimRecord): Promise<void> {
  const [oldKey, newKey] = [before.invoice && invoiceKeyOf(before.invoice), after.invoice && invoiceKeyOf(after.invoice)]
  if (oldKey === newKey) return
  if (oldKey !== null) await tx.releaseKey(oldKey)
  if (newKey === null) return
  const holder = await tx.claimKey(newKey, after.id)
  if (holder === after.id) return
  const other = await tx.get('claim', holder)
  const otherNo = other?.ownerId === after.ownerId ? other.claimNo : null
  const wordsZh = otherNo === null ? undefined : `这张票据已在申领${otherNo}中使用，请核对票据号码。`
  throw new Refusal('DUPLICATE_INVOICE', wordsZh, { '/invoice/number': wordsZh ?? '这张票据已用于另一笔申领，请核对票据号码。' }, otherNo === null ? {} : { otherClaimNo: otherNo, otherClaimId: other?.id })
}
