import { dial } from '@/platform/phone'
import { Notice } from './notice'

export interface ServedNotice {
  titleZh: string
  textZh: string
  phone: string | null
  /** An outage: stands in place of the page's content. */
  blocking: boolean
  /** Spoken when it appears, without interrupting. */
  urgent?: boolean
  /** What to do about it, where that is not to telephone. */
  action?: { label: string; onPress: () => void }
}

/** What the server says about a page: an announcement, or an outage with the number that helps. Page draws it. */
export function ServerNotices({ items }: { items: readonly ServedNotice[] }) {
  return (
    <>
      {items.map(({ titleZh, textZh, phone, blocking, urgent, action }) => (
        <Notice key={titleZh} tone={blocking || urgent ? 'warn' : 'info'} title={titleZh} announce={blocking ? 'assertive' : urgent ? 'polite' : undefined} action={phone ? { label: `拨打 ${phone}`, onPress: () => dial(phone) } : action}>
          {textZh}
        </Notice>
      ))}
    </>
  )
}
