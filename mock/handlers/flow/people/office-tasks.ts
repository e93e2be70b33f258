import type { DecideTask } from '@/contract/schemas/correction'
import { Refusal } from '../../../rules/refusal'
import type { SettlementRecord, TaskRecord } from '../../../store/entities'
import type { FileStore } from '../../../store/store'
import { autoClaim } from '../claims/auto-claim'
import type { FlowContext } from '../context'
import { notify } from '../notify'
import { correctPerson } from './person'

/** What the office has decided, and what follows from it. @returns what came of it, for the office @throws VALIDATION_FAILED */
export async function settleTask(context: FlowContext & { files: FileStore }, task: TaskRecord, { decision, reasonZh }: DecideTask, by: string): Promise<string> {
  const { tx, now, files } = context
  const accepted = decision === 'ACCEPT'
  const done = { ...task, state: accepted ? ('ACCEPTED' as const) : ('REFUSED' as const), reasonZh: reasonZh ?? null, decidedBy: by, decidedAt: now }
  if (task.about.kind === 'IDENTITY_CONFLICT') {
    const { settlement } = task.about
    await tx.put('task', { ...done, about: { ...task.about, settlement: null } })
    if (settlement === null) throw new Error(`task ${task.id} without its settlement`)
    return accepted ? takeOver(context, settlement) : leaveOut(context, task)
  }

  if (!accepted && reasonZh === undefined) throw new Refusal('VALIDATION_FAILED', undefined, { '/reasonZh': '请写明不通过的原因，会员会看到。' })
  const { hash, name } = task.about
  // The picture has served its purpose.
  if (hash !== null) await files.delete(hash)
  await tx.put('task', { ...done, about: { ...task.about, hash: null } })
  const account = await tx.get('account', task.ownerId)
  if (!account) throw new Refusal('NOT_FOUND')
  if (accepted) {
    await correctPerson(context, account, { name })
    return '姓名已更正。'
  }
  await notify(context, task.ownerId, 'DATA_REFUSED', { values: { causeZh: (reasonZh ?? '').replace(/。$/, '') } })
  return '已退回，会员会看到原因。'
}

/** It is the member's: on with it as if the names were equal, through all the other guards. */
async function takeOver(context: FlowContext, { nameZh: _other, ...settlement }: SettlementRecord): Promise<string> {
  const { outcome } = await autoClaim(context, settlement)
  return { MATCHED: '已按免审即享处理。', PREFILLED: '已为会员备好申领草稿。', PERSON: '仍需人工核对。', NOTHING: '没有可以申领的保障，未作处理。' }[outcome]
}

/** It is somebody else's. The member hears that there was one, and nothing of what stood in it. */
async function leaveOut(context: FlowContext, { ownerId }: TaskRecord): Promise<string> {
  await notify(context, ownerId, 'SETTLEMENT_NOT_YOURS', {})
  return '数据已丢弃，会员已收到通知。'
}
