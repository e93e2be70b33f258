import { useState } from 'react'
import { messageOf } from '@/api/api-error'
import { enqueueUpload } from '@/api/uploads'
import type { ChecklistItem, DocumentType } from '@/contract/schemas/claim'
import type { SupplementItem } from '@/contract/schemas/claim-actions'
import { isDeviceError } from '@/platform/device-error'
import { prepareImage } from '@/platform/image'
import { pickDocument, pickImages, type PickedFile } from '@/platform/pick'
import { texts } from '../texts'

/** What the server takes at most, bytes (rule source R, edition before 2025). Looked at after compressing, never before. */
const LARGEST = 5_242_880
const WECHAT_AT_ONCE = 9

export type FileSource = 'camera' | 'album' | 'file'

/** Where a file goes: a paper of the checklist, or an item that was asked for. */
export interface Slot {
  /** Unique on the page. */
  id: string
  documentType: DocumentType
  supplementItemId?: string
  titleZh: string
  maxFiles: number
}
export const slotOfPaper = ({ documentType, titleZh, maxFiles }: ChecklistItem): Slot => ({ id: documentType, documentType, titleZh, maxFiles })
export const slotOfItem = ({ itemId, documentType, titleZh, maxFiles }: SupplementItem): Slot => ({ id: itemId, documentType, supplementItemId: itemId, titleZh, maxFiles })

interface Preparing {
  slot: string
  no: number
  count: number
}

/** Takes files from camera, album or device, makes them small and upright, and puts them into the outbox, one paper at a time. */
export function useAddFiles(claimId: string | undefined) {
  const [preparing, setPreparing] = useState<Preparing | null>(null)
  const [problems, setProblems] = useState<Record<string, string[]>>({})

  /** `room`: how many files the paper still takes. Must be called in the turn of the tap: a browser opens its picker only then. */
  async function add(slot: Slot, room: number, source: FileSource): Promise<void> {
    if (!claimId) return
    const picking = pick(source, Math.min(room, WECHAT_AT_ONCE))
    const said: string[] = []
    setProblems((before) => ({ ...before, [slot.id]: [] }))
    try {
      const chosen = await picking
      if (chosen.length > room) said.push(texts.papers.tooMany(slot.maxFiles, chosen.length - room))
      said.push(...(await keep(chosen.slice(0, room), slot)))
    } catch (error) {
      if (!isDeviceError(error, 'CANCELLED')) said.push(messageOf(error) ?? '')
    } finally {
      setPreparing(null)
      setProblems((before) => ({ ...before, [slot.id]: said }))
    }
  }

  async function keep(files: PickedFile[], { id: slot, documentType, supplementItemId }: Slot): Promise<string[]> {
    const said: string[] = []
    for (const [index, file] of files.entries()) {
      setPreparing({ slot, no: index + 1, count: files.length })
      const ready = await prepareImage(file)
      if (ready.size > LARGEST) {
        said.push(texts.papers.tooLarge(file.name))
        continue
      }
      try {
        await enqueueUpload(claimId ?? '', documentType, ready, supplementItemId)
      } catch (error) {
        const left = files.length - index
        return [...said, isDeviceError(error, 'STORAGE_FULL') ? texts.papers.storageFull(left) : texts.papers.notAdded(messageOf(error) ?? '', left)]
      }
    }
    return said
  }

  return {
    preparing,
    problemsOf: ({ id }: Slot): string[] => problems[id] ?? [],
    add: (slot: Slot, room: number, source: FileSource) => void add(slot, room, source),
  }
}
export type AddFiles = ReturnType<typeof useAddFiles>

const pick = (source: FileSource, count: number): Promise<PickedFile[]> => (source === 'file' ? pickDocument({ count }) : pickImages({ source, count }))
