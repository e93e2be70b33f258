import type { OpenClaim } from '@/contract/schemas/tester'
import { msOf, toInstant, type Instant } from '@/domain/dates'
import { maskName } from '@/domain/masking'
import { cleanName } from '@/domain/names'
import { openSession, type Handler } from '../core'
import { Refusal } from '../rules/refusal'
import { seedData } from '../seed/persona-data'
import { seedInto, SEED_TIME } from '../seed/seed'
import { keptCards, restoreCards } from './flow/events/card-keys'
import { decide } from './flow/claims/decide'
import { correctPerson, isPhoneTaken } from './flow/people/person'
import { runDue } from './flow/timers'
import { statusOf } from './views/claim-view'

const DAY_MS = 86_400_000

export const listPersonas: Handler<'listPersonas'> = async ({ env }) => ({
  items: [...seedData.personas, ...seedData.staff.filter(({ situationZh }) => situationZh !== undefined)].map(({ id, name, mobile, situationZh = '' }) => ({
    personaId: id,
    nameZh: name,
    phone: mobile,
    goodForZh: situationZh,
    loginCode: `test:${id}`,
    smsCode: env.smsCode,
  })),
})

export const openTesterSession: Handler<'openTesterSession'> = async ({ tx, env }) => ({
  accessToken: (await openSession(tx, env, 'tester', ['TESTER'])).accessToken,
})

export const getClock: Handler<'getClock'> = async ({ now }) => ({ now, ranEvents: 0 })

/** Afterwards: what becomes due is spoken of with the bank, and nothing of that may be part of one unit of work. */
export const moveClock: Handler<'moveClock'> = async ({ body, now, env }) => {
  const target = 'to' in body ? body.to : toInstant(msOf(now) + body.advanceDays * DAY_MS)
  if (target < now) throw new Refusal('VALIDATION_FAILED', undefined, { '/to': '时间只能往前调；要回到开头请重置数据。' })
  return { afterwards: async (parts) => ({ now: target, ranEvents: await runDue({ ...parts, env }, target, true) }) }
}

/** Claims that wait for somebody of the office. */
export const listOpenClaims: Handler<'listOpenClaims'> = async ({ tx, now }) => {
  const items: OpenClaim[] = []
  for (const claim of await tx.list('claim')) {
    const { state } = claim.progress
    if (!['SUBMITTED', 'UNION_CHECK', 'PRECHECK', 'REVIEWING', 'INVESTIGATING', 'APPEALING', 'PAID', 'RECOVERING'].includes(state)) continue
    const owner = await tx.get('account', claim.ownerId)
    items.push({ claimId: claim.id, claimNo: claim.claimNo, ownerZh: maskName(owner?.name ?? ''), stateZh: statusOf(claim, [], now).titleZh, state, amounts: claim.amounts, category: claim.diagnosis?.category ?? null })
  }
  return { items }
}

export const decideClaim: Handler<'decideClaim'> = async (context) => {
  const claim = await context.tx.get('claim', context.params.claimId)
  if (!claim) throw new Refusal('NOT_FOUND')
  await decide(context, claim, context.body)
  return undefined
}

/** What the office enters by itself, at a counter. */
export const changePerson: Handler<'changePerson'> = async (context) => {
  const { body, params, tx } = context
  const account = await tx.get('account', params.personId)
  if (!account) throw new Refusal('NOT_FOUND')
  if (body.phone !== undefined && (await isPhoneTaken(context, body.phone, account.id))) throw new Refusal('VALIDATION_FAILED', undefined, { '/phone': '这个手机号已经是别人的。' })
  await correctPerson(context, account, { name: body.name === undefined ? account.name : cleanName(body.name), mobile: body.phone ?? account.mobile })
  return undefined
}

/** Everything as on the first day. Sessions and certified phones stay: whoever tests goes on without signing in again. */
export const resetData: Handler<'resetData'> = async ({ tx, env, files }) => {
  const sessions = await tx.list('session')
  const cards = await keptCards(tx)
  await tx.clear()
  await files.clear()
  await seedInto(tx, env)
  for (const session of sessions) await tx.put('session', session)
  await restoreCards(tx, cards)
  const now: Instant = SEED_TIME
  return { now }
}
