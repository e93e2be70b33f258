import type { Card as MemberCard } from '@/contract/schemas/member'
import { useHotline } from '@/api/config'
import { dial } from '@/platform/phone'
import { Badge, Card, Cell, CellGroup, Facts } from '@/ui'
import { texts } from './texts'

/** Everything that a card may show, and nothing else: never the hardship status, ID number or phone. */
export function Details({ card }: { card: MemberCard }) {
  const hotline = useHotline()
  return (
    <>
      <Card>
        <Facts
          items={[
            { label: texts.name, value: card.nameMasked },
            { label: texts.status, value: <Badge tone={card.active ? 'success' : 'warn'}>{card.statusZh}</Badge> },
            { label: texts.union, value: card.unionZh },
            { label: texts.unionPath, value: card.unionPathZh.join(' › ') },
            { label: texts.memberType, value: card.memberTypeZh },
            ...(card.platformZh ? [{ label: texts.platform, value: card.platformZh }] : []),
            { label: texts.joinedOn, value: texts.date(card.joinedOn) },
            { label: texts.insurance, value: card.medicalInsuranceZh },
            { label: texts.dataAsOf, value: texts.instant(card.dataAsOf) },
          ]}
        />
      </Card>
      <CellGroup>
        <Cell icon="phone" title={texts.wrong} detail={texts.wrongDetail(hotline)} onPress={() => dial(hotline)} />
      </CellGroup>
    </>
  )
}
