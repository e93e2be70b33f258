import { useQuery } from '@tanstack/react-query'
import { letterFile, lettersQuery, useDrawn } from '@/api/drawn'
import type { Claim } from '@/contract/schemas/claim'
import { formatInstantZh } from '@/domain/dates'
import { Cell, CellGroup, Notice } from '@/ui'
import { texts } from '../texts'

const t = texts.letters

/** Letters of the claim, newest first, each a PDF. Without a network, or before there is one, nothing is said. */
export function Letters({ claim: { claimId, status } }: { claim: Claim }) {
  const drawn = useDrawn()
  const { data } = useQuery({ ...lettersQuery(claimId), enabled: status.state !== 'DRAFT' })
  if (!data || data.items.length === 0) return null
  return (
    <>
      {drawn.said ? <Notice tone={drawn.said.tone} announce="polite">{drawn.said.zh}</Notice> : null}
      <CellGroup title={t.title}>
        {data.items.map(({ letterId, titleZh, noZh, issuedAt }) => (
          <Cell key={letterId} icon="file" title={titleZh} detail={formatInstantZh(issuedAt)} onPress={() => drawn.open(letterFile(claimId, letterId, `${titleZh}-${noZh}`))} />
        ))}
      </CellGroup>
    </>
  )
}
