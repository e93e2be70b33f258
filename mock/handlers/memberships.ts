import type { MembershipApplication } from '@/contract/schemas/event'
import { ageOn } from '@/domain/id-number'
import type { LocalDate } from '@/domain/dates'
import type { Handler } from '../core'
import { unionOf, worksFor } from '../partners/platforms'
import { coverageTerms } from '../rules/coverage'
import { planInfo } from '../rules/plans'
import { Refusal } from '../rules/refusal'
import type { Account, ApplicationRecord } from '../store/entities'
import { enrol } from './flow/enrol'
import { notify } from './flow/notify'
import { newestFirst } from './paging'
import { randomId } from './random'
import { consentIdOf } from './records'
import { consentTexts } from './words/consent-texts'

export const applyForMembership: Handler<'applyForMembership'> = async (context) => {
  const { account, body, tx, env, now, today } = context
  if (account.roles.includes('MEMBER')) throw new Refusal('ALREADY_MEMBER')
  // First of all, before anything is read or kept: who is under 16 leaves no trace.
  if (account.birthDate !== null && ageOn(account.birthDate, today) < 16) throw new Refusal('MEMBER_UNDER_AGE')
  await agreeToC1(context)

  const reason = refusedBecause(account, body.platform, today)
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

type Reason = 'NOT_REAL_NAME' | 'PLATFORM_UNKNOWN' | 'RETIRED' | 'AGE'
const reasonWords: Record<Reason, { textZh: string; helpZh: string }> = {
  NOT_REAL_NAME: { textZh: '还没有完成实名认证。', helpZh: '完成实名认证后可再申请。' },
  PLATFORM_UNKNOWN: { textZh: '平台没有查到您的从业登记。', helpZh: '请核对所选平台,或带上接单记录到就近工会办理。' },
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

async function agreeToC1({ account, body, tx, now }: Parameters<typeof applyForMembership>[0]): Promise<void> {
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
    textZh: words?.textZh ?? `您已加入工会,会员号${memberNo ?? ''}。`,
    helpZh: words?.helpZh ?? null,
    at,
    memberNo,
  }
}
