import { cleanMemberNo } from '@/domain/cleaners'
import { sameName } from '@/domain/names'
import { compactNumber } from '@/domain/text'
import type { Env } from '../../../core'
import { giftCodes } from '../../../rules/gift-codes'
import type { Account } from '../../../store/entities'
import type { Tx } from '../../../store/store'

const { entryMissesMax, entryMissMinutes } = giftCodes.limits
const WINDOW_MS = entryMissMinutes * 60_000

/**
 * The member whose number and name both fit (R: no search by ID alone). A wrong number and a wrong name are the same answer: who
 * guesses learns from neither.
 */
export async function enteredMember(tx: Tx, memberNo: string, name: string): Promise<Account | undefined> {
  const wanted = compactNumber(cleanMemberNo(memberNo))
  if (wanted === '') return undefined
  const found = (await tx.list('account')).find(({ membership }) => membership !== null && compactNumber(membership.memberNo) === wanted)
  return found && sameName(found.name, name) ? found : undefined
}

const missesOf = async (tx: Tx, env: Env, repId: string): Promise<number[]> => ((await tx.get('entryMiss', repId))?.atMs ?? []).filter((atMs) => env.wallMs() - atMs < WINDOW_MS)

/** Whether a rep has missed so often of late (A: five times in ten minutes) that nothing is looked up for now. */
export const missedTooOften = async (tx: Tx, env: Env, repId: string): Promise<boolean> => (await missesOf(tx, env, repId)).length >= entryMissesMax

export const rememberMiss = async (tx: Tx, env: Env, repId: string): Promise<void> => tx.put('entryMiss', { id: repId, atMs: [...(await missesOf(tx, env, repId)), env.wallMs()] })

/** How long, in seconds, until something is looked up again. */
export const missPauseSeconds = async (tx: Tx, env: Env, repId: string): Promise<number> => Math.max(1, Math.ceil((((await missesOf(tx, env, repId))[0] ?? 0) + WINDOW_MS - env.wallMs()) / 1000))
