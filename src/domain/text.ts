/** Signs that come along with copy and paste and that nobody sees: soft hyphen, zero-width and direction marks, BOM. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g
const SPACES_AND_HYPHENS = /[\s\u2010-\u2015\u2212-]/g

export const dropInvisible = (text: string): string => text.replace(INVISIBLE, '')

/**
 * What a person typed or pasted into a field for a number, as the number itself: full-width signs folded (NFKC),
 * spaces, hyphens and invisible signs dropped, upper case. Never used for names.
 */
export const compactNumber = (text: string): string =>
  dropInvisible(text.normalize('NFKC')).replace(SPACES_AND_HYPHENS, '').toUpperCase()
