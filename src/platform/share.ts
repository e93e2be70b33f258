import { copyText } from './clipboard'

/** What happened: the system's share sheet was used, the link was copied, or this platform shares by other means. */
export type Shared = 'shared' | 'copied' | 'cancelled' | 'unsupported'

/**
 * Hands a link on: the browser's share sheet, else the clipboard. In the mini-program 'unsupported': there only
 * `<Button openType="share">` and `useShareAppMessage` may share.
 * Call it directly in the tap handler, before any `await`.
 * @throws DeviceError FAILED, DENIED
 */
export async function shareLink({ title, url }: { title: string; url: string }): Promise<Shared> {
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share({ title, url })
      return 'shared'
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return 'cancelled'
    }
  }
  await copyText(url)
  return 'copied'
}
