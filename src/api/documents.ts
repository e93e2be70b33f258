import { useMutation, useQueryClient } from '@tanstack/react-query'
import { apiBase } from '@/platform/env'
import { previewSrc, removeFile } from '@/platform/files'
import { act } from './act'
import { pathOf } from './call'
import { claimQuery } from './claims'
import { download } from './download'

/** Removes a file that the server has; the local copy goes with it. */
export function useRemoveDocument() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ claimId, documentId }: { claimId: string; documentId: string; clientRef: string }) => act('removeDocument', { params: { claimId, documentId } }),
    onSuccess: (_nothing, { claimId, documentId, clientRef }) => {
      void removeFile(clientRef).catch(() => undefined)
      client.setQueryData(claimQuery(claimId).queryKey, (claim) => claim && { ...claim, documents: claim.documents.filter((document) => document.documentId !== documentId) })
      return client.invalidateQueries({ queryKey: claimQuery(claimId).queryKey })
    },
  })
}

export interface PictureSource {
  claimId: string
  clientRef: string
  /** Where the server has it; null: only this phone has it. */
  documentId: string | null
}

/**
 * An address for `<Image>`: the copy on this phone, else the server's (asked for with the login header).
 * `passing` ones are given back with `releaseLocal`. @throws DeviceError, ApiError
 */
export async function pictureOf({ claimId, clientRef, documentId }: PictureSource): Promise<{ src: string; passing: boolean }> {
  try {
    return { src: await previewSrc(clientRef), passing: false }
  } catch (error) {
    if (!documentId) throw error
    return { src: await download(apiBase + pathOf('getDocumentContent', { claimId, documentId })), passing: true }
  }
}
