import { useMemo } from 'react'
import type { ChecklistItem, Claim, ClaimDocument, DocumentType } from '@/contract/schemas/claim'
import { isUpload, useOutbox, type UploadItem } from '@/state/outbox-store'
import { accountKey } from '@/state/session-store'
import type { FileState } from '@/ui'
import { sizeZh } from '@/domain/size'
import { texts } from '../texts'

/** One file of a claim as the member sees it: the server's word where it has spoken, else the outbox's. */
export interface PaperFile {
  /** clientRef of the document, id of the outbox item and of the stored file. */
  clientRef: string
  documentType: DocumentType
  /** The item of a supplement that it answers. */
  supplementItemId: string | null
  /** null: the server does not know it yet. */
  documentId: string | null
  /** «出院小结 第1张» */
  name: string
  picture: boolean
  state: FileState
  /** This phone has it in its outbox: it can be sent again from here. */
  here: boolean
  /** Tries that came to nothing, while it waits. */
  attempts: number
  /** Bytes that this phone still has to send. */
  left: number
  /** sha256 of its bytes; null: not known. */
  mark: string | null
  /** What to say about a file that has arrived and cannot be read well; null: nothing. */
  hintZh: string | null
}

/** What this phone still has to send for a claim; nothing of another account. */
export function useOutgoing(claimId: string | undefined): UploadItem[] {
  const items = useOutbox((outbox) => outbox.items)
  return useMemo(() => items.filter(isUpload).filter((item) => item.owner === accountKey() && item.payload.claimId === claimId), [items, claimId])
}

/** All files of a claim, in the order in which they were chosen, each one once. `slow`: the line is, and each file says how much is left. */
export function filesOf(claim: Pick<Claim, 'documents' | 'checklist'>, outgoing: readonly UploadItem[], slow = false): PaperFile[] {
  const dropped = new Set(outgoing.filter(({ state }) => state === 'DROPPED').map(({ id }) => id))
  const open = outgoing.filter(({ id, state }) => state !== 'DROPPED' && !received(claim, id))
  const openIds = new Set(open.map(({ id }) => id))
  const files = [
    ...claim.documents.filter(({ clientRef }) => !dropped.has(clientRef) && !openIds.has(clientRef)).map(fromServer),
    ...open.map((item) => fromOutbox(item, slow)),
  ]
  return claim.checklist.flatMap(({ documentType, titleZh }) => {
    const ofPaper = files.filter((file) => file.documentType === documentType)
    const first = ofPaper.filter(({ supplementItemId }) => supplementItemId === null)
    return [...numbered(first, titleZh), ...numbered(ofPaper.filter((file) => !first.includes(file)), texts.papers.added(titleZh))]
  })
}

const received = ({ documents }: Pick<Claim, 'documents'>, clientRef: string): boolean => documents.some((document) => document.clientRef === clientRef && document.state === 'RECEIVED')

const numbered = (files: Omit<PaperFile, 'name'>[], titleZh: string): PaperFile[] =>
  files.map((file, index) => ({ ...file, name: file.picture ? texts.papers.page(titleZh, index + 1) : texts.papers.sheet(titleZh, index + 1) }))

const isPdf = (mime: string | null, name: string): boolean => mime === 'application/pdf' || /\.pdf$/i.test(name)

function fromServer({ clientRef, documentType, supplementItemId, documentId, mime, name, state, stateZh, reasonZh, reading, sha256 }: ClaimDocument): Omit<PaperFile, 'name'> {
  return { clientRef, documentType, supplementItemId: supplementItemId ?? null, documentId, picture: !isPdf(mime, name), state: stateOf(state, reasonZh ?? stateZh), here: false, attempts: 0, left: 0, mark: sha256 ?? null, hintZh: state === 'RECEIVED' ? hintOf(reading?.quality) : null }
}

const hintOf = (quality: NonNullable<ClaimDocument['reading']>['quality'] | undefined): string | null => (quality === 'BLURRED' || quality === 'DARK' ? texts.papers.poor[quality].title : null)

function stateOf(state: ClaimDocument['state'], reason: string): FileState {
  switch (state) {
    case 'RECEIVED': return { kind: 'received' }
    case 'FAILED': return { kind: 'failed', reason }
    case 'PENDING': return { kind: 'waiting' }
    default: return state satisfies never
  }
}

function fromOutbox({ id, payload, documentId, state, progress, reasonZh, attempts }: UploadItem, slow: boolean): Omit<PaperFile, 'name'> {
  const { documentType, file } = payload
  const left = Math.round((file.size * (100 - progress)) / 100)
  const shown: FileState = state === 'REFUSED' ? { kind: 'failed', reason: reasonZh ?? '' } : state === 'SENDING' ? { kind: 'sending', percent: progress, ...(slow && { leftZh: sizeZh(left) }) } : { kind: 'waiting' }
  return { clientRef: id, documentType, supplementItemId: payload.supplementItemId ?? null, documentId, picture: !isPdf(file.mime, file.name), state: shown, here: true, attempts, left, mark: file.mark ?? null, hintZh: null }
}

/** «已收到 3/5»: papers of which at least one file has arrived, of those that are required. Both by the server's word. */
export function paperCount(checklist: readonly ChecklistItem[]): { received: number; needed: number } {
  const needed = checklist.filter(({ required }) => required)
  return { received: needed.filter((item) => item.received > 0).length, needed: needed.length }
}

/** Files by what the server has of them. Every page counts and names them by this alone. */
export interface Standing {
  received: PaperFile[]
  /** Not arrived yet, and sent by this phone without anybody's doing: submitting now would leave them behind. */
  underWay: PaperFile[]
  /** Refused, or announced by another phone and never sent: they do not arrive by themselves. */
  lost: PaperFile[]
}
export function standingOf(files: readonly PaperFile[]): Standing {
  const isUnderWay = ({ here, state }: PaperFile): boolean => here && (state.kind === 'waiting' || state.kind === 'sending')
  return {
    received: files.filter(({ state }) => state.kind === 'received'),
    underWay: files.filter(isUnderWay),
    lost: files.filter((file) => file.state.kind !== 'received' && !isUnderWay(file)),
  }
}

/** Why the server does not have a file, in words. */
export const whyLost = ({ state }: PaperFile): string => (state.kind === 'failed' ? state.reason : texts.lost.elsewhere)
