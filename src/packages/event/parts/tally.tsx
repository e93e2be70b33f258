import { View } from '@tarojs/components'
import type { Light } from '@/contract/schemas/event'
import type { Tally as Counts } from '../model/hand-in'
import { scanTexts as t } from '../texts'

const LIGHTS: readonly Light[] = ['green', 'amber', 'red']

/** What this queue of people has come to so far: a rep who looked away sees that a scan has counted. */
export function Tally({ counts }: { counts: Counts | null }) {
  return counts ? <View className="event-tally">{LIGHTS.map((light) => <View key={light}>{t.tally(light, counts[light])}</View>)}</View> : null
}
