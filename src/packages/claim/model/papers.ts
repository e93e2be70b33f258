import { useState } from 'react'
import { messageOf } from '@/api/api-error'
import { useRemoveDocument } from '@/api/documents'
import { dropUpload, retryUpload } from '@/api/uploads'
import type { Claim } from '@/contract/schemas/claim'
import { confirm } from '@/platform/dialogs'
import { isDurable } from '@/platform/files'
import { useLine } from '@/state/line-store'
import { texts } from '../texts'
import { useAddFiles } from './add-files'
import { filesOf, paperCount, standingOf, useOutgoing, type PaperFile } from './files'
import { useOnline } from './online'

/** The papers of a claim: what has arrived, what is on its way, and what can be done about each file. */
export function usePapers(claim: Claim | undefined) {
  const online = useOnline()
  const slow = useLine((line) => line.slow)
  const outgoing = useOutgoing(claim?.claimId)
  const adding = useAddFiles(claim?.claimId)
  const removal = useRemoveDocument()
  const [removeFailed, setRemoveFailed] = useState<string | null>(null)
  const files = claim ? filesOf(claim, outgoing, slow) : []
  const standing = standingOf(files)
  const open = standing.underWay

  async function remove(file: PaperFile, sure: Promise<boolean>): Promise<void> {
    if (!claim || !(await sure)) return
    setRemoveFailed(null)
    if (file.here) return dropUpload(file.clientRef)
    try {
      await removal.mutateAsync({ claimId: claim.claimId, documentId: file.documentId ?? '', clientRef: file.clientRef })
    } catch (error) {
      setRemoveFailed(messageOf(error))
    }
  }

  return {
    files,
    standing,
    adding,
    counter: paperCount(claim?.checklist ?? []),
    removeFailedZh: removeFailed,
    /** What to know about the files that are still here. */
    sending: {
      online,
      open: open.length,
      /** Bytes that are still to go, where the line is slow; 0 where nothing has to be said. */
      slowLeft: slow ? open.reduce((sum, { left }) => sum + left, 0) : 0,
      stuck: open.filter(({ attempts, state }) => attempts > 0 && state.kind === 'waiting').length,
      durable: open.length === 0 || isDurable(),
      elsewhere: standing.lost.filter(({ state }) => state.kind === 'waiting').map(({ name }) => name),
    },
    remove: (file: PaperFile) => remove(file, confirm(texts.papers.remove)),
    /** Goes on without a file that the server does not have. */
    leaveOut: (file: PaperFile) => remove(file, confirm(texts.lost.leaveOutAsk(file.name))),
    retry: (file: PaperFile) => retryUpload(file.clientRef),
    tryNow: () => open.forEach(({ clientRef, state }) => state.kind === 'waiting' && retryUpload(clientRef)),
  }
}
export type Papers = ReturnType<typeof usePapers>
