import type { Authorisation } from '@/contract/schemas/authorisation'
import { addYears, addDays, formatDateZh, type Instant, type LocalDate } from '@/domain/dates'
import { checkIdDocument, checkPersonName } from '@/domain/id-document'
import { maskMobile, maskName } from '@/domain/masking'
import { sameName } from '@/domain/names'
import type { Handler, HandlerContext } from '../core'
import { Refusal } from '../rules/refusal'
import type { Account, AuthorisationRecord } from '../store/entities'
import { isLive } from './flow/people/access'
import { endAuthorisations } from './flow/people/authorisation-end'
import { notify } from './flow/notify'
import { own } from './guards'
import { newestFirst } from './paging'
import { randomId } from './random'
import { consentIdOf } from './records'
import { consentTexts } from './words/consent-texts'

export const listAuthorisations: Handler<'listAuthorisations'> = async ({ account, tx, now, today }) => {
  const records = newestFirst(await tx.list('authorisation', account.id), ({ grantedAt }) => grantedAt)
  return { items: await Promise.all(records.map(async (record) => authorisationView(record, await tx.get('account', record.agentId), now))), untilMax: untilMax(today) }
}

/** C6: one named person, at most twelve months (rule source A). Who is named needs no account before: it is there from their first sign-in on. */
export const createAuthorisation: Handler<'createAuthorisation'> = async (context) => {
  const { account, body, tx, env, now } = context
  const { version, titleZh } = consentTexts.C6
  if (body.c6Version !== version) throw new Refusal('CONSENT_VERSION_STALE', undefined, {}, { consentId: 'C6', version })
  const { name, idNumber } = checked(context)
  const agent = (await agentBy(context, name, idNumber)) ?? (await newAgent(context, name, idNumber))

  await endAuthorisations(tx, account.id, now, agent.id)
  const record: AuthorisationRecord = { id: randomId(env, 'auth'), ownerId: account.id, agentId: agent.id, relation: body.relation, grantedAt: now, until: body.until, endedAt: null }
  await tx.put('authorisation', record)
  await tx.put('consent', { id: consentIdOf(account.id, 'C6'), ownerId: account.id, consentId: 'C6', version, granted: true, standing: null, at: now, claimId: null })
  await notify(context, account.id, 'CONSENT_CHANGED', { values: { consentTitle: `${titleZh}(${maskName(agent.name)})`, changeZh: '同意' } })
  return authorisationView(record, agent, now)
}

export const endAuthorisation: Handler<'endAuthorisation'> = async (context) => {
  const { account, params, tx, now } = context
  const record = own(await tx.get('authorisation', params.authorisationId), account.id)
  const agent = await tx.get('account', record.agentId)
  if (!isLive(record, now)) return authorisationView(record, agent, now)
  const ended = { ...record, endedAt: now }
  await tx.put('authorisation', ended)
  const left = (await tx.list('authorisation', account.id)).some((other) => isLive(other, now))
  const consent = await tx.get('consent', consentIdOf(account.id, 'C6'))
  if (!left && consent) await tx.put('consent', { ...consent, granted: false, at: now })
  await notify(context, account.id, 'CONSENT_CHANGED', { values: { consentTitle: `${consentTexts.C6.titleZh}(${maskName(agent?.name ?? '')})`, changeZh: '收回' } })
  return authorisationView(ended, agent, now)
}

export const listPrincipals: Handler<'listPrincipals'> = async ({ account, tx, now }) => {
  const mine = (await tx.list('authorisation')).filter((record) => record.agentId === account.id && isLive(record, now))
  const items = []
  for (const { id, ownerId, relation, until } of mine) items.push({ authorisationId: id, nameMasked: maskName((await tx.get('account', ownerId))?.name ?? ''), relationZh: relations[relation], until })
  return { items }
}

const relations: Readonly<Record<AuthorisationRecord['relation'], string>> = { FAMILY: '亲属', UNION: '单位工会' }
const untilMax = (today: LocalDate): LocalDate => addDays(addYears(today, 1), -1)

function authorisationView(record: AuthorisationRecord, agent: Account | undefined, now: Instant): Authorisation {
  const { id, relation, grantedAt, until, endedAt } = record
  const live = isLive(record, now)
  return {
    authorisationId: id,
    agentNameMasked: maskName(agent?.name ?? ''),
    agentPhoneMasked: maskMobile(agent?.mobile ?? ''),
    relationZh: relations[relation],
    grantedAt,
    until,
    endedAt,
    live,
    stateZh: live ? `有效，到${formatDateZh(until)}` : endedAt !== null ? '已收回' : '已到期',
  }
}

type Context = HandlerContext<'createAuthorisation'>

/** What was typed, by field. @throws VALIDATION_FAILED */
function checked({ account, body, today }: Context): { name: string; idNumber: string } {
  const faults: Record<string, string> = {}
  const name = checkPersonName(body.agentName)
  if (!name.ok) faults['/agentName'] = name.messageZh
  const document = checkIdDocument(body.idType, body.idNumber, today)
  if (!document.ok) faults['/idNumber'] = document.messageZh
  if (body.until < today) faults['/until'] = '有效期不能早于今天。'
  if (body.until > untilMax(today)) faults['/until'] = `授权最长12个月，请选择${formatDateZh(untilMax(today))}或更早的日期。`
  if (body.agentPhone === account.mobile) faults['/agentPhone'] = '这是您自己的手机号，代办人要填别人的。'
  if (Object.keys(faults).length > 0 || !name.ok || !document.ok) throw new Refusal('VALIDATION_FAILED', undefined, faults)
  return { name: name.normalized, idNumber: document.normalized }
}

/** An account with that phone must be that person: nobody learns from here who has which phone. @throws AGENT_MISMATCH */
async function agentBy({ tx, body }: Context, name: string, idNumber: string): Promise<Account | undefined> {
  const found = (await tx.list('account')).find(({ mobile }) => mobile === body.agentPhone)
  if (!found) return undefined
  const sameDocument = found.idNo === null || (found.idNo === idNumber && (found.idType ?? 'MAINLAND_ID') === body.idType)
  if (!sameName(found.name, name) || !sameDocument) throw new Refusal('AGENT_MISMATCH')
  if (found.roles.includes('AGENT')) return found
  const agent: Account = { ...found, roles: [...found.roles, 'AGENT'] }
  await tx.put('account', agent)
  return agent
}

async function newAgent({ tx, body, env }: Context, name: string, idNumber: string): Promise<Account> {
  const agent: Account = {
    id: randomId(env, 'agent'), version: 1, personaId: null, name, idNo: idNumber, idType: body.idType, sex: null, birthDate: null, mobile: body.agentPhone, roles: ['AGENT'], groups: [], union: null,
    membership: null, realNameVerified: false, medicalInsurance: null, employment: null, elderMode: false,
  }
  await tx.put('account', agent)
  return agent
}
