import type { Identity, IdDocument } from '@/contract/schemas/identity'
import { isLocalDate, type LocalDate } from '@/domain/dates'
import { checkIdDocument, checkPersonName, idDocumentZh, isBirthAsked, type IdDocumentType } from '@/domain/id-document'
import type { Sex } from '@/domain/id-number'
import { maskIdNo } from '@/domain/masking'
import { Refusal } from '../../../rules/refusal'
import type { Account, ClaimRecord } from '../../../store/entities'
import type { Tx } from '../../../store/store'

export interface CheckedIdentity {
  name: string
  idType: IdDocumentType
  idNo: string
  birthDate: LocalDate
  sex: Sex
}

/** Who somebody says they are, each kind of document by its own rules; words by field below `at`. @throws VALIDATION_FAILED */
export function checkIdentity(identity: Identity, today: LocalDate, at: string): CheckedIdentity {
  const { idType, idNumber } = identity
  const faults: Record<string, string> = {}
  const name = checkPersonName(identity.name)
  if (!name.ok) faults[`${at}/name`] = name.messageZh
  const document = checkIdDocument(idType, idNumber, today)
  if (!document.ok) faults[`${at}/idNumber`] = document.messageZh
  const asked = isBirthAsked(idType, idNumber)
  const birthDate = document.ok ? (document.birthDate ?? identity.birthDate) : undefined
  const sex = document.ok ? (document.sex ?? identity.sex) : undefined
  if (asked && (identity.birthDate === undefined || !isLocalDate(identity.birthDate) || identity.birthDate > today)) faults[`${at}/birthDate`] = '请照证件填写出生日期。'
  if (asked && identity.sex === undefined) faults[`${at}/sex`] = '请照证件选择性别。'
  if (Object.keys(faults).length > 0 || !name.ok || !document.ok || birthDate === undefined || sex === undefined) throw new Refusal('VALIDATION_FAILED', undefined, faults)
  return { name: name.normalized, idType, idNo: document.normalized, birthDate, sex }
}

/** A document of somebody who is registered already. @throws VALIDATION_FAILED where its form is wrong, or the same kind is registered with another number */
export function checkOwnDocument({ idNo, idType = 'MAINLAND_ID' }: Pick<Account, 'idNo' | 'idType'>, document: IdDocument, today: LocalDate, at: string): { idType: IdDocumentType; idNo: string } {
  const check = checkIdDocument(document.idType, document.idNumber, today)
  const wrongZh = !check.ok ? check.messageZh : idNo !== null && idType === document.idType && idNo !== check.normalized ? '与您登记的证件号码不一致，请核对；换过证件的，请在“我的”里更正。' : null
  if (wrongZh !== null || !check.ok) throw new Refusal('VALIDATION_FAILED', undefined, { [`${at}/idNumber`]: wrongZh ?? '' })
  return { idType: document.idType, idNo: check.normalized }
}

/** Records of before know no kind: they are all mainland cards. */
export const documentOf = ({ idNo, idType = 'MAINLAND_ID' }: { idNo: string | null; idType?: IdDocumentType }) =>
  idNo === null ? null : { idType, typeZh: idDocumentZh[idType], numberMasked: maskIdNo(idNo) }

/** The document that a death is claimed with: the one typed in with the claim, else the registered one. */
export async function beneficiaryDocumentOf(tx: Tx, { death, ownerId }: Pick<ClaimRecord, 'death' | 'ownerId'>) {
  return documentOf(death?.document ?? (await tx.get('account', ownerId)) ?? { idNo: null })
}
