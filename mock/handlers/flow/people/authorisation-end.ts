import type { Instant } from '@/domain/dates'
import type { Tx } from '../../../store/store'
import { isLive } from './access'

/** Ends the running authorisations of a member: all of them (C6 withdrawn), or those of one agent, who gets a new one. */
export async function endAuthorisations(tx: Tx, ownerId: string, now: Instant, agentId?: string): Promise<void> {
  const running = (await tx.list('authorisation', ownerId)).filter((record) => isLive(record, now) && (agentId === undefined || record.agentId === agentId))
  for (const record of running) await tx.put('authorisation', { ...record, endedAt: now })
}
