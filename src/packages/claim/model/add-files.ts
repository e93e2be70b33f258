import { useState } from 'react'
import { messageOf } from '@/api/api-error'
import { enqueueUpload } from '@/api/uploads'
import type { ChecklistItem, DocumentType } from '@/contract/schemas/claim'
import type { SupplementItem } from '@/contract/schemas/claim-actions'
import { isDeviceError } from '@/platform/device-error'
import { hasCamera } from '@/platform/camera'
import { confirm } from '@/platform/dialogs'
import { prepareImage } from '@/platform/image'
import { markOf } from '@/platform/mark'
import { pickDocument, pickImages, type PickedFile } from '@/platform/pick'
import { texts } from '../texts'
import type { PaperFile } from './files'
import type { Kept } from './paper-camera'

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
  /** How to take it. */
  tipZh: string
  frame: 'page' | 'card'
}
const CARDS: readonly DocumentType[] = ['ID_CARD', 'BENEFICIARY_ID', 'AGENT_ID']
const frameOf = (documentType: DocumentType): Slot['frame'] => (CARDS.includes(documentType) ? 'card' : 'page')
export const slotOfPaper = ({ documentType, titleZh, maxFiles, tipZh }: ChecklistItem): Slot => ({ id: documentType, documentType, titleZh, maxFiles, tipZh, frame: frameOf(documentType) })
export const slotOfItem = ({ itemId, documentType, titleZh, maxFiles, tipZh }: SupplementItem): Slot =>
  ({ id: itemId, documentType, supplementItemId: itemId, titleZh, maxFiles, tipZh, frame: frameOf(documentType) })

interface Preparing {
  slot: string
  no: number
  count: number
}

/** Takes files from camera, album or device, makes them small and upright, and puts them into the outbox, one paper at a time. */
export function useAddFiles(claimId: string | undefined) {
  const [preparing, setPreparing] = useState<Preparing | null>(null)
  const [problems, setProblems] = useState<Record<string, string[]>>({})
  const [filming, setFilming] = useState<string | null>(null)

  /** `there`: the files that the paper has. Must be called in the turn of the tap: a browser opens its picker only then. */
  async function add(slot: Slot, there: readonly PaperFile[], source: FileSource): Promise<void> {
    if (!claimId) return
    const room = slot.maxFiles - there.length
    const picking = pick(source, Math.min(room, WECHAT_AT_ONCE))
    const said: string[] = []
    say(slot, [])
    try {
      const chosen = await picking
      if (chosen.length > room) said.push(texts.papers.tooMany(slot.maxFiles, chosen.length - room))
      said.push(...(await keepAll(chosen.slice(0, room), slot, marksOf(there))))
    } catch (error) {
      if (!isDeviceError(error, 'CANCELLED')) said.push(messageOf(error) ?? '')
    } finally {
      setPreparing(null)
      say(slot, said)
    }
  }
  const say = ({ id }: Slot, said: string[]): void => setProblems((before) => ({ ...before, [id]: said }))

  async function keepAll(files: PickedFile[], slot: Slot, known: Set<string>): Promise<string[]> {
    const said: string[] = []
    for (const [index, file] of files.entries()) {
      setPreparing({ slot: slot.id, no: index + 1, count: files.length })
      const kept = await keep(file, slot, known, files.length - index)
      if (kept.kind !== 'kept') said.push(kept.wordsZh)
      if (kept.kind === 'failed') break
    }
    return said
  }

  /** `left`: this file and those that would come after it. */
  async function keep(file: PickedFile, { documentType, supplementItemId }: Slot, known: Set<string>, left: number): Promise<Kept> {
    const again = (wordsZh: string): Kept => ({ kind: 'again', wordsZh })
    const ready = await prepareImage(file)
    if (ready.size > LARGEST) return again(texts.papers.tooLarge(file.name))
    const mark = await markOf(ready).catch(() => undefined)
    if (mark !== undefined && known.has(mark)) return again(texts.papers.twice(file.name))
    if (!(await goodEnough(ready, file.name))) return again(texts.papers.retake(file.name))
    try {
      await enqueueUpload(claimId ?? '', documentType, { ...ready, mark }, supplementItemId)
      if (mark !== undefined) known.add(mark)
      return { kind: 'kept' }
    } catch (error) {
      return { kind: 'failed', wordsZh: isDeviceError(error, 'STORAGE_FULL') ? texts.papers.storageFull(left) : texts.papers.notAdded(messageOf(error) ?? '', left) }
    }
  }

  /** The app's own camera where there is one, at once the system's where not. */
  function start(slot: Slot, there: readonly PaperFile[], source: FileSource): void {
    if (source !== 'camera' || !hasCamera()) return void add(slot, there, source)
    say(slot, [])
    setFilming(slot.id)
  }

  return {
    preparing,
    problemsOf: ({ id }: Slot): string[] => problems[id] ?? [],
    add: start,
    /** The app's own camera, open over the page for one paper. */
    camera: {
      openFor: ({ id }: Slot): boolean => filming === id,
      close: () => setFilming(null),
      keep: async (slot: Slot, there: readonly PaperFile[], photo: PickedFile): Promise<Kept> => keep(photo, slot, marksOf(there), 1),
      /** In the turn of the tap, as `add`. */
      system: (slot: Slot, there: readonly PaperFile[]): void => {
        setFilming(null)
        void add(slot, there, 'camera')
      },
    },
  }
}
export type AddFiles = ReturnType<typeof useAddFiles>

/** Before anything is sent: what cannot be read costs the member a second round weeks later. They have the last word. */
const goodEnough = async ({ quality }: PickedFile, name: string): Promise<boolean> =>
  quality === undefined || quality === 'OK' || confirm({ ...texts.papers.poor[quality], text: texts.papers.poorText(name), ok: texts.papers.useIt, cancel: texts.papers.again })

/** Marks of the files of a paper, those that have arrived included. */
const marksOf = (there: readonly PaperFile[]): Set<string> => new Set(there.flatMap(({ mark }) => (mark === null ? [] : [mark])))

const pick = (source: FileSource, count: number): Promise<PickedFile[]> => (source === 'file' ? pickDocument({ count }) : pickImages({ source, count }))
