import { View } from '@tarojs/components'
import type { Coverage } from '@/contract/schemas/member'
import { go } from '@/platform/navigation'
import { routes } from '@/routes'
import { aria, Badge, Button, Card, Ring } from '@/ui'
import { coverLine, texts } from './texts'

const toneOf = (status: Coverage['status']) => (status === 'ACTIVE' ? 'success' : 'warn')

/** The cover that runs: ring with the days left. */
function Main({ cover }: { cover: Coverage }) {
  const { planNameZh, daysLeft, daysTotal, statusZh, status } = cover
  return (
    <View className="z-row">
      <Ring fraction={daysTotal > 0 ? daysLeft / daysTotal : 0} figure={String(daysLeft)} unit={texts.days} label={texts.daysLeft(planNameZh, daysLeft)} />
      <View className="z-grow">
        <View className="z-strong" {...aria({ role: 'heading', level: 3 })}>{planNameZh}</View>
        <Badge tone={toneOf(status)}>{statusZh}</Badge>
        <View className="z-small">{coverLine(cover)}</View>
      </View>
    </View>
  )
}

function Further({ cover }: { cover: Coverage }) {
  return (
    <View className="home-cover">
      <View className="z-between">
        <View className="z-strong" {...aria({ role: 'heading', level: 3 })}>{cover.planNameZh}</View>
        <Badge tone={toneOf(cover.status)}>{cover.statusZh}</Badge>
      </View>
      <View className="z-small">{coverLine(cover)}</View>
    </View>
  )
}

/** What covers me, until when. */
export function Covers({ covers: [first, ...others] }: { covers: readonly Coverage[] }) {
  if (!first) {
    return (
      <Card title={texts.noCover} icon="shield" kind="accent">
        <View className="z-small z-stack">{texts.noCoverDetail}</View>
        <Button kind="secondary" onPress={() => go(routes.gifts)}>{texts.seeGifts}</Button>
      </Card>
    )
  }
  return (
    <Card title={texts.coverTitle} icon="shield" kind="accent">
      <Main cover={first} />
      {others.map((cover) => <Further key={cover.coverageId} cover={cover} />)}
    </Card>
  )
}
