import { serverNow } from '@/api/server-time'
import type { Identity } from '@/contract/schemas/identity'
import { cleanIdNumber } from '@/domain/cleaners'
import { localDateOf, toInstant } from '@/domain/dates'
import { checkIdDocument, checkPersonName, idDocumentType, isBirthAsked } from '@/domain/id-document'
import { cleanName } from '@/domain/names'
import { useTyped } from '@/state/draft-store'
import { identityTexts as t } from '../identity-texts'

export type IdentityField = 'name' | 'idType' | 'idNumber' | 'birthDate' | 'sex'
export const identityFields: readonly IdentityField[] = ['name', 'idType', 'idNumber', 'birthDate', 'sex']
export type IdentityErrors = Partial<Record<IdentityField, string>>
const FORM = 'identity'

/** 实名认证 on the way into the union: what is typed is kept until the server has taken it, or must not keep it. */
export function useIdentity() {
  const { value, set, forget } = useTyped(FORM)
  const type = idDocumentType(value('idType'))
  const birthAsked = type !== undefined && isBirthAsked(type, value('idNumber'))

  /** What is missing or wrong by its form; whether it is true the server finds out. */
  const wrong = (): IdentityErrors => {
    const found: IdentityErrors = {}
    const name = checkPersonName(value('name'))
    if (!name.ok) found.name = name.messageZh
    if (!type) return { ...found, idType: t.typeMissing }
    const document = checkIdDocument(type, value('idNumber'), today())
    if (value('idNumber').trim() === '') found.idNumber = t.numberMissing
    else if (!document.ok) found.idNumber = document.messageZh
    if (birthAsked && value('birthDate') === '') found.birthDate = t.birthMissing
    if (birthAsked && value('sex') === '') found.sex = t.sexMissing
    return found
  }

  return {
    value,
    birthAsked,
    wrong,
    set,
    forget,
    /** As it is sent; null while no kind of document is chosen. */
    body: (): Identity | null =>
      type ? { name: cleanName(value('name')), idType: type, idNumber: cleanIdNumber(value('idNumber')), ...(birthAsked && { birthDate: value('birthDate'), sex: value('sex') === 'MALE' ? 'MALE' : 'FEMALE' }) } : null,
  }
}
export type IdentityForm = ReturnType<typeof useIdentity>

export const today = (): string => localDateOf(toInstant(serverNow()))
