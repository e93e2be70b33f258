import type { Consent } from '@/contract/schemas/session'
import type { Handler } from '../core/types'
import { Refusal } from '../rules/refusal'
import type { ConsentRecord } from '../store/entities'
import { endRecordQueries } from './flow/claims/record-query'
import { consentEffects } from './flow/people/consent-effects'
import { notify } from './flow/notify'
import { own } from './guards'
import { consentIdOf, recordQueryIdOf } from './records'
import { consentIds, consentTexts, stopAskZh } from './words/consent-texts'

export const listConsents: Handler<'listConsents'> = async ({ account, tx }) => {
  const records = await tx.list('consent', account.id)
  const waiting = (await tx.list('claim', account.id)).filter(({ progress }) => progress.state === 'AUTO_MATCHED').length
  return { items: consentIds.map((id) => consentView(id, standingOne(records.filter(({ consentId }) => consentId === id)), waiting)) }
}

export const setConsent: Handler<'setConsent'> = async (context) => {
  const { account, body, params, tx, now } = context
  const consentId = consentIds.find((id) => id === params.consentId)
  if (!consentId) throw new Refusal('NOT_FOUND')
  const { version, titleZh } = consentTexts[consentId]
  // Withdrawing must be as easy as granting: it asks for no particular version.
  if (body.granted && body.version !== version) throw new Refusal('CONSENT_VERSION_STALE', undefined, {}, { consentId, version })

  const forClaim = body.granted && consentId === 'C4' && body.claimId !== undefined ? own(await tx.get('claim', body.claimId), account.id).id : null
  // Whatever was given for single claims is withdrawn together: the list shows it as one.
  if (consentId === 'C4' && !body.granted) await endRecordQueries(tx, account.id, now)

  const id = forClaim === null ? consentIdOf(account.id, consentId) : recordQueryIdOf(account.id, forClaim)
  const before = await tx.get('consent', id)
  const record: ConsentRecord = {
    id,
    ownerId: account.id,
    consentId,
    version: body.granted ? version : (before?.version ?? version),
    granted: body.granted,
    standing: consentId === 'C2' ? body.granted && (body.standing ?? before?.standing ?? false) : null,
    at: now,
    claimId: forClaim ?? before?.claimId ?? null,
  }
  await tx.put('consent', record)
  if ((before?.granted ?? false) !== body.granted) {
    await notify(context, account.id, 'CONSENT_CHANGED', { values: { consentTitle: titleZh, changeZh: body.granted ? '同意' : '收回' } })
    await consentEffects(context, consentId, body)
  }
  return consentView(consentId, record, 0)
}

/** Of several (C4) the one that is granted, else the latest. */
const standingOne = (records: readonly ConsentRecord[]): ConsentRecord | undefined => records.find(({ granted }) => granted) ?? records[records.length - 1]

/** @param waiting amounts of 免审即享 that wait for a yes */
const consentView = (consentId: Consent['consentId'], record: ConsentRecord | undefined, waiting: number): Consent => ({
  consentId,
  titleZh: consentTexts[consentId].titleZh,
  textZh: consentTexts[consentId].textZh,
  neededForZh: consentTexts[consentId].neededForZh,
  onWithdrawalZh: consentTexts[consentId].onWithdrawalZh,
  version: consentTexts[consentId].version,
  granted: record?.granted ?? false,
  at: record?.at ?? null,
  standing: consentId === 'C2' ? (record?.standing ?? false) : null,
  stopAskZh: consentId === 'C2' && record?.granted && waiting > 0 ? stopAskZh(waiting) : null,
})
