import { useState } from 'react'
import { ApiError, isLost, messageOf } from '@/api/api-error'
import { useGrantAuthorisation } from '@/api/authorisations'
import { useConsentAsk } from '@/api/consent-ask'
import { useIntention } from '@/api/keys'
import { serverNow } from '@/api/server-time'
import { isPhone } from '@/api/sms-code'
import { cleanIdNumber, cleanPhone } from '@/domain/cleaners'
import { localDateOf, toInstant } from '@/domain/dates'
import { checkIdDocument, checkPersonName, idDocumentType } from '@/domain/id-document'
import { cleanName } from '@/domain/names'
import { useTyped } from '@/state/draft-store'
import type { FieldProblem } from '@/ui'
import { agentTexts as t } from '../agent-texts'

export type AgentField = 'agentName' | 'agentPhone' | 'relation' | 'idType' | 'idNumber' | 'until'
const FORM = 'agent'
const fields: readonly AgentField[] = ['agentName', 'agentPhone', 'relation', 'idType', 'idNumber', 'until']

/** 授权一位代办人: who, with which document, until when, and C6 (with C3 where it is missing: papers are uploaded). What is typed is kept; the server decides. */
export function useGrantAgent() {
  const { value, set, forget } = useTyped(FORM)
  const c6 = useConsentAsk('C6', t.agreeFirst)
  const c3 = useConsentAsk('C3', t.agreeFirst)
  const granting = useGrantAuthorisation()
  const intention = useIntention()
  const [errors, setErrors] = useState<Partial<Record<AgentField | 'C6' | 'C3', string>>>({})
  const [failedZh, setFailed] = useState<string | null>(null)
  const [grantedZh, setGranted] = useState<string | undefined>()
  const needsC3 = c3.consent !== undefined && !c3.consent.granted

  const wrong = (): typeof errors => {
    const found: typeof errors = {}
    const name = checkPersonName(value('agentName'))
    if (!name.ok) found.agentName = name.messageZh
    if (!isPhone(value('agentPhone'))) found.agentPhone = t.phoneWrong
    if (value('relation') === '') found.relation = t.choose(t.relation)
    const type = idDocumentType(value('idType'))
    const document = type && checkIdDocument(type, value('idNumber'), localDateOf(toInstant(serverNow())))
    if (!type) found.idType = t.choose(t.idType)
    else if (document && !document.ok) found.idNumber = value('idNumber').trim() === '' ? t.missing(t.idNumber) : document.messageZh
    if (value('until') === '') found.until = t.choose(t.lastDay)
    if (!c6.checked) found.C6 = t.agreeFirst
    if (needsC3 && !c3.checked) found.C3 = t.agreeFirst
    return found
  }

  async function submit(then: () => void): Promise<void> {
    setFailed(null)
    setGranted(undefined)
    const found = wrong()
    setErrors(found)
    const idType = idDocumentType(value('idType'))
    if (Object.keys(found).length > 0 || !idType || !c6.consent) return
    try {
      if (needsC3 && !(await c3.grant())) return
      await granting.mutateAsync({
        agentName: cleanName(value('agentName')), agentPhone: cleanPhone(value('agentPhone')), relation: value('relation') === 'UNION' ? 'UNION' : 'FAMILY', idType, idNumber: cleanIdNumber(value('idNumber')), until: value('until'),
        c6Version: c6.consent.version, key: intention.key(),
      })
      intention.renew()
      setGranted(t.granted(cleanName(value('agentName'))))
      forget()
      c6.check(false)
      then()
    } catch (error) {
      if (!isLost(error)) intention.renew()
      const placed = error instanceof ApiError ? Object.fromEntries(fields.flatMap((field) => (error.fieldErrors[`/${field}`] ? [[field, error.fieldErrors[`/${field}`]]] : []))) : {}
      setErrors(placed)
      setFailed(Object.keys(placed).length > 0 ? null : messageOf(error))
    }
  }

  return {
    value,
    set,
    errors,
    problems: [...fields, 'C6' as const, 'C3' as const].flatMap((fieldId): FieldProblem[] => {
      const message = errors[fieldId]
      return message ? [{ fieldId, message }] : []
    }),
    c6,
    c3: needsC3 ? c3 : null,
    failedZh,
    grantedZh,
    saving: granting.isPending || c3.granting,
    /** Something is typed that the server does not have yet. */
    begun: fields.some((field) => value(field) !== ''),
    /** `then`: after the server has it. */
    submit: (then: () => void) => submit(then),
  }
}
export type GrantAgent = ReturnType<typeof useGrantAgent>
