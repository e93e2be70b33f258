import type { MembershipApplication } from '@/contract/schemas/event'
import { ageOn } from '@/domain/id-number'
import { localDateOf, type LocalDate } from '@/domain/dates'
import { sameName } from '@/domain/names'
import type { Handler, HandlerContext } from '../core'
import { knowsDocument } from '../partners/identity'
import { unionOf, worksFor } from '../partners/platforms'
import { coverageTerms } from '../rules/coverage'
import { planInfo } from '../rules/plans'
import { Refusal } from '../rules/refusal'
import type { Account, ApplicationRecord } from '../store/entities'
import { enrol } from './flow/gifts/enrol'
import { checkIdentity, type CheckedIdentity } from './flow/people/identity'
import { notify } from './flow/notify'
import { newestFirst } from './paging'
import { randomId } from './random'
import { consentIdOf } from './records'
import { consentTexts } from './words/consent-texts'

export const applyForMembership: Handler<'applyForMembership'> = async (context) => {
  const { body, tx, env, now, today } = context
  if (context.account.roles.includes('MEMBER')) throw new Refusal('ALREADY_MEMBER')
  const typed = body.identity && !context.account.realNameVerified ? checkIdentity(body.identity, today, '/identity') : null
  // First of all, before anything is read or kept: who is under 16 leaves no trace.
  const birthDate = typed?.birthDate ?? context.account.birthDate
  if (birthDate !== null && ageOn(birthDate, today) < 16) throw new Refusal('MEMBER_UNDER_AGE')
  await agreeToC1(context)
  if (typed) await notTooOften(context)

  const doubt = typed && (await doubtAbout(context, typed))
  const account = typed && !doubt ? await verified(context, typed) : context.account
  const reason = doubt ?? refusedBecause(account, body.platform, today)
  const memberNo = reason === null ? `GD-0000-${String(1000 + (await tx.next('member')))}` : null
  const application: ApplicationRecord = { id: randomId(env, 'app'), ownerId: account.id, platform: body.platform, reason, memberNo, at: now }
  await tx.put('application', application)
  if (memberNo !== null) {
    const member: Account = {
      ...account,
      version: account.version + 1,
      roles: [...account.roles.filter((role) => role !== 'APPLICANT'), 'MEMBER'],
      groups: ['NEW_EMPLOYMENT'],
      union: unionOf(body.platform),
      membership: { memberNo, memberType: 'NEW_EMPLOYMENT', platform: body.platform, status: 'NORMAL', joinedOn: today, dataAsOf: now },
    }
    await tx.put('account', member)
    // 入会即领: the accident cover of new-employment workers comes with joining.
    await enrol(context, member, { planId: 'G7', campaignId: null, source: 'GIFT', terms: { ...coverageTerms('G7', today, true), first: true }, message: 'ENROLLED' })
  }
  const view = applicationView(application)
  if (memberNo === null) await notify(context, account.id, 'JOIN_REFUSED', { values: { causeZh: view.textZh.replace(/。$/, '') } })
  else await notify(context, account.id, 'JOIN_APPROVED', { values: { unionName: unionOf(body.platform).nameZh } })
  return view
}

export const listMembershipApplications: Handler<'listMembershipApplications'> = async ({ account, tx }) => ({
  items: newestFirst(await tx.list('application', account.id), ({ at }) => at).map(applicationView),
})

/** An answer about a name and a number tells something of whoever they belong to: one account does not get many of them (A). */
const TRIES_A_DAY = 5
const aboutIdentity: ReadonlySet<string> = new Set<Reason>(['IDENTITY_UNKNOWN', 'IDENTITY_TAKEN'])

/** By the day of the scheme's clock; refused before anything is looked up or kept. @throws RATE_LIMITED */
async function notTooOften({ tx, account, today }: Context): Promise<void> {
  const tries = (await tx.list('application', account.id)).filter(({ at, reason }) => reason !== null && aboutIdentity.has(reason) && localDateOf(at) === today)
  if (tries.length >= TRIES_A_DAY) throw new Refusal('RATE_LIMITED', `今天已有${TRIES_A_DAY}次没有核对上，请照证件核对后明天再申请；着急的，请带证件到就近工会办理。`)
}

/** Whether the identity partner, and our own register, stand against it. Of somebody else's document nothing is told but that it does not fit. */
async function doubtAbout({ tx, account }: Context, { name, idType, idNo }: CheckedIdentity): Promise<Reason | null> {
  if (!knowsDocument(name, idType, idNo)) return 'IDENTITY_UNKNOWN'
  const other = (await tx.list('account')).find((one) => one.id !== account.id && one.idNo === idNo && (one.idType ?? 'MAINLAND_ID') === idType)
  if (!other) return null
  return sameName(other.name, name) ? 'IDENTITY_TAKEN' : 'IDENTITY_UNKNOWN'
}

/** 实名认证 passed: kept whatever becomes of the application. */
async function verified({ tx, account }: Context, identity: CheckedIdentity): Promise<Account> {
  const known: Account = { ...account, ...identity, realNameVerified: true, version: account.version + 1 }
  await tx.put('account', known)
  return known
}

type Context = HandlerContext<'applyForMembership'>
type Reason = 'IDENTITY_UNKNOWN' | 'IDENTITY_TAKEN' | 'NOT_REAL_NAME' | 'PLATFORM_UNKNOWN' | 'RETIRED' | 'AGE'
const reasonWords: Record<Reason, { textZh: string; helpZh: string }> = {
  IDENTITY_UNKNOWN: { textZh: '姓名和证件号码没有核对上。', helpZh: '请照证件逐字核对后再申请；核对无误仍不通过的，请带证件到就近工会办理。' },
  IDENTITY_TAKEN: { textZh: '这个证件已经登记过。', helpZh: '请用原来的手机号登录；换了手机号的，请带证件到就近工会办理。' },
  NOT_REAL_NAME: { textZh: '还没有完成实名认证。', helpZh: '完成实名认证后可再申请。' },
  PLATFORM_UNKNOWN: { textZh: '平台没有查到您的从业登记。', helpZh: '请核对所选平台，或带上接单记录到就近工会办理。' },
  RETIRED: { textZh: '新就业形态劳动者入会面向在职人员。', helpZh: '如有疑问请拨打12351。' },
  AGE: { textZh: `入会年龄为16至${planInfo('G7').ageMax}周岁。`, helpZh: '如有疑问请拨打12351。' },
}
const isReason = (text: string): text is Reason => text in reasonWords

function refusedBecause(account: Account, platform: ApplicationRecord['platform'], today: LocalDate): Reason | null {
  if (!account.realNameVerified || account.birthDate === null) return 'NOT_REAL_NAME'
  if (ageOn(account.birthDate, today) > planInfo('G7').ageMax) return 'AGE'
  if (account.employment === 'RETIRED') return 'RETIRED'
  return worksFor(platform, account) ? null : 'PLATFORM_UNKNOWN'
}

async function agreeToC1({ account, body, tx, now }: Context): Promise<void> {
  const { version, titleZh } = consentTexts.C1
  if (body.c1Version !== undefined && body.c1Version !== version) throw new Refusal('CONSENT_VERSION_STALE', undefined, {}, { consentId: 'C1', version })
  const id = consentIdOf(account.id, 'C1')
  const standing = await tx.get('consent', id)
  if (standing?.granted && standing.version === version) return
  if (body.c1Version === undefined) throw new Refusal('CONSENT_REQUIRED', `继续之前需要您单独同意:${titleZh}。`, {}, { consentId: 'C1' })
  await tx.put('consent', { id, ownerId: account.id, consentId: 'C1', version, granted: true, standing: null, at: now, claimId: null })
}

function applicationView({ id, platform, reason, memberNo, at }: ApplicationRecord): MembershipApplication {
  const words = reason !== null && isReason(reason) ? reasonWords[reason] : null
  return {
    applicationId: id,
    platformZh: platform,
    state: memberNo === null ? 'REFUSED' : 'APPROVED',
    stateZh: memberNo === null ? '未通过' : '已通过',
    textZh: words?.textZh ?? `您已加入工会，会员号${memberNo ?? ''}。`,
    helpZh: words?.helpZh ?? null,
    at,
    memberNo,
  }
}
