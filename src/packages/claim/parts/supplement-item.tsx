import { View } from '@tarojs/components'
import type { SupplementItem as Item } from '@/contract/schemas/claim-actions'
import { Anchor, Badge, Button, Card, Facts, TextArea } from '@/ui'
import { slotOfItem } from '../model/add-files'
import { itemFieldId, MAX_REASON, type SupplementForm } from '../model/supplement'
import { texts } from '../texts'
import { PaperFiles } from './paper-files'

const t = texts.supplement

interface SupplementItemProps {
  claimId: string
  item: Item
  form: SupplementForm
  /** Without the consent to papers an item can be answered in words only. */
  mayAdd: boolean
}

/** One paper that is asked for: what, why, how; answered by photos, or by saying why there is none. */
export function SupplementItem({ claimId, item, form, mayAdd }: SupplementItemProps) {
  const { itemId, titleZh, whatZh, whyZh, tipZh, sampleNoteZh, state, stateZh, reasonGivenZh } = item
  const reason = form.reasonOf(item)
  const error = form.problems.find(({ fieldId }) => fieldId === itemFieldId(itemId))?.message
  return (
    <Anchor id={itemFieldId(itemId)}>
      <Card title={titleZh} extra={<Badge tone={state === 'RECEIVED' ? 'success' : 'action'}>{stateZh}</Badge>}>
        <View className="z-strong">{whatZh}</View>
        <View>{tipZh}</View>
        <View className="z-small">{t.sample(sampleNoteZh)}</View>
        <View className="z-small">{t.why(whyZh)}</View>
        {reasonGivenZh === null ? null : <Facts items={[{ label: t.saidBefore, value: reasonGivenZh }]} />}
        {error ? <View className="z-field-error">{error}</View> : null}
        {mayAdd ? <PaperFiles claimId={claimId} slot={slotOfItem(item)} files={form.filesFor(item)} papers={form.papers} /> : null}
        {reason === undefined ? (
          <Button kind="text" inline label={t.noneFor(titleZh)} onPress={() => form.write(item, '')}>{t.none}</Button>
        ) : (
          <>
            <TextArea id={`reason-${itemId}`} label={t.reason(titleZh)} hint={t.reasonHint} value={reason} maxLength={MAX_REASON} onChange={(text) => form.write(item, text)} />
            <Button kind="text" inline label={t.takeBackFor(titleZh)} onPress={() => form.unwrite(item)}>{t.takeBack}</Button>
          </>
        )}
      </Card>
    </Anchor>
  )
}
