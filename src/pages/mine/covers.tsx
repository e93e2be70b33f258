import { useQuery } from '@tanstack/react-query'
import { enrolmentsQuery } from '@/api/gifts'
import { coveragesQuery } from '@/api/me'
import { go } from '@/platform/navigation'
import { addressOf, routes } from '@/routes'
import { Badge, Cell, CellGroup } from '@/ui'
import { texts } from './texts'

/** All my covers; those with a certificate lead to it. What cannot be loaded now is left out: the home page shows the running ones. */
export function MyCovers() {
  const covers = useQuery(coveragesQuery()).data?.items
  const enrolments = useQuery(enrolmentsQuery()).data?.items
  return (
    <CellGroup title={texts.covers}>
      {covers?.map((cover) => {
        const id = enrolments?.find(({ coverage }) => coverage.coverageId === cover.coverageId)?.enrolmentId
        const detail = [texts.coverUntil(cover.endsOn), id ? texts.certificate : cover.sourceZh].join(' · ')
        return <Cell key={cover.coverageId} icon="shield" title={cover.planNameZh} detail={detail} value={<Badge tone={cover.status === 'ACTIVE' ? 'success' : 'neutral'}>{cover.statusZh}</Badge>} onPress={id ? () => go(addressOf({ page: 'certificate', id })) : undefined} />
      })}
      {covers?.length === 0 ? <Cell title={texts.noCovers} /> : null}
      <Cell icon="gift" title={texts.gifts} onPress={() => go(routes.gifts)} />
    </CellGroup>
  )
}
