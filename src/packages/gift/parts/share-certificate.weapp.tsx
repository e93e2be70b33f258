import { Button as NativeButton } from '@tarojs/components'
import type { CertificateLink } from '@/contract/schemas/drawn'
import { certificateTexts as t } from '../texts'

/** See share-certificate.tsx. WeChat shares only from a native button of this open type; what it sends, the page's `useShareAppMessage` says. */
export const ShareCertificate = ({ link }: { link: CertificateLink | undefined }) =>
  link ? <NativeButton className="z-btn z-btn--secondary" openType="share">{t.share}</NativeButton> : null
