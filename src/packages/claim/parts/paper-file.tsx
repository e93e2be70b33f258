import { showPictures } from '@/platform/pictures'
import { FileTile } from '@/ui'
import type { PaperFile } from '../model/files'
import { usePicture } from '../model/picture'

interface PaperFileTileProps {
  claimId: string
  file: PaperFile
  onRetry?: (file: PaperFile) => void
  onRemove?: (file: PaperFile) => void
}

/** One file with its picture; a tap shows it large. */
export function PaperFileTile({ claimId, file, onRetry, onRemove }: PaperFileTileProps) {
  const { clientRef, documentId, name, picture, state, here, hintZh } = file
  const src = usePicture({ claimId, clientRef, documentId: state.kind === 'received' ? documentId : null }, picture)
  return (
    <FileTile
      name={name}
      state={state}
      hint={hintZh ?? undefined}
      thumb={src}
      onOpen={src ? () => showPictures([src]) : undefined}
      onRetry={here && onRetry ? () => onRetry(file) : undefined}
      onRemove={onRemove ? () => onRemove(file) : undefined}
    />
  )
}
