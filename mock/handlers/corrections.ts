import type { NameChange } from '@/contract/schemas/correction'
import { checkPersonName } from '@/domain/id-document'
import { maskName } from '@/domain/masking'
import { sameName } from '@/domain/names'
import { kept, sha256Hex, type Handler } from '../core'
import { inspectFile } from '../core/documents'
import { Refusal } from '../rules/refusal'
import type { TaskRecord } from '../store/entities'
import { takeUpload } from './flow/papers/uploads'
import { correctPerson, isPhoneTaken } from './flow/people/person'
import { checkCode } from './flow/people/sms-code'
import { own } from './guards'
import { newestFirst } from './paging'
import { randomId } from './random'
import { meView } from './views/account-view'

/** The old phone stays until the new one is proven. The same phone again is no error: the first answer may have been lost. */
export const changePhone: Handler<'changePhone'> = async (context) => {
  const { account, body, tx, env, remote } = context
  if (body.phone === account.mobile) return meView(account)
  const wrong = await checkCode(tx, env, body.phone, body.code, remote)
  if (wrong) return kept(wrong)
  // Told only to who holds that phone.
  if (await isPhoneTaken(context, body.phone, account.id)) throw new Refusal('PHONE_TAKEN')
  return meView(await correctPerson(context, account, { mobile: body.phone }))
}

export const requestNameChange: Handler<'requestNameChange'> = async ({ account, body, tx, env, now, files }) => {
  const name = checkPersonName(body.name)
  const wrongZh = !name.ok ? name.messageZh : sameName(name.normalized, account.name) ? '和现在登记的姓名一样，不用更正。' : null
  if (wrongZh !== null || !name.ok) throw new Refusal('VALIDATION_FAILED', undefined, { '/name': wrongZh ?? '' })
  for (const before of await nameChangesOf(tx, account.id)) {
    if (!isLive(before)) continue
    if (before.about.hash !== null) await files.delete(before.about.hash)
    await tx.delete('task', before.id)
  }
  const task: NameTask = { id: randomId(env, 'task'), ownerId: account.id, at: now, state: 'DRAFT', about: { kind: 'NAME_CHANGE', name: name.normalized, hash: null, mime: null }, reasonZh: null, decidedBy: null, decidedAt: null }
  await tx.put('task', task)
  return nameChangeView(task)
}

/** Another photo takes the place of the first, as long as nobody has decided. */
export const sendNameDocument: Handler<'sendNameDocument'> = async (context) => {
  const { account, body, params, tx, files, env, now } = context
  const task = own(await tx.get('task', params.requestId), account.id)
  if (!isNameTask(task)) throw new Refusal('NOT_FOUND')
  if (!isLive(task)) throw new Refusal('TASK_STATE_CONFLICT')
  const bytes = await takeUpload(context, account.id, body.sha256)
  if (bytes === 'TOO_LARGE') return kept(new Refusal('FILE_TOO_LARGE'))
  const inspection = await inspectFile(bytes, env.cleanPdf)
  if (!inspection.ok) return kept(new Refusal(inspection.code, inspection.wordsZh))

  // Another name than that of the same bytes as a paper: the two are thrown away at different times.
  const hash = sha256Hex(Uint8Array.from([...new TextEncoder().encode(`name ${task.id} `), ...bytes]))
  await files.put(hash, inspection.sanitised)
  if (task.about.hash !== null && task.about.hash !== hash) await files.delete(task.about.hash)
  const open: NameTask = { ...task, state: 'OPEN', at: now, about: { ...task.about, hash, mime: inspection.mime } }
  await tx.put('task', open)
  return nameChangeView(open)
}

export const listNameChanges: Handler<'listNameChanges'> = async ({ account, tx }) => ({ items: newestFirst(await nameChangesOf(tx, account.id), ({ at }) => at).map(nameChangeView) })

type NameTask = TaskRecord & { about: { kind: 'NAME_CHANGE' } }
const isNameTask = (task: TaskRecord): task is NameTask => task.about.kind === 'NAME_CHANGE'
const isLive = ({ state }: TaskRecord): boolean => state === 'DRAFT' || state === 'OPEN'

const nameChangesOf = async (tx: Parameters<typeof requestNameChange>[0]['tx'], accountId: string): Promise<NameTask[]> => (await tx.list('task', accountId)).filter(isNameTask)

function nameChangeView({ id, at, state, about, reasonZh }: NameTask): NameChange {
  const said = { requestId: id, nameMasked: maskName(about.name), at }
  switch (state) {
    case 'DRAFT':
      return { ...said, state: 'OPEN', stateZh: '还差证件照片', textZh: '请拍一张写有新姓名的证件，照片收到后交工会核对。' }
    case 'OPEN':
      return { ...said, state: 'WAITING', stateZh: '等待核对', textZh: '证件已收到，工会核对后会通知您。核对前一切照旧。' }
    case 'ACCEPTED':
      return { ...said, state: 'DONE', stateZh: '已更正', textZh: '姓名已更正，保障、申领和互助金不受影响。' }
    case 'REFUSED':
      return { ...said, state: 'REFUSED', stateZh: '未通过', textZh: `${reasonZh ?? ''}。可修改后重新提交。` }
    default:
      return state satisfies never
  }
}
