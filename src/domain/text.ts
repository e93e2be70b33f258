/** Signs that come along with copy and paste and that nobody sees: soft hyphen, zero-width, direction and variation marks, BOM. */
const INVISIBLE = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]|\udb40[\udd00-\uddef]/g
const SPACES_AND_HYPHENS = /[\s\u2010-\u2015\u2212-]/g

export const dropInvisible = (text: string): string => text.replace(INVISIBLE, '')

/** Marks of direction and width that come along inside words; what joins the signs of an emoji or picks the variant of a character stays. */
const STRAY = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g
export const dropStray = (text: string): string => text.replace(STRAY, '')

/** Full-width and other forms of a sign as the plain one (NFKC), and nothing that nobody sees. Never used for names. */
export const plainSigns = (text: string): string => dropInvisible(text).normalize('NFKC')

/**
 * What a person typed or pasted into a field for a number, as the number itself: full-width signs folded (NFKC),
 * spaces, hyphens and invisible signs dropped, upper case. Never used for names.
 */
export const compactNumber = (text: string): string => plainSigns(plainSigns(text).replace(SPACES_AND_HYPHENS, '').toUpperCase())
