import { useQuery } from '@tanstack/react-query'
import { useConsentAsk } from '@/api/consent-ask'
import { consentsQuery } from '@/api/me'
import { useNotices } from '@/api/notices'
import { Button, ConsentItem, Notice, Page } from '@/ui'
import { texts } from './texts'

/** In place of the card while C1 is missing: asked for here, not behind a page of settings. */
export function ConsentPage() {
  const consents = useQuery(consentsQuery())
  const ask = useConsentAsk('C1', texts.consentFirst)
  return (
    <Page
      title={texts.title}
      query={consents}
      notices={useNotices('card')}
      footer={<Button loading={ask.granting} onPress={() => ask.grant()}>{texts.consentSubmit}</Button>}
    >
      {() => (
        <>
          <Notice title={texts.consentTitle}>{texts.consentDetail}</Notice>
          {ask.consent ? (
            <ConsentItem id="C1" title={ask.consent.titleZh} paragraphs={ask.consent.textZh} label={texts.consentLabel} checked={ask.checked} onChange={ask.check} error={ask.error} />
          ) : null}
        </>
      )}
    </Page>
  )
}
