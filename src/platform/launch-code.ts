/** 22 characters, base64url: what an event or gift code carries (link `/g/<code>`, `scene` of a mini-program code). */
const LINK = /\/g\/([A-Za-z0-9_-]{22})(?:[/?#]|$)/
const BARE = /^[A-Za-z0-9_-]{22}$/

const CHECK = /\/v\/([A-Za-z0-9_-]{22})(?:[/?#]|$)/

/** iOS keeps '%3D' where Android has decoded it already: decode, and take the text as it is where that fails. */
export function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The code in `https://host/g/<22>`, `/g/<22>` or the 22 characters alone; undefined where there is none. */
export function codeInLink(link: string): string | undefined {
  const text = decodeLoosely(link)
  return LINK.exec(text)?.[1] ?? BARE.exec(text)?.[0]
}

/** The code in a certificate's link `https://host/v/<22>` or `/v/<22>`; undefined where there is none. */
export const checkInLink = (link: string): string | undefined => CHECK.exec(decodeLoosely(link))?.[1]

/** The code in the launch parameters of the mini-program: `scene` of its own codes, `q` where WeChat scanned our link. */
export const codeInQuery = (query: Record<string, string | undefined>): string | undefined => codeInLink(query.scene ?? '') ?? codeInLink(query.q ?? '')
