import { useState } from 'react'
import { messageOf } from '@/api/api-error'
import { enqueueUpload } from '@/api/outbox'
import type { ChecklistItem, DocumentType } from '@/contract/schemas/claim'
import { isDeviceError } from '@/platform/device-error'
import { prepareImage } from '@/platform/image'
import { pickDocument, pickImages, type PickedFile } from '@/platform/pick'
import { texts } from '../texts'

/** What the server takes at most, bytes (rule source R, edition before 2025). Looked at after compressing, never before. */
const LARGEST = 5_242_880
const WECHAT_AT_ONCE = 9

export type FileSource = 'camera' | 'album' | 'file'

interface Preparing {
  documentType: DocumentType
  no: number
  count: number
}

/** Takes files from camera, album or device, makes them small and upright, and puts them into the outbox, one paper at a time. */
export function useAddFiles(claimId: string | undefined) {
  const [preparing, setPreparing] = useState<Preparing | null>(null)
  const [problems, setProblems] = useState<Partial<Record<DocumentType, string[]>>>({})

  /** `room`: how many files the paper still takes. Must be called in the turn of the tap: a browser opens its picker only then. */
  async function add({ documentType, maxFiles }: ChecklistItem, room: number, source: FileSource): Promise<void> {
    if (!claimId) return
    const picking = pick(source, Math.min(room, WECHAT_AT_ONCE))
    const said: string[] = []
    setProblems((before) => ({ ...before, [documentType]: [] }))
    try {
      const chosen = await picking
      if (chosen.length > room) said.push(texts.papers.tooMany(maxFiles, chosen.length - room))
      said.push(...(await keep(chosen.slice(0, room), documentType)))
    } catch (error) {
      if (!isDeviceError(error, 'CANCELLED')) said.push(messageOf(error) ?? '')
    } finally {
      setPreparing(null)
      setProblems((before) => ({ ...before, [documentType]: said }))
    }
  }

  async function keep(files: PickedFile[], documentType: DocumentType): Promise<string[]> {
    const said: string[] = []
    for (const [index, file] of files.entries()) {
      setPreparing({ documentType, no: index + 1, count: files.length })
      const ready = await prepareImage(file)
      if (ready.size > LARGEST) {
        said.push(texts.papers.tooLarge(file.name))
        continue
      }
      try {
        await enqueueUpload(claimId ?? '', documentType, ready)
      } catch (error) {
        const left = files.length - index
        return [...said, isDeviceError(error, 'STORAGE_FULL') ? texts.papers.storageFull(left) : texts.papers.notAdded(messageOf(error) ?? '', left)]
      }
    }
    return said
  }

  return {
    preparing,
    problemsOf: (documentType: DocumentType): string[] => problems[documentType] ?? [],
    add: (item: ChecklistItem, room: number, source: FileSource) => void add(item, room, source),
  }
}
export type AddFiles = ReturnType<typeof useAddFiles>

const pick = (source: FileSource, count: number): Promise<PickedFile[]> => (source === 'file' ? pickDocument({ count }) : pickImages({ source, count }))
