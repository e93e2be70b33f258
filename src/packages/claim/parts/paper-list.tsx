import { useState } from 'react'
import type { Claim } from '@/contract/schemas/claim'
import { Button } from '@/ui'
import type { Papers } from '../model/papers'
import { texts } from '../texts'
import { PaperItem } from './paper-item'

/** The checklist: what is required, what is used again, and what has files already; the optional rest on demand, so that a small screen shows less at once. */
export function PaperList({ claim: { claimId, checklist }, papers }: { claim: Claim; papers: Papers }) {
  const [all, setAll] = useState(false)
  const used = new Set(papers.files.map(({ documentType }) => documentType))
  const first = checklist.filter(({ required, reusedZh, documentType }) => all || required || reusedZh !== null || used.has(documentType))
  const hidden = checklist.length - first.length
  return (
    <>
      {first.map((item) => <PaperItem key={item.documentType} claimId={claimId} item={item} papers={papers} />)}
      {hidden > 0 ? <Button kind="secondary" onPress={() => setAll(true)}>{texts.papers.more(hidden)}</Button> : null}
    </>
  )
}
