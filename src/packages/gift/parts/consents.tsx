import { View } from '@tarojs/components'
import type { GiftConsent } from '@/contract/schemas/member'
import { aria, Cell, CellGroup, ConsentItem } from '@/ui'
import { fieldOf, type Accept } from '../model/accept'
import { offerTexts as t } from '../texts'

/** Each consent with its own text and its own unticked box; those given already are only named. */
export function Consents({ consents, accept }: { consents: readonly GiftConsent[]; accept: Accept }) {
  const given = consents.filter(({ granted }) => granted)
  return (
    <>
      <View className="z-strong z-stack" {...aria({ role: 'heading', level: 2 })}>{t.consents}</View>
      {given.length > 0 ? <CellGroup>{given.map(({ consentId, titleZh }) => <Cell key={consentId} icon="check" title={titleZh} value={t.grantedAlready} />)}</CellGroup> : null}
      {consents.filter(({ granted }) => !granted).map((consent) => (
        <ConsentItem
          key={consent.consentId}
          id={fieldOf(consent.consentId)}
          title={consent.titleZh}
          paragraphs={consent.textZh}
          label={t.agree(consent.titleZh)}
          extra={consent.required ? t.required : t.voluntary}
          checked={accept.ticked(consent)}
          onChange={(on) => accept.tick(consent, on)}
          error={accept.problems.find(({ fieldId }) => fieldId === fieldOf(consent.consentId))?.message}
        />
      ))}
    </>
  )
}
