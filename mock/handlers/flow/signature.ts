import type { Strokes } from '@/contract/schemas/event'
import { formatInstantZh, type Instant } from '@/domain/dates'
import { maskName } from '@/domain/masking'
import { sha256Hex, utf8 } from '../../core'
import type { Account } from '../../store/entities'
import type { FileStore, Tx } from '../../store/store'
import { consentIdOf } from '../records'
import { consentTexts } from '../words/consent-texts'

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
  const drawn = utf8(signedSheet([`${titleZh}(版本${version})`, `会员${maskName(member.name)}现场签名确认领取赠送保障`, formatInstantZh(now)], strokes))
  const hash = sha256Hex(drawn)
  await files.put(hash, drawn)
  await tx.put('signature', { id: ticketId, ownerId: member.id, ticketId, hash, consentVersion: version, repId: rep.id, at: now, strokes })
  const id = consentIdOf(member.id, 'C1')
  const standing = await tx.get('consent', id)
  if (!standing?.granted || standing.version !== version) await tx.put('consent', { id, ownerId: member.id, consentId: 'C1', version, granted: true, standing: null, at: now, claimId: null })
}

/** An SVG sheet: the lines that were signed, below them the signature in a field of 1000 x 1000. */
export function signedSheet(lines: readonly string[], strokes: Strokes): string {
  const words = lines.map((line, at) => `<text x="40" y="${80 + at * 60}" font-size="40">${escaped(line)}</text>`).join('')
  const paths = strokes.map((stroke) => `<polyline points="${stroke.map(([x, y]) => `${x},${y}`).join(' ')}"/>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1300" lang="zh-CN"><rect width="1000" height="1300" fill="#fff"/>${words}<g transform="translate(0 280)" fill="none" stroke="#000" stroke-width="6" stroke-linecap="round" stroke-linejoin="round">${paths}</g></svg>`
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
