import type { SettlementRecord } from '../../../store/entities'
import { randomId } from '../../random'
import type { FlowContext } from '../context'

/** A settlement under another name: nothing of it is taken over or shown until somebody has looked. */
export async function askAboutIdentity({ tx, env, now }: FlowContext, settlement: SettlementRecord): Promise<void> {
  const about = { kind: 'IDENTITY_CONFLICT' as const, nameZh: settlement.nameZh ?? '', settlement }
  await tx.put('task', { id: randomId(env, 'task'), ownerId: settlement.ownerId, at: now, state: 'OPEN', about, reasonZh: null, decidedBy: null, decidedAt: null })
}

/** C2 was withdrawn: what waits for a person is not processed any more either. */
export async function dropIdentityQuestions({ tx }: Pick<FlowContext, 'tx'>, ownerId: string): Promise<void> {
  for (const task of await tx.list('task', ownerId)) if (task.state === 'OPEN' && task.about.kind === 'IDENTITY_CONFLICT') await tx.delete('task', task.id)
}
