import type { OfficeTask } from '@/contract/schemas/correction'
import type { Role } from '@/contract/schemas/common'
import { formatDateZh } from '@/domain/dates'
import { maskName } from '@/domain/masking'
import type { Handler, HandlerContext } from '../core'
import { Refusal } from '../rules/refusal'
import type { Account, ClaimRecord, TaskRecord } from '../store/entities'
import type { Tx } from '../store/store'
import { settleTask } from './flow/people/office-tasks'
import { statusOf } from './views/claim-view'

/** Whoever of the office asks. */
interface Officer {
  roles: readonly Role[]
  union: Account['union']
}

function officerOf(context: Pick<HandlerContext<'decideTask'>, 'account' | 'session'>): Officer {
  const roles = context.session?.roles ?? []
  // The tester's session has no account.
  return { roles, union: roles.includes('TESTER') ? null : context.account.union }
}

/** Who looks at what: a unit union its own people, the reviewers the data and whoever is in no union (A). The tester plays all of them. */
function works({ roles, union }: Officer, kind: OfficeTask['kind'], owner?: Account): boolean {
  if (roles.includes('TESTER')) return true
  if (kind !== 'NAME_CHANGE' || !owner?.union) return roles.includes('REVIEWER')
  return roles.includes('UNION') && owner.union.nameZh === union?.nameZh
}

export const listOfficeTasks: Handler<'listOfficeTasks'> = async (context) => {
  const { tx, now } = context
  const officer = officerOf(context)
  const items: OfficeTask[] = []
  for (const task of await tx.list('task')) {
    const owner = await tx.get('account', task.ownerId)
    if (task.state === 'OPEN' && works(officer, task.about.kind, owner)) items.push(taskView(task, owner))
  }
  if (works(officer, 'CLAIM')) items.push(...(await claimsThatWait(tx, now)))
  return { items: items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) }
}

export const getTaskDocument: Handler<'getTaskDocument'> = async (context) => {
  const { params, tx, files } = context
  const { about } = await workable(tx, params.taskId, officerOf(context))
  const bytes = about.kind === 'NAME_CHANGE' && about.hash !== null ? await files.get(about.hash) : undefined
  if (about.kind !== 'NAME_CHANGE' || !bytes || about.mime === null) throw new Refusal('NOT_FOUND')
  return { bytes, mime: about.mime }
}

export const decideTask: Handler<'decideTask'> = async (context) => {
  const { body, params, tx } = context
  const officer = officerOf(context)
  const task = await workable(tx, params.taskId, officer)
  const by = officer.roles.includes('TESTER') ? 'tester' : context.account.id
  if (task.ownerId === by) throw new Refusal('FORBIDDEN', '自己的信息由别的同事核对。')
  if (task.state !== 'OPEN') throw new Refusal('TASK_STATE_CONFLICT')
  return { resultZh: await settleTask(context, task, body, by) }
}

/** A task of this desk; that of another does not exist for it. @throws NOT_FOUND */
async function workable(tx: Tx, taskId: string, officer: Officer): Promise<TaskRecord> {
  const task = await tx.get('task', taskId)
  if (!task || task.state === 'DRAFT' || !works(officer, task.about.kind, await tx.get('account', task.ownerId))) throw new Refusal('NOT_FOUND')
  return task
}

function taskView({ id, at, about }: TaskRecord, account: Account | undefined): OfficeTask {
  const registered = { labelZh: '登记姓名', valueZh: account?.name ?? '' }
  const common = { taskId: id, claimId: null, at }
  switch (about.kind) {
    case 'NAME_CHANGE':
      return {
        ...common,
        kind: about.kind,
        titleZh: '会员更正姓名',
        textZh: '请看证件照片，核对新姓名是不是同一个人。',
        facts: [registered, { labelZh: '新姓名', valueZh: about.name }],
        hasDocument: about.hash !== null,
        choices: [{ decision: 'ACCEPT', labelZh: '确认更正' }, { decision: 'REFUSE', labelZh: '退回' }],
      }
    case 'IDENTITY_CONFLICT': {
      const stay = about.settlement?.stay
      return {
        ...common,
        kind: about.kind,
        titleZh: '医保数据姓名不一致',
        textZh: '请向医保部门核实是不是同一个人。不是的，数据马上丢弃。',
        facts: [registered, { labelZh: '数据姓名', valueZh: about.nameZh }, ...(stay ? [{ labelZh: '住院', valueZh: `${formatDateZh(stay.admittedOn)} 至 ${formatDateZh(stay.dischargedOn)}` }] : [])],
        hasDocument: false,
        choices: [{ decision: 'ACCEPT', labelZh: '是同一个人' }, { decision: 'REFUSE', labelZh: '是别人的数据' }],
      }
    }
    default:
      return about satisfies never
  }
}

/** Why a claim that the system worked out lies with a person; the others are there because that is their way. */
const why: Readonly<Record<string, string>> = { sample: '免审即享抽中人工复核。', dispute: '会员对免审结果有疑问，请人工核对。' }

async function claimsThatWait(tx: Tx, now: string): Promise<OfficeTask[]> {
  const waiting = (await tx.list('claim')).filter(({ progress }) => ['REVIEWING', 'APPEALING'].includes(progress.state))
  return Promise.all(waiting.map(async (claim) => claimTask(claim, await tx.get('account', claim.ownerId), now)))
}

function claimTask(claim: ClaimRecord, account: Account | undefined, now: string): OfficeTask {
  const { history } = claim.progress
  const cause = [...history].reverse().map(({ event }) => why[event]).find((text) => text !== undefined)
  const status = statusOf(claim, [], now)
  return {
    taskId: claim.id,
    kind: 'CLAIM',
    titleZh: status.titleZh,
    textZh: cause ?? status.nextZh,
    facts: [{ labelZh: '受理编号', valueZh: claim.claimNo }, { labelZh: '会员', valueZh: maskName(account?.name ?? '') }],
    claimId: claim.id,
    hasDocument: false,
    choices: [],
    at: history[history.length - 1]?.at ?? claim.updatedAt,
  }
}
