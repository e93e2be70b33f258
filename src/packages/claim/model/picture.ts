import { useEffect, useState } from 'react'
import { pictureOf, type PictureSource } from '@/api/documents'
import { releaseLocal } from '@/platform/upload'

/** Address of a file's picture; undefined while it comes, for PDF, and where it cannot be had: the tile shows a paper then. */
export function usePicture({ claimId, clientRef, documentId }: PictureSource, wanted: boolean): string | undefined {
  const [src, setSrc] = useState<string>()
  useEffect(() => {
    if (!wanted) return undefined
    let left = false
    let release = () => undefined as void
    void pictureOf({ claimId, clientRef, documentId }).then(
      (picture) => {
        if (picture.passing) release = () => releaseLocal(picture.src)
        if (left) release()
        else setSrc(picture.src)
      },
      () => undefined,
    )
    return () => {
      left = true
      release()
    }
  }, [claimId, clientRef, documentId, wanted])
  return src
}
