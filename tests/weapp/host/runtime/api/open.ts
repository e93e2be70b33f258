// Open platform: login, settings, privacy, subscription, sharing, and the open-types of a button.
import { WxFailure } from '../../protocol'
import type { Builtin } from '../components/define'
import { plainId } from '../dom'
import { callPage, shownPage } from '../pages'
import { record } from '../rpc'
import { tappedWithin } from '../space'
import { isFunction, messageOf, stats } from '../state'
import { callMock, defineAsync, mocked, recordCall, setGate, wx } from './define'

const GESTURE_MS = 3000
const MAX_TEMPLATES = 3

/** Must follow a tap of the member. */
function requireTap(): void {
  if (!tappedWithin(GESTURE_MS)) throw new WxFailure('can only be invoked by user TAP gesture.')
}

/** Functions that WeChat stops before the privacy words are agreed to. */
const PRIVATE = new Set(['chooseMedia', 'chooseImage', 'chooseMessageFile', 'scanCode', 'saveImageToPhotosAlbum', 'setClipboardData', 'camera', 'requirePrivacyAuthorize'])
type PrivacyAnswer = { event: 'exposureAuthorization' } | { event: 'agree'; buttonId?: string } | { event: 'disagree' }
type PrivacyHandler = (resolve: (answer: PrivacyAnswer) => void, info: { referrer: string }) => void
/** A mock of the name `needPrivacyAuthorization` makes this a phone that has not agreed yet. */
let agreed = !mocked.has('needPrivacyAuthorization')
let privacyHandler: PrivacyHandler | undefined
let agreeButton: string | undefined

/** Asks the app for its sheet, and takes an agreement only after a tap on a button of the right open-type. */
function privacyGate(name: string): Promise<void> | undefined {
  if (agreed || !PRIVATE.has(name)) return undefined
  return new Promise((resolve, reject) => {
    const refused = (): void => reject(new WxFailure('privacy permission is not authorized', 104))
    if (!privacyHandler) return refused()
    agreeButton = undefined
    privacyHandler(
      (answer) => {
        if (answer.event === 'exposureAuthorization') return
        if (answer.event !== 'agree' || answer.buttonId === undefined || answer.buttonId !== agreeButton) return refused()
        agreed = true
        resolve()
      },
      { referrer: name },
    )
  })
}

export async function share(from: 'menu' | 'button', target?: object): Promise<Record<string, unknown>> {
  const page = shownPage()
  const { promise, ...plain } = record(callPage(page, 'onShareAppMessage', { from, target }))
  const result = { title: '', path: page.path, ...plain, ...(promise instanceof Promise ? record(await promise) : {}) }
  stats.shares.push({ from, ...result })
  return result
}

/** open-type -> the event it fires; what it brings comes from a mock of that name. */
const OPEN_TYPE_EVENTS: Record<string, string> = {
  getPhoneNumber: 'getphonenumber', getRealtimePhoneNumber: 'getrealtimephonenumber', chooseAvatar: 'chooseavatar',
  openSetting: 'opensetting', contact: 'contact', agreePrivacyAuthorization: 'agreeprivacyauthorization',
}

export async function openType(kind: string, self: Builtin): Promise<void> {
  const entry = recordCall(`button.${kind}`, undefined)
  if (kind === 'share') {
    await share('button', { id: plainId(self.dom.id), dataset: { ...self.dataset } })
    return
  }
  if (kind === 'agreePrivacyAuthorization') agreeButton = plainId(self.dom.id)
  const event = OPEN_TYPE_EVENTS[kind]
  if (!event) return
  try {
    if (!mocked.has(kind) && kind.startsWith('get')) throw new WxFailure(`no mock for ${kind}`)
    self.fire(event, { errMsg: `${kind}:ok`, ...(mocked.has(kind) ? record(await callMock(kind, {})) : {}) })
  } catch (error) {
    entry.failed = `${kind}:fail ${messageOf(error)}`
    self.fire(event, { errMsg: entry.failed })
  }
}

export function defineOpen(): void {
  let codes = 0
  defineAsync('login', () => ({ code: `host-code-${(codes += 1)}` }))
  defineAsync('checkSession')
  defineAsync('getSetting', () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }))
  defineAsync('openSetting', () => ({ authSetting: {} }))
  defineAsync('authorize')
  setGate(privacyGate)
  defineAsync('getPrivacySetting', () => ({ needAuthorization: !agreed, privacyContractName: '《用户隐私保护指引》' }))
  defineAsync('requirePrivacyAuthorize')
  defineAsync('openPrivacyContract')
  wx.onNeedPrivacyAuthorization = (handler: unknown) => {
    if (isFunction(handler)) privacyHandler = handler
  }
  defineAsync('requestSubscribeMessage', ({ tmplIds }) => {
    requireTap()
    const ids: unknown[] = Array.isArray(tmplIds) ? tmplIds : []
    if (ids.length === 0) throw new WxFailure("TmplIds can't be empty", 10001)
    if (ids.length > MAX_TEMPLATES) throw new WxFailure('Templates count out of max bounds', 20001)
    return Object.fromEntries(ids.map((id) => [String(id), 'accept']))
  })
  for (const name of ['navigateToMiniProgram', 'exitMiniProgram', 'openCustomerServiceChat', 'showShareMenu', 'hideShareMenu', 'updateShareMenu']) defineAsync(name)
}
