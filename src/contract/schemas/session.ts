import * as v from 'valibot'
import { ConsentId, Count, Id, Instant, LeadsTo, Role, Version, Zh } from './common'

export const Notice = v.strictObject({
  /** Page key as in `LeadsTo.page`, or `all`. */
  page: v.pipe(v.string(), v.maxLength(32)),
  titleZh: Zh,
  textZh: Zh,
  phone: v.nullable(v.pipe(v.string(), v.maxLength(20))),
  /** True: the page shows the notice instead of its content (an outage). */
  blocking: v.boolean(),
})

export const Config = v.strictObject({
  minVersion: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  testMode: v.boolean(),
  serverTime: Instant,
  hotline: v.pipe(v.string(), v.maxLength(20)),
  privacy: v.strictObject({ version: v.pipe(v.string(), v.maxLength(16)), summaryZh: v.array(Zh) }),
  notices: v.array(Notice),
})

const Phone = v.pipe(v.string(), v.regex(/^1\d{10}$/))
const PrivacyVersion = v.pipe(v.string(), v.minLength(1), v.maxLength(16))

export const SmsCodeRequest = v.strictObject({ phone: Phone })
export const SmsCodeSent = v.strictObject({ phoneMasked: Zh, expiresInSeconds: Count, resendInSeconds: Count })

export const SignIn = v.variant('method', [
  v.strictObject({ method: v.literal('sms'), phone: Phone, code: v.pipe(v.string(), v.regex(/^\d{6}$/)), privacyVersion: PrivacyVersion }),
  v.strictObject({ method: v.literal('wechat'), code: v.pipe(v.string(), v.minLength(1), v.maxLength(128)), privacyVersion: PrivacyVersion }),
])
const Token = v.pipe(v.string(), v.minLength(20), v.maxLength(128))
export const Session = v.strictObject({
  accessToken: Token,
  expiresInSeconds: Count,
  refreshToken: Token,
  account: v.strictObject({ accountId: Id, nameMasked: Zh, roles: v.array(Role) }),
})
export const Refresh = v.strictObject({ refreshToken: Token })

export const Me = v.strictObject({
  accountId: Id,
  nameMasked: Zh,
  mobileMasked: Zh,
  idNoMasked: v.nullable(Zh),
  /** Name of the document that the number is on. */
  idTypeZh: v.nullable(Zh),
  /** 实名认证 passed. */
  realName: v.boolean(),
  roles: v.array(Role),
  unionZh: v.nullable(Zh),
  memberNo: v.nullable(Zh),
  preferences: v.strictObject({ elderMode: v.boolean() }),
  version: Version,
})
export const UpdatePreferences = v.strictObject({ elderMode: v.boolean() })

export const Consent = v.strictObject({
  consentId: ConsentId,
  titleZh: Zh,
  /** The text that is agreed to, paragraph by paragraph. */
  textZh: v.array(Zh),
  neededForZh: Zh,
  onWithdrawalZh: Zh,
  version: v.pipe(v.string(), v.maxLength(16)),
  granted: v.boolean(),
  /** Of the last change; null: never answered. */
  at: v.nullable(Instant),
  /** C2 only: 自动到账. */
  standing: v.nullable(v.boolean()),
  /** To be asked with the withdrawal, as a second question: what rests on the consent and could stop with it (C2: amounts that wait for a yes). */
  stopAskZh: v.nullable(Zh),
})
export const ConsentList = v.strictObject({ items: v.array(Consent) })
export const SetConsent = v.strictObject({
  granted: v.boolean(),
  version: v.pipe(v.string(), v.minLength(1), v.maxLength(16)),
  standing: v.optional(v.boolean()),
  /** C4 only: the claim that it is given for. */
  claimId: v.optional(Id),
  /** C2 withdrawn: amounts that wait for a yes are not taken either (停止本次). Without it they go on. */
  stopRunning: v.optional(v.boolean()),
})

export const Message = v.strictObject({ messageId: Id, titleZh: Zh, textZh: Zh, at: Instant, read: v.boolean(), leadsTo: v.nullable(LeadsTo) })
export const MessageList = v.strictObject({ items: v.array(Message), nextCursor: v.nullable(v.string()), unread: Count })

export type Config = v.InferOutput<typeof Config>
export type Notice = v.InferOutput<typeof Notice>
export type SignIn = v.InferOutput<typeof SignIn>
export type Session = v.InferOutput<typeof Session>
export type Me = v.InferOutput<typeof Me>
export type Consent = v.InferOutput<typeof Consent>
export type Message = v.InferOutput<typeof Message>

/** Kinds of WeChat subscribe messages. One accept is good for one message of that kind. */
export const MessageTemplate = v.picklist(['ACTION_NEEDED', 'CLAIM_PROGRESS', 'PAYOUT_RESULT', 'GIFT_RESULT', 'RENEWAL'])
export const SubscriptionAnswer = v.picklist(['accept', 'reject', 'ban', 'filter'])
/** `offered`: to be asked about now, after what the query names. At most three are; none without C7, none soon after a refusal. */
export const Subscription = v.strictObject({
  template: MessageTemplate,
  /** What WeChat knows the template by. */
  templateId: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  titleZh: Zh,
  left: Count,
  offered: v.boolean(),
})
export const SubscriptionList = v.strictObject({ items: v.array(Subscription) })
export const SubscriptionQuery = v.strictObject({ after: v.optional(v.picklist(['SUBMIT', 'GIFT'])) })
export const AnswerSubscriptions = v.strictObject({
  answers: v.pipe(v.array(v.strictObject({ template: MessageTemplate, answer: SubscriptionAnswer })), v.minLength(1), v.maxLength(3)),
})
export type MessageTemplate = v.InferOutput<typeof MessageTemplate>
export type SubscriptionAnswer = v.InferOutput<typeof SubscriptionAnswer>
export type Subscription = v.InferOutput<typeof Subscription>
