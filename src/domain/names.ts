import { dropInvisible } from './text'

/** The sign between the parts of a transcribed name: keyboards, papers and banks write all of these. */
const MIDDLE_DOTS = /[\u00b7\u0387\u2022\u2024\u2027\u2219\u22c5\u25cf\u30fb\uff0e\uff65]/g
/** Full-width letters and the radicals that some keyboards write in place of characters. */
const LOOK_ALIKES = /[\uff01-\uff0d\uff0f-\uff5e\u2e80-\u2fdf]/g
/** The full stop of a keyboard between two characters of Chinese, which stands for the middle dot. */
const STOP_BETWEEN = /([\u3400-\u9fff]|[\ud840-\ud8bf][\udc00-\udfff])[.。](?=[\u3400-\u9fff]|[\ud840-\ud8bf][\udc00-\udfff])/g

/**
 * A name as it is kept and shown, out of what was typed, pasted, or stands in a roster: NFC, one space where there were several, one
 * middle dot for all its look-alikes, nothing that nobody sees. Characters stay what they are, beyond the basic plane too.
 */
export const cleanName = (typed: string): string =>
  dropInvisible(typed)
    .replace(LOOK_ALIKES, (sign) => sign.normalize('NFKC'))
    .normalize('NFC')
    .replace(MIDDLE_DOTS, '\u00b7')
    .replace(STOP_BETWEEN, '$1\u00b7')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * What two writings of one name have in common: no spaces, no middle dots (medical insurance and banks often leave them out), one kind
 * of apostrophe, letters without their case. Code point by code point: a rare character is never taken for another, nor a `?` for it.
 */
export const nameKey = (name: string): string =>
  cleanName(name)
    .normalize('NFKC')
    .replace(/[\s\u00b7]/g, '')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .toUpperCase()

/** The one rule for equal names, wherever two are compared. No name equals nothing. */
export function sameName(a: string, b: string): boolean {
  const key = nameKey(a)
  return key !== '' && key === nameKey(b)
}
