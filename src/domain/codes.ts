import { dropInvisible } from './text'

/** What a foreign code is, in the word that fits into `这是{what},…`. */
export type ForeignCode =
  | '网址' | '微信付款码' | '支付宝付款码' | '收款码' | '付款码' | '名片' | '无线网络码' | '电话号码' | '邮箱' | '发票码' | '商品条码' | '文字' | '空白内容'
  | '新版会员码'
  /** Ours, but cut off. */
  | '不完整的活动码' | '不完整的会员码' | '不完整的凭证码'
  /** Bytes that are no text, or in another encoding than UTF-8. */
  | '乱码'
  | '过长的内容'

/**
 * A code as the app understands it. `gift` is the 22-character id of an event or gift, `certificate` that of a certificate to be looked up,
 * `card` a membership card's code whose signatures are still to be checked. A foreign code's text is not handed on, so that nothing can open or send it.
 */
export type ScannedCode =
  | { kind: 'gift'; code: string }
  | { kind: 'certificate'; code: string }
  | { kind: 'card'; code: string }
  | { kind: 'foreign'; what: ForeignCode }

/** 128 random bits in base64url; 22 digits are a purse's. */
const GIFT_ID = /^(?!\d{22}$)[\w-]{22}$/
// Any host: behind a test server or a tunnel it differs, and the id is only ever sent to our own server.
const GIFT_LINK = /^https?:\/\/[^/?#\s]+\/g\/([\w-]{22})\/?(?:[?#].*)?$/i
/** What stands on a certificate; only ever a link, so that the bare 22 signs stay an event's. */
const CERTIFICATE_LINK = /^https?:\/\/[^/?#\s]+\/v\/([\w-]{22})\/?(?:[?#].*)?$/i
/** `scene` of a mini-program code, `q` of a link rule; both may stand alone, in a query or behind a page's path. */
const LAUNCH_VALUE = /(?:^|[?&])(?:scene|q)=([^&#]+)/
/** A scene that names its value: `g=<id>`. */
const NAMED_ID = /^[a-z]{1,8}=([\w-]{22})$/
const CARD = /^v1\.[\w-]{138,179}\.[\w-]{24}\.[\w-]{86}$/
/** Longer texts than any code of ours are not looked at further. */
const LONGEST = 1024

const FOREIGN: ReadonlyArray<readonly [pattern: RegExp, what: ForeignCode]> = [
  [/^$/, '空白内容'],
  [/[\ufffd\u0000-\u0008\u000e-\u001f]/, '乱码'],
  [/^v1\.[\w.-]{8,}$/, '不完整的会员码'],
  [/^v\d+\.[\w.-]{80,}$/, '新版会员码'],
  [/^https?:\/\/[^/?#\s]+\/g\/[\w-]{1,21}$/i, '不完整的活动码'],
  [/^https?:\/\/[^/?#\s]+\/v\/[\w-]{1,21}$/i, '不完整的凭证码'],
  // As it is typed by hand: letters of both kinds and digits, a few too few or one too many.
  [/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?:[\w-]{14,21}|[\w-]{23})$/, '不完整的活动码'],
  // What a shop puts up to be paid.
  [/^(?:wxp:\/\/|alipays?:|https?:\/\/(?:qr\.alipay\.com|qr\.95516\.com|payapp\.weixin\.qq\.com)\/)/i, '收款码'],
  // What a purse shows to a cashier: WeChat 18 digits from 10-15, Alipay 16-24 digits from 25-30, UnionPay 19 digits from 62.
  [/^1[0-5]\d{16}$/, '微信付款码'],
  [/^(?:2[5-9]|30)\d{14,22}$/, '支付宝付款码'],
  [/^62\d{17}$/, '付款码'],
  [/^(?:BEGIN:VCARD|MECARD:|https?:\/\/u\.wechat\.com\/)/i, '名片'],
  [/^WIFI:/i, '无线网络码'],
  [/^(?:(?:tel|sms|smsto):|(?:\+86)?1[3-9]\d{9}$|0\d{2,3}-\d{7,8}$)/i, '电话号码'],
  [/^(?:mailto|MATMSG):/i, '邮箱'],
  [/^01,\d{2},/, '发票码'],
  [/^(?:\d{8}|\d{12,13})$/, '商品条码'],
  [/^(?:[a-z][a-z0-9+.-]*:\/\/|www\.)/i, '网址'],
]

/** Reads whatever a scanner, a launch query or a pasted text gives. Never throws, never opens anything. */
export function parseCode(text: string): ScannedCode {
  const scanned = dropInvisible(text).trim()
  if (scanned.length > LONGEST) return { kind: 'foreign', what: '过长的内容' }
  const forms = decodedForms(scanned)
  for (const form of forms) {
    const giftId = giftIdIn(form)
    if (giftId !== null) return { kind: 'gift', code: giftId }
    const certificate = CERTIFICATE_LINK.exec(form)?.[1]
    if (certificate !== undefined) return { kind: 'certificate', code: certificate }
    if (CARD.test(form)) return { kind: 'card', code: form }
  }
  // A link that was cut off may still be encoded.
  const match = forms.map((form) => FOREIGN.find(([pattern]) => pattern.test(form))).find(Boolean)
  return { kind: 'foreign', what: match ? match[1] : '文字' }
}

function giftIdIn(form: string): string | null {
  if (GIFT_ID.test(form)) return form
  const direct = GIFT_LINK.exec(form) ?? NAMED_ID.exec(form)
  if (direct) return direct[1] ?? null
  // A parameter of somebody else's address is theirs, whatever it is called.
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(form)) return null
  const value = LAUNCH_VALUE.exec(form)?.[1]
  return value === undefined ? null : giftIdIn(value)
}

/** The text as it came, then decoded up to three times: iOS hands over `%3D`, Android `=`, and a link inside a query is encoded twice. */
function decodedForms(text: string): string[] {
  const forms = [text]
  for (let round = 0, form = text; round < 3; round += 1) {
    const decoded = decodeOnce(form)
    if (decoded === form) break
    forms.push(decoded)
    form = decoded
  }
  return forms
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a stray % is part of a foreign text
  }
}
