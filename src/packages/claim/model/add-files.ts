import { useState } from 'react'
import { messageOf } from '@/api/api-error'
import { enqueueUpload } from '@/api/uploads'
import type { ChecklistItem, DocumentType } from '@/contract/schemas/claim'
import type { SupplementItem } from '@/contract/schemas/claim-actions'
import { isDeviceError } from '@/platform/device-error'
import { confirm } from '@/platform/dialogs'
import { listFiles } from '@/platform/files'
import { prepareImage } from '@/platform/image'
import { markOf } from '@/platform/mark'
import { pickDocument, pickImages, type PickedFile } from '@/platform/pick'
import { texts } from '../texts'
import type { PaperFile } from './files'

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

  /** `there`: the files that the paper has. Must be called in the turn of the tap: a browser opens its picker only then. */
  async function add(slot: Slot, there: readonly PaperFile[], source: FileSource): Promise<void> {
    if (!claimId) return
    const room = slot.maxFiles - there.length
    const picking = pick(source, Math.min(room, WECHAT_AT_ONCE))
    const said: string[] = []
    setProblems((before) => ({ ...before, [slot.id]: [] }))
    try {
      const chosen = await picking
      if (chosen.length > room) said.push(texts.papers.tooMany(slot.maxFiles, chosen.length - room))
      said.push(...(await keep(chosen.slice(0, room), slot, await marksOf(there))))
    } catch (error) {
      if (!isDeviceError(error, 'CANCELLED')) said.push(messageOf(error) ?? '')
    } finally {
      setPreparing(null)
      setProblems((before) => ({ ...before, [slot.id]: said }))
    }
  }

  async function keep(files: PickedFile[], { id: slot, documentType, supplementItemId }: Slot, known: Set<string>): Promise<string[]> {
    const said: string[] = []
    for (const [index, file] of files.entries()) {
      setPreparing({ slot, no: index + 1, count: files.length })
      const ready = await prepareImage(file)
      if (ready.size > LARGEST) {
        said.push(texts.papers.tooLarge(file.name))
        continue
      }
      const mark = await markOf(ready)
      if (mark !== undefined && known.has(mark)) {
        said.push(texts.papers.twice(file.name))
        continue
      }
      if (!(await goodEnough(ready, file.name))) {
        said.push(texts.papers.retake(file.name))
        continue
      }
      try {
        await enqueueUpload(claimId ?? '', documentType, { ...ready, mark }, supplementItemId)
        if (mark !== undefined) known.add(mark)
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
    add: (slot: Slot, there: readonly PaperFile[], source: FileSource) => void add(slot, there, source),
  }
}
export type AddFiles = ReturnType<typeof useAddFiles>

/** Before anything is sent: what cannot be read costs the member a second round weeks later. They have the last word. */
const goodEnough = async ({ quality }: PickedFile, name: string): Promise<boolean> =>
  quality === undefined || quality === 'OK' || confirm({ ...texts.papers.poor[quality], text: texts.papers.poorText(name), ok: texts.papers.useIt, cancel: texts.papers.again })

/** Marks of files that this phone still keeps, those that have arrived included. */
async function marksOf(there: readonly PaperFile[]): Promise<Set<string>> {
  const refs = new Set(there.map(({ clientRef }) => clientRef))
  const kept = await listFiles().catch(() => [])
  return new Set(kept.flatMap(({ fileId, mark }) => (mark !== undefined && refs.has(fileId) ? [mark] : [])))
}

const pick = (source: FileSource, count: number): Promise<PickedFile[]> => (source === 'file' ? pickDocument({ count }) : pickImages({ source, count }))
