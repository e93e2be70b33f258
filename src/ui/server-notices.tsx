import { Notice } from './notice'

interface Served {
  titleZh: string
  textZh: string
  phone: string | null
  blocking: boolean
}

export interface ServerNoticesProps {
  items: readonly Served[]
  onCall: (phone: string) => void
}

/** What the server says about this page: an announcement, or an outage with the number that helps. */
export function ServerNotices({ items, onCall }: ServerNoticesProps) {
  return (
    <>
      {items.map(({ titleZh, textZh, phone, blocking }) => (
        <Notice key={titleZh} tone={blocking ? 'warn' : 'info'} title={titleZh} announce={blocking ? 'assertive' : undefined} action={phone ? { label: `拨打 ${phone}`, onPress: () => onCall(phone) } : undefined}>
          {textZh}
        </Notice>
      ))}
    </>
  )
}
