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
      {consents.filter(({ granted }) => !granted).map(({ consentId, titleZh, textZh, required }) => (
        <ConsentItem
          key={consentId}
          id={fieldOf(consentId)}
          title={titleZh}
          paragraphs={textZh}
          label={t.agree(titleZh)}
          extra={required ? t.required : t.voluntary}
          checked={accept.ticked(consentId)}
          onChange={(on) => accept.tick(consentId, on)}
          error={accept.problems.find(({ fieldId }) => fieldId === fieldOf(consentId))?.message}
        />
      ))}
    </>
  )
}
