import { maskName } from '@/domain/masking'
import { asDocument, type Handler } from '../core'
import { Refusal } from '../rules/refusal'
import { enrolmentView } from './enrolments'
import { certificateCode, checkLink, enrolmentBehind } from './flow/gifts/certificate-code'
import { own } from './guards'
import { certificateSheet } from './sheets/certificate'
import { coverageView } from './views/coverage-view'

export const getCertificate: Handler<'getCertificate'> = async (context) => {
  const { account, params, tx, env } = context
  const enrolment = own(await tx.get('enrolment', params.enrolmentId), account.id)
  const link = checkLink(env, await certificateCode(tx, env, enrolment))
  return asDocument(certificateSheet(await enrolmentView(context, enrolment), link), params.format)
}

export const getCertificateLink: Handler<'getCertificateLink'> = async ({ account, params, tx, env }) => {
  const code = await certificateCode(tx, env, own(await tx.get('enrolment', params.enrolmentId), account.id))
  return { code, url: checkLink(env, code) }
}

export const checkCertificate: Handler<'checkCertificate'> = async ({ params, tx, today }) => {
  const enrolment = await enrolmentBehind(tx, params.code)
  const account = enrolment && (await tx.get('account', enrolment.ownerId))
  const coverage = enrolment && (await tx.get('coverage', enrolment.coverageId))
  if (!enrolment || !account || !coverage) throw new Refusal('NOT_FOUND')
  const { planNameZh, effectiveOn, endsOn, statusZh, status } = coverageView(coverage, [], today)
  return { certificateNo: enrolment.certificateNo, nameMasked: maskName(account.name), planNameZh, effectiveOn, endsOn, statusZh, holds: status === 'ACTIVE' || status === 'WAITING' }
}
