import { View } from '@tarojs/components'
import { Button, Notice } from '@/ui'
import type { CardPhotoReader } from '../model/card-photo'
import { bankTexts as t } from '../texts'

/** The number by a photo of the card instead of typing it. */
export function CardPhoto({ photo }: { photo: CardPhotoReader }) {
  return (
    <View>
      <Button kind="secondary" loading={photo.busy} onPress={() => photo.take('camera')}>{t.photo}</Button>
      <Button kind="text" onPress={() => photo.take('album')}>{t.photoAlbum}</Button>
      <View className="z-small">{t.photoPrivacy}</View>
      {photo.busy ? <Notice tone="info" announce="polite">{t.photoReading}</Notice> : null}
      {photo.saidZh ? <Notice tone="warn" announce="assertive">{photo.saidZh}</Notice> : null}
    </View>
  )
}
