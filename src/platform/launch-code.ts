/** 22 characters, base64url: what a code carries. `/g/` is an event or gift, `/v/` a certificate that is looked up. */
const LINK = /\/([gv])\/([\w-]{22})(?:[/?#]|$)/
/** A scene may name its value: `g=<22>`. */
const BARE = /^(?:[a-z]{1,8}=)?([\w-]{22})$/

/** iOS keeps '%3D' where Android has decoded it already: decode, and take the text as it is where that fails. */
export function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What an address may bring along; `kind` says which page it is for. */
export interface Brought {
  kind: 'gift' | 'certificate'
  code: string
}

/** The code in `https://host/g/<22>`, `/v/<22>`, `g=<22>` or the 22 characters alone, encoded up to three times; undefined where there is none. */
export function codeIn(text: string): Brought | undefined {
  for (let form = text, round = 0; ; round += 1) {
    const [, letter, linked] = LINK.exec(form) ?? []
    if (linked) return { kind: letter === 'v' ? 'certificate' : 'gift', code: linked }
    const bare = BARE.exec(form)?.[1]
    if (bare) return { kind: 'gift', code: bare }
    const decoded = decodeLoosely(form)
    if (decoded === form || round === 3) return undefined
    form = decoded
  }
}

/** Names under which a page's address brings a code: our own, `scene` of a mini-program code, `q` of a WeChat link rule (the whole link). */
const NAMES = ['code', 'scene', 'q'] as const
export type Params = Readonly<Record<string, string | undefined>>

/** The text that an address brings along, whatever it holds; '' where it brings none. */
export const broughtText = (params: Params): string => NAMES.map((name) => params[name]).find(Boolean) ?? ''

/** The code that an address brings along, on whichever page it opens. */
export function broughtBy(params: Params): Brought | undefined {
  for (const name of NAMES) {
    const brought = codeIn(params[name] ?? '')
    if (brought) return brought
  }
  return undefined
}

const codeOf = (kind: Brought['kind'], brought: Brought | undefined): string | undefined => (brought?.kind === kind ? brought.code : undefined)
export const giftCode = (brought: Brought | undefined): string | undefined => codeOf('gift', brought)
export const certificateCode = (brought: Brought | undefined): string | undefined => codeOf('certificate', brought)
