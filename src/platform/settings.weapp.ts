import Taro from '@tarojs/taro'
import { confirm } from './confirm.weapp'
import { callDevice } from './device-error'

/** See settings.ts. */
export const canOpenSettings = true

/** See settings.ts. WeChat opens it only in the turn of a tap. */
export async function openSettings(): Promise<void> {
  await callDevice('openSetting', () => Taro.openSetting()).catch(() => undefined)
}

const asks = { album: { title: '需要您的允许', text: '保存图片要用到相册。您之前没有允许，微信不会再问；请在设置里打开“添加到相册”，回来再保存一次。', ok: '去设置', cancel: '先不了' } } as const

/** See settings.ts. */
export async function offerSettings(what: keyof typeof asks): Promise<void> {
  if (await confirm(asks[what])) await openSettings()
}
