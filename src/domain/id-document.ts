import { ageOn, checkIdNumber, type Sex } from './id-number'
import type { LocalDate } from './local-date'
import { cleanIdNumber } from './cleaners'
import { cleanName } from './names'

/** Documents that people of Guangdong's unions carry; the first is the usual one. */
export const idDocumentTypes = ['MAINLAND_ID', 'RESIDENCE_PERMIT', 'HK_MACAO_PASS', 'TAIWAN_PASS', 'FOREIGN_RESIDENT', 'PASSPORT'] as const
export type IdDocumentType = (typeof idDocumentTypes)[number]

export const idDocumentZh: Readonly<Record<IdDocumentType, string>> = {
  MAINLAND_ID: '居民身份证',
  RESIDENCE_PERMIT: '港澳台居民居住证',
  HK_MACAO_PASS: '港澳居民来往内地通行证',
  TAIWAN_PASS: '台湾居民来往大陆通行证',
  FOREIGN_RESIDENT: '外国人永久居留身份证',
  PASSPORT: '护照',
}

/** `birthDate` and `sex` where the number says them: the eighteen digits of a card do, a pass or a passport does not. */
export type IdDocumentCheck = { ok: true; normalized: string; birthDate: LocalDate | null; sex: Sex | null } | { ok: false; messageZh: string }

/** The kinds to choose from; most people have the card. */
export const idDocumentChoice: { options: readonly { value: IdDocumentType; label: string }[]; usual: { count: number; more: string } } = {
  options: idDocumentTypes.map((value) => ({ value, label: idDocumentZh[value] })),
  usual: { count: 1, more: '使用其他证件' },
}

/** A kind of document by its name in the contract, from text such as a kept draft. */
export const idDocumentType = (text: string): IdDocumentType | undefined => idDocumentTypes.find((type) => type === text)

/** Whether birth and sex must be asked for, since the number does not say them; the old card for foreigners had three letters in front. */
export const isBirthAsked = (type: IdDocumentType, input: string): boolean =>
  type === 'HK_MACAO_PASS' || type === 'TAIWAN_PASS' || type === 'PASSPORT' || (type === 'FOREIGN_RESIDENT' && /^[A-Z]/.test(cleanIdNumber(input)))

/**
 * A document number as typed, by the rules of its kind (formats: A, from the published number rules of each document). Only the form
 * can be known here; whether it belongs to the person the identity partner or the papers say.
 */
export function checkIdDocument(type: IdDocumentType, input: string, today: LocalDate): IdDocumentCheck {
  const number = cleanIdNumber(input)
  switch (type) {
    case 'MAINLAND_ID':
    case 'RESIDENCE_PERMIT': {
      const check = checkIdNumber(number, today)
      if (!check.ok) return { ok: false, messageZh: type === 'MAINLAND_ID' ? check.messageZh : check.messageZh.replace(/身份证/g, '居住证') }
      // 81 Hong Kong, 82 Macao, 83 Taiwan: the residence permit has them, the identity card of the mainland has not.
      const fromOutside = /^8[123]0000/.test(number)
      if (type === 'RESIDENCE_PERMIT' && !fromOutside) return { ok: false, messageZh: '港澳台居民居住证号码以810000、820000或830000开头，请核对。' }
      if (type === 'MAINLAND_ID' && fromOutside) return { ok: false, messageZh: '这是港澳台居民居住证的号码，请把证件类型改为“港澳台居民居住证”。' }
      return check
    }
    case 'HK_MACAO_PASS':
      return shaped(number, /^[HM]\d{8}(\d{2})?$/, '通行证号码是H（香港）或M（澳门）加8位数字，请核对。')
    case 'TAIWAN_PASS':
      return shaped(number, /^\d{8}$/, '台湾居民来往大陆通行证号码是8位数字，请核对。')
    case 'FOREIGN_RESIDENT':
      return /^9\d{16}[\dX]$/.test(number) ? newResident(number, today) : shaped(number, /^[A-Z]{3}\d{12}$/, '永久居留身份证号码是9开头的18位号码，或3个字母加12位数字（旧版），请核对。')
    case 'PASSPORT':
      return shaped(number, /^(?=.*\d)[A-Z0-9]{6,12}$/, '护照号码是6到12位字母和数字，请照护照填写。')
    default:
      return type satisfies never
  }
}

const shaped = (number: string, shape: RegExp, messageZh: string): IdDocumentCheck => (shape.test(number) ? { ok: true, normalized: number, birthDate: null, sex: null } : { ok: false, messageZh })

/** The card of 2023: 9, place, nation, birth date, order, and the check character of GB 11643. */
function newResident(number: string, today: LocalDate): IdDocumentCheck {
  // The same sum and date as any other card; only the first digits name no province.
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number.charAt(at)), 0)
  if ('10X98765432'.charAt(sum % 11) !== number.charAt(17)) return { ok: false, messageZh: '永久居留身份证号码有误，请逐位核对。' }
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  try {
    if (ageOn(birthDate, today) >= 0) return { ok: true, normalized: number, birthDate, sex: Number(number.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE' }
  } catch {
    // Not a day of the calendar.
  }
  return { ok: false, messageZh: '号码里的出生日期不存在，请核对第7至14位。' }
}

/** Names that people and papers really have: any script, beyond the BMP too, with spaces and middle dots inside; counted by characters, not by units of UTF-16. */
export function checkPersonName(input: string): { ok: true; normalized: string } | { ok: false; messageZh: string } {
  const name = cleanName(input)
  const length = Array.from(name).length
  if (length === 0) return { ok: false, messageZh: '请填写姓名。' }
  if (length > 50) return { ok: false, messageZh: '姓名最多50个字。' }
  if (/[0-9<>{}@#$%^*_=+|\\/~`"]/.test(name)) return { ok: false, messageZh: '姓名里有数字或符号，请照证件填写。' }
  return { ok: true, normalized: name }
}
