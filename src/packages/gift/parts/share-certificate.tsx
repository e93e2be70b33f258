import { useState } from 'react'
import { messageOf } from '@/api/api-error'
import type { CertificateLink } from '@/contract/schemas/drawn'
import { shareLink } from '@/platform/share'
import { Button, Notice } from '@/ui'
import { certificateTexts as t } from '../texts'

/** Passes on the link that anybody can look the certificate up by: the browser's share sheet, else the clipboard. Twin: share-certificate.weapp.tsx. */
export function ShareCertificate({ link }: { link: CertificateLink | undefined }) {
  const [said, setSaid] = useState<{ zh: string; ok: boolean } | null>(null)
  if (!link) return null
  const share = async (): Promise<void> => {
    setSaid(null)
    try {
      if ((await shareLink({ title: t.shareTitle, url: link.url })) === 'copied') setSaid({ zh: t.copied, ok: true })
    } catch (error) {
      setSaid({ zh: t.notCopied(messageOf(error) ?? ''), ok: false })
    }
  }
  return (
    <>
      {said ? <Notice tone={said.ok ? 'success' : 'warn'} announce="polite">{said.zh}</Notice> : null}
      <Button kind="secondary" onPress={() => share()}>{t.share}</Button>
    </>
  )
}
