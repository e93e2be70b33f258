import type { Strokes } from '@/contract/schemas/event'
import type { Instant } from '@/domain/dates'
import { maskName } from '@/domain/masking'
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

/**
 * Keeps what a member without a phone has signed on the rep's device (GR10): C1 with its version and the confirmation, drawn by the
 * server from the points, so that nobody can hand in a picture. The signature is C1's consent.
 */
export async function keepSignature({ tx, files, now, rep }: Context, member: Account, ticketId: string, strokes: Strokes): Promise<void> {
  const { version, titleZh } = consentTexts.C1
  const hash = await keepDrawn(files, consentSheet({ titleZh, version, nameMasked: maskName(member.name), at: now, strokes }))
  await tx.put('signature', { id: ticketId, ownerId: member.id, ticketId, hash, consentVersion: version, repId: rep.id, at: now, strokes })
  const id = consentIdOf(member.id, 'C1')
  const standing = await tx.get('consent', id)
  if (!standing?.granted || standing.version !== version) await tx.put('consent', { id, ownerId: member.id, consentId: 'C1', version, granted: true, standing: null, at: now, claimId: null })
}
