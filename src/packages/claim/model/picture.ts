import { useEffect, useRef, useState } from 'react'
import { pictureOf, type PictureSource } from '@/api/documents'
import { releaseLocal } from '@/platform/local-file'

/**
 * Address of a file's picture; undefined while it comes, for PDF, and where it cannot be had: the tile shows a paper then. A picture that is
 * shown stays: that the file has arrived meanwhile, and is gone from the phone, is no reason to fetch it.
 */
export function usePicture({ claimId, clientRef, documentId }: PictureSource, wanted: boolean): string | undefined {
  const [src, setSrc] = useState<string>()
  const shown = useRef<{ src: string; passing: boolean } | null>(null)
  useEffect(() => {
    if (!wanted || shown.current) return undefined
    let left = false
    void pictureOf({ claimId, clientRef, documentId }).then(
      (picture) => {
        if (left) return picture.passing ? releaseLocal(picture.src) : undefined
        shown.current = picture
        setSrc(picture.src)
      },
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [claimId, clientRef, documentId, wanted])
  useEffect(
    () => () => {
      if (shown.current?.passing) releaseLocal(shown.current.src)
    },
    [],
  )
  return src
}
