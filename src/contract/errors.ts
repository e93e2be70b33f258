/**
 * Every error the API can answer with: the HTTP status and the words a member reads where the handler has none of its own.
 * A code is stable: clients switch on it, never on the words. Add a row here and name it in the endpoint's `errors`.
 */
export const errorTable = {
  // request as such
  BAD_REQUEST: [400, '请求内容无法识别，请刷新后再试。'],
  VALIDATION_FAILED: [422, '有几项需要修改，请看标红的提示。'],
  UNSUPPORTED_CONTENT_TYPE: [415, '请求格式不受支持，请更新到最新版本后再试。'],
  NOT_FOUND: [404, '没有找到这项内容，可能已被删除。'],
  // An app that is older or newer than this server: nothing of the member's is missing.
  ENDPOINT_UNKNOWN: [404, '服务正在更新，这个版本暂时办不了这一项，您填写的内容都在。请稍后重试；一直这样的，请关闭后重新打开，更新到最新版本。'],
  METHOD_NOT_ALLOWED: [405, '服务正在更新，这个版本暂时办不了这一项，您填写的内容都在。请稍后重试；一直这样的，请关闭后重新打开，更新到最新版本。'],
  BODY_TOO_LARGE: [413, '内容太大，无法接收。'],
  RATE_LIMITED: [429, '操作太频繁，请稍后再试。'],
  INTERNAL: [500, '服务出了点问题，您填写的内容没有丢失，请稍后再试。'],
  PARTNER_UNAVAILABLE: [503, '对方系统暂时没有回应，请稍后再试。'],
  // idempotency and versions
  IDEMPOTENCY_KEY_REQUIRED: [400, '请求缺少编号，请更新到最新版本后再试。'],
  IDEMPOTENCY_KEY_REUSED: [422, '同一编号的请求内容不一致，请刷新后再试。'],
  IDEMPOTENCY_IN_PROGRESS: [409, '同一请求正在处理，请稍候。'],
  VERSION_REQUIRED: [428, '请求缺少版本号，请刷新后再试。'],
  VERSION_STALE: [412, '内容已在别处更新，请刷新后再改。'],
  // session
  UNAUTHENTICATED: [401, '登录已过期，请重新登录。'],
  FORBIDDEN: [403, '您没有权限查看或办理这项内容。'],
  SMS_CODE_WRONG: [422, '验证码不正确，请核对后再输入。'],
  SMS_CODE_EXPIRED: [422, '验证码已过期，请重新获取。'],
  PHONE_NOT_MEMBER: [422, '这个手机号还没有登记会员，请核对号码或联系单位工会。'],
  PHONE_TAKEN: [409, '这个手机号已登记在别人名下，请换一个号码，或带证件到就近工会办理。'],
  LOGIN_CODE_INVALID: [401, '微信登录没有成功，请重试。'],
  REFRESH_REUSED: [401, '登录状态异常，为保护您的账户请重新登录。'],
  SESSION_DISPLACED: [401, '您在别的设备上登录得太多，这台设备最久没有使用，已自动退出。请重新登录。'],
  TEST_MODE_OFF: [404, '没有找到这项内容。'],
  // consents, card
  CONSENT_REQUIRED: [409, '需要您先同意相关授权。'],
  CONSENT_VERSION_STALE: [409, '授权书已更新，请阅读新版本后再同意。'],
  NOT_MEMBER: [403, '您还不是工会会员，可以先申请入会。'],
  // gifts
  GIFT_NOT_ELIGIBLE: [409, '您暂不符合这项赠送的条件。'],
  CODE_INVALID: [404, '这个码无法识别，请扫活动海报上的码。'],
  QUOTA_EXHAUSTED: [409, '名额已领完。'],
  ALREADY_COVERED: [409, '您在这段时间已有同类保障。'],
  CODE_USED: [409, '这个二维码已被使用,请向工作人员换一个。'],
  CODE_EXPIRED: [410, '二维码已过期,请扫最新的二维码。'],
  CAMPAIGN_NOT_STARTED: [409, '活动还没开始，请在开放后再来。'],
  CAMPAIGN_ENDED: [410, '活动已结束，可在“赠送活动”中查看其他活动。'],
  PLACE_AVAILABLE: [409, '现在就有名额，可以直接领取，不用候补。'],
  TICKET_STATE_CONFLICT: [409, '这份赠送的状态已变化，请刷新后再看。'],
  // joining and paying
  MEMBER_UNDER_AGE: [403, '未满16周岁暂不能办理,您填写的信息不会保存。'],
  ALREADY_MEMBER: [409, '您已经是工会会员，不用再申请。'],
  PLAN_NOT_AVAILABLE: [409, '您现在还不能参保这项计划。'],
  ORDER_STATE_CONFLICT: [409, '订单的状态已变化，请刷新后再看。'],
  // reps and their devices
  REP_NOT_ASSIGNED: [403, '您未被安排到本次活动，请联系活动负责人。'],
  REP_DEVICE_MISMATCH: [403, '本机未绑定，请使用登记的设备。'],
  LEASE_REVOKED: [403, '本机离线授权已撤销，请停止扫码并联系管理员。'],
  AGENT_MISMATCH: [422, '代办人的姓名、手机号和证件号码对不上，请与代办人核对后再填。'],
  TASK_STATE_CONFLICT: [409, '这一项已经处理过，请刷新后再看。'],
  // claims and documents
  CLAIM_STATE_CONFLICT: [409, '申领的状态已变化，请刷新后再看。'],
  DRAFT_LIMIT: [409, '您还没有提交的申领太多，请先提交或删除其中一份，再开始新的。'],
  CLAIM_NOT_COVERED: [409, '入院日期不在您的保障期内，请核对日期。'],
  CLAIM_WINDOW_OVER: [409, '已超过申领时限。'],
  CLAIM_INCOMPLETE: [422, '申领内容还没有填写完整。'],
  FILES_INCOMPLETE: [422, '还有材料没有收到，请补齐后再提交。'],
  DUPLICATE_INVOICE: [409, '这张票据已用于另一笔申领。'],
  AMOUNTS_MISMATCH: [422, '医保已付、自付、自费相加应等于总费用，请核对。'],
  FILE_TOO_LARGE: [413, '文件超过5MB，请压缩或重新拍照后再传。'],
  FILE_TYPE_UNSUPPORTED: [415, '这种文件无法接收，请使用照片（JPG、PNG、WebP）或PDF。'],
  FILE_HEIC_UNSUPPORTED: [415, '这是HEIC格式的照片，请在手机相机设置里选“兼容性最佳”后重拍，或截图后上传。'],
  FILE_DAMAGED: [422, '文件不完整或已损坏，请重新拍照或选择文件。'],
  FILE_DUPLICATE: [409, '这张已经添加过，不用重复上传。'],
  /** `receivedBytes`: where the next part begins. */
  UPLOAD_OFFSET: [409, '文件接着上次的地方传，请稍等。'],
  /** `receivedBytes`: how much of the file is there. */
  UPLOAD_INCOMPLETE: [409, '文件还没有传完，请稍等。'],
  UPLOAD_MISMATCH: [422, '文件在路上出了差错，正在重新上传。'],
  FILE_LIMIT: [409, '文件数量已到上限。'],
  PAYOUT_STATE_CONFLICT: [409, '拨付的状态已变化，请刷新后再看。'],
  // bank account
  CARD_FORMAT: [422, '卡号格式不对，请核对卡号。'],
  CARD_CREDIT: [422, '信用卡不能收款，请使用本人名下的借记卡。'],
  CARD_CONFIRM: [422, '请核对卡号，确认无误后再提交一次。'],
  CARD_REFUSED: [422, '银行不能向这张卡付款，请换一张本人名下的借记卡。'],
  CARD_NAME_MISMATCH: [422, '开户姓名与会员姓名不一致，请使用本人名下的借记卡。'],
} as const satisfies Record<string, readonly [status: number, wordsZh: string]>

export type ErrorCode = keyof typeof errorTable

export const statusOf = (code: ErrorCode): number => errorTable[code][0]
export const wordsOf = (code: ErrorCode): string => errorTable[code][1]
export const isErrorCode = (code: string): code is ErrorCode => Object.prototype.hasOwnProperty.call(errorTable, code)
