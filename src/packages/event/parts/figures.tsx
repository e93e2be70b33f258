import { View } from '@tarojs/components'
import type { Light, RepEventDetail } from '@/contract/schemas/event'
import { Card, Facts } from '@/ui'
import { lightTone } from '../model/lights'
import { deskTexts as t, lightZh } from '../texts'

const LIGHTS: readonly Light[] = ['green', 'amber', 'red']

/** What has come of the scans of the whole event, by light and by verdict. */
export function Figures({ detail: { lights, figures } }: { detail: RepEventDetail }) {
  return (
    <Card title={t.figures} icon="progress">
      <View className="event-lights">
        {LIGHTS.map((light) => (
          <View key={light} className={`event-lights-part z-tone-${lightTone[light]}`}>
            <View className="event-lights-figure">{lights[light]}</View>
            <View>{lightZh[light]}</View>
          </View>
        ))}
      </View>
      {figures.length > 0 ? <Facts items={figures.map(({ labelZh, count }) => ({ label: labelZh, value: t.people(count) }))} /> : <View className="z-small">{t.noFigures}</View>}
    </Card>
  )
}
