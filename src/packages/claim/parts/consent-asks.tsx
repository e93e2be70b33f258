import { ConsentItem, Notice, type FieldProblem } from '@/ui'
import { consentFieldId, type ConsentAsk } from '../model/consent-ask'
import { texts } from '../texts'

/** The consents that are still needed, in place. */
export function ConsentAsks({ consent, problems }: { consent: Omit<ConsentAsk, 'problems' | 'grant'>; problems: readonly FieldProblem[] }) {
  if (consent.failed) return <Notice tone="warn" title={texts.start.consentFailed} action={{ label: texts.start.retry, onPress: consent.refresh }} />
  return (
    <>
      {consent.asked.map((asked) => {
        const { consentId, titleZh, textZh } = asked
        const id = consentFieldId(consentId)
        return (
          <ConsentItem
            key={consentId}
            id={id}
            title={titleZh}
            paragraphs={textZh}
            label={`${texts.start.consentLabel}《${titleZh}》`}
            checked={consent.ticked(asked)}
            onChange={(on) => consent.tick(asked, on)}
            error={problems.find(({ fieldId }) => fieldId === id)?.message}
          />
        )
      })}
    </>
  )
}
