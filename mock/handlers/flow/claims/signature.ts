import type { Signature } from '@/contract/schemas/drawn'
import type { SubmitScan } from '@/contract/schemas/event'
import type { Instant } from '@/domain/dates'
import { maskName } from '@/domain/masking'
import { sameName } from '@/domain/names'
import { isSignature } from '@/domain/strokes'
import type { Account } from '../../../store/entities'
import type { FileStore, Tx } from '../../../store/store'
import { consentIdOf } from '../../records'
import { consentSheet } from '../../sheets/on-site-consent'
import { consentTexts } from '../../words/consent-texts'
import { keepDrawn } from '../papers/drawn-file'

interface Context {
  tx: Tx
  files: FileStore
  now: Instant
  rep: Account
}

/** What came with a scan; undefined: nobody has signed. */
export const signatureWith = ({ strokes, typedName }: Pick<SubmitScan, 'strokes' | 'typedName'>): Signature | undefined => (strokes ? { strokes } : typedName === undefined ? undefined : { typedName })

/** Drawn strokes that are more than a slip, or the own name, typed as it is registered. */
export const isSigned = (signature: Signature, name: string): boolean => ('strokes' in signature ? isSignature(signature.strokes) : sameName(signature.typedName, name))

/**
 * Keeps what a member without a phone has signed on the rep's device (GR10): C1 with its version and the confirmation, drawn by the
 * server from the points or the name, so that nobody can hand in a picture. The signature is C1's consent.
 */
export async function keepSignature({ tx, files, now, rep }: Context, member: Account, ticketId: string, signature: Signature): Promise<void> {
  const { version, titleZh } = consentTexts.C1
  const hash = await keepDrawn(files, consentSheet({ titleZh, version, nameMasked: maskName(member.name), at: now, signature }))
  await tx.put('signature', { id: ticketId, ownerId: member.id, ticketId, hash, consentVersion: version, repId: rep.id, at: now, ...signature })
  const id = consentIdOf(member.id, 'C1')
  const standing = await tx.get('consent', id)
  if (!standing?.granted || standing.version !== version) await tx.put('consent', { id, ownerId: member.id, consentId: 'C1', version, granted: true, standing: null, at: now, claimId: null })
}
