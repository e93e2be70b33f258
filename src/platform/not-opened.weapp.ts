import { confirm } from './confirm'

let asking = false

/** WeChat has opened nothing, and the page that was tapped is where it was: the member reads why and may try again. One question at a time. */
export async function notOpened(again: () => Promise<void>): Promise<void> {
  if (asking) return
  asking = true
  const wanted = await confirm({ title: '这一页没有打开', text: '可能是网络没有连上，这一页还没有下载到手机。您填写的内容都在。', ok: '重试', cancel: '返回' })
  asking = false
  if (wanted) await again()
}
