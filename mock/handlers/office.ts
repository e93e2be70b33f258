import type { OfficeTask } from '@/contract/schemas/correction'
import type { Role } from '@/contract/schemas/common'
import { formatDateZh } from '@/domain/dates'
import { maskName } from '@/domain/masking'
import type { Handler } from '../core'
import { Refusal } from '../rules/refusal'
import type { Account, ClaimRecord, TaskRecord } from '../store/entities'
import type { Tx } from '../store/store'
import { settleTask } from './flow/people/office-tasks'
import { statusOf } from './views/claim-view'

/** Who looks at what: the union knows its people, the reviewers the data (rule source A). The tester plays all of them. */
const desk: Readonly<Record<OfficeTask['kind'], Role>> = { NAME_CHANGE: 'UNION', IDENTITY_CONFLICT: 'REVIEWER', CLAIM: 'REVIEWER' }
const works = (roles: readonly Role[], kind: OfficeTask['kind']): boolean => roles.includes('TESTER') || roles.includes(desk[kind])

export const listOfficeTasks: Handler<'listOfficeTasks'> = async ({ session, tx, now }) => {
  const roles = session?.roles ?? []
  const tasks = (await tx.list('task')).filter(({ state, about }) => state === 'OPEN' && works(roles, about.kind))
  const items = await Promise.all(tasks.map(async (task) => taskView(task, await tx.get('account', task.ownerId))))
  if (works(roles, 'CLAIM')) items.push(...(await claimsThatWait(tx, now)))
  return { items: items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) }
}

export const getTaskDocument: Handler<'getTaskDocument'> = async ({ params, session, tx, files }) => {
  const { about } = workable(await tx.get('task', params.taskId), session?.roles ?? [])
  const bytes = about.kind === 'NAME_CHANGE' && about.hash !== null ? await files.get(about.hash) : undefined
  if (about.kind !== 'NAME_CHANGE' || !bytes || about.mime === null) throw new Refusal('NOT_FOUND')
  return { bytes, mime: about.mime }
}

export const decideTask: Handler<'decideTask'> = async (context) => {
  const { body, params, session, tx } = context
  const roles = session?.roles ?? []
  const task = workable(await tx.get('task', params.taskId), roles)
  const by = roles.includes('TESTER') ? 'tester' : context.account.id
  if (task.ownerId === by) throw new Refusal('FORBIDDEN', '自己的信息由别的同事核对。')
  if (task.state !== 'OPEN') throw new Refusal('TASK_STATE_CONFLICT')
  return { resultZh: await settleTask(context, task, body, by) }
}

/** A task of this desk; that of another does not exist for it. @throws NOT_FOUND */
function workable(task: TaskRecord | undefined, roles: readonly Role[]): TaskRecord {
  if (!task || task.state === 'DRAFT' || !works(roles, task.about.kind)) throw new Refusal('NOT_FOUND')
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
