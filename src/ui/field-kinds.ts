import { cleanAmount, cleanGrade, cleanIdNumber, cleanMemberNo, cleanPhone, cleanSerial, cleanSmsCode, cleanWords, groupedCardNumber, type Cleaner } from '@/domain/cleaners'
import { cleanName } from '@/domain/names'
import type { InputA11y } from './a11y'

/** What kind of value a field takes: it brings the cleaner, the keyboard and the browser's autofill with it. */
export interface FieldKind {
  /** Tells kinds apart where a page is looked at from outside. */
  name: string
  /** How the value stands in the field once it is left. */
  clean: Cleaner
  keyboard?: InputA11y['keyboard']
  autoComplete?: string
  /** Signs that the field takes where `ROOM` is too little. */
  room?: number
}

/**
 * Signs that a field takes. Far from the length of any value, because a limit near it cuts what is pasted before anybody can look at it:
 * «138 0013 8000» would become «138 0013 80». What is too long is said in words.
 */
export const ROOM = 1000

/** The kinds of values that are typed in one line. */
export const kinds = {
  phone: { name: 'phone', clean: cleanPhone, keyboard: 'tel', autoComplete: 'tel' },
  smsCode: { name: 'sms-code', clean: cleanSmsCode, keyboard: 'number', autoComplete: 'one-time-code' },
  name: { name: 'name', clean: cleanName, autoComplete: 'name' },
  idNumber: { name: 'id-number', clean: cleanIdNumber, autoComplete: 'off' },
  /** Shown in groups of four; sent without. */
  cardNumber: { name: 'card-number', clean: groupedCardNumber, keyboard: 'number', autoComplete: 'cc-number' },
  memberNo: { name: 'member-no', clean: cleanMemberNo },
  amount: { name: 'amount', clean: cleanAmount, keyboard: 'decimal' },
  serial: { name: 'serial', clean: cleanSerial, autoComplete: 'off' },
  grade: { name: 'grade', clean: cleanGrade, keyboard: 'number' },
  words: { name: 'words', clean: cleanWords },
  /** Of a poster, a certificate or a card, with whatever stands around it. */
  code: { name: 'code', clean: cleanWords, autoComplete: 'off', room: 5000 },
} as const satisfies Record<string, FieldKind>
