import { useQuery } from '@tanstack/react-query'
import { principalsQuery } from '@/api/authorisations'
import { Notice } from '@/ui'
import { peopleTexts } from '../people-texts'

/** An agent may have several members: for which of them this claim is begun, before there is one. */
export function ForWhom({ authorisationId }: { authorisationId: string }) {
  const principal = useQuery(principalsQuery()).data?.items.find((one) => one.authorisationId === authorisationId)
  return principal ? <Notice tone="info">{peopleTexts.forNote(principal.nameMasked)}</Notice> : null
}
