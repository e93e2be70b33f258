import { View } from '@tarojs/components'
import { Button } from '@/ui'
import type { ConsentFirst as Consent } from '../model/consent-first'
import { texts } from '../texts'
import { ConsentAsks } from './consent-asks'

/** Papers may be looked at only with C3: asked for before the first one is added, never together with something else. `whyZh`: that, and what one can do without. */
export function ConsentFirst({ consent, whyZh }: { consent: Consent; whyZh: string }) {
  if (consent.asked.length === 0 && !consent.failed) return null
  return (
    <>
      <View className="z-small">{whyZh}</View>
      <ConsentAsks consent={consent} problems={consent.problems} />
      {consent.failed ? null : <Button kind="secondary" loading={consent.agreeing} onPress={consent.agree}>{texts.supplement.agree}</Button>}
    </>
  )
}
