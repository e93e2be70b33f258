import { go } from '@/platform/navigation'
import { routes } from '@/routes'
import type { Entry } from '@/ui'
import { texts } from './texts'

/** The four things that people come for. */
export const entries: readonly Entry[] = [
  { icon: 'scan', label: texts.scan, onPress: () => go(routes.scan) },
  { icon: 'gift', label: texts.gifts, onPress: () => go(routes.gifts) },
  { icon: 'claim', label: texts.claim, onPress: () => go(routes.claimStart) },
  { icon: 'progress', label: texts.payouts, onPress: () => go(routes.payouts) },
]
