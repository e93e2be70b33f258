import { useEffect, useRef, useState } from 'react'
import { messageOf } from '@/api/api-error'
import type { LiveCamera, Shot } from '@/platform/camera'
import { useDidHide } from '@/platform/lifecycle'
import { onAppHide } from '@/platform/network'
import type { PickedFile } from '@/platform/pick'
import { releaseLocal } from '@/platform/local-file'
import type { NoCamera } from './camera-opened'

/** What became of a photo: in the outbox; not taken, with words, for another try; or neither, and it is still in the member's hands. */
export type Kept = { kind: 'kept' } | { kind: 'again'; wordsZh: string } | { kind: 'failed'; wordsZh: string }

export interface PaperCameraProps {
  titleZh: string
  tipZh: string
  frame: 'page' | 'card'
  /** Files that the paper still takes. */
  room: number
  keep(photo: PickedFile): Promise<Kept>
  onClose(): void
  /** Must open the system's camera in the same turn. */
  onSystem(): void
}

/** The camera over the page: shutter, look at it, again or use it, and the next page, until the paper is full or the member has enough. */
export function usePaperCamera({ room, keep, onClose }: PaperCameraProps) {
  const [camera, setCamera] = useState<LiveCamera | null>(null)
  const [filming, setFilming] = useState(true)
  const [problem, setProblem] = useState<NoCamera | null>(null)
  const [shot, setShot] = useState<Shot | null>(null)
  const [busy, setBusy] = useState(false)
  const [taken, setTaken] = useState(0)
  const [said, setSaid] = useState('')
  useEffect(() => (shot ? () => releaseLocal(shot.src) : undefined), [shot])

  /** While the photo is being kept, no key and no finger ends it. */
  const close = (): void => (busy ? undefined : onClose())
  const live = (): void => {
    setShot(null)
    setFilming(true)
  }

  async function shutter(): Promise<void> {
    if (!camera || busy) return
    setBusy(true)
    setSaid('')
    try {
      setShot(await camera.take())
    } catch (error) {
      setSaid(messageOf(error) ?? '')
    } finally {
      setBusy(false)
    }
  }

  async function use(): Promise<void> {
    if (!shot || busy) return
    setBusy(true)
    setSaid('')
    const kept = await keep(shot.file).catch((error: unknown): Kept => ({ kind: 'failed', wordsZh: messageOf(error) ?? '' }))
    setBusy(false)
    if (kept.kind !== 'kept') setSaid(kept.wordsZh)
    if (kept.kind === 'failed') return
    if (kept.kind === 'kept') {
      if (room <= 1) return onClose()
      setTaken((count) => count + 1)
    }
    live()
  }

  // Out of sight the camera is let go; a photo that waits for its answer stays.
  const hidden = useRef<() => void>(() => undefined)
  hidden.current = () => {
    if (!shot && !busy) return onClose()
    setFilming(false)
    // The next one is not ready before it says so.
    setCamera(null)
  }
  useDidHide(() => hidden.current())
  useEffect(() => onAppHide(() => hidden.current()), [])

  return {
    stage: problem ? ('failed' as const) : shot ? ('shot' as const) : ('live' as const),
    ready: camera !== null,
    filming: filming && !problem,
    problem,
    shot,
    busy,
    taken,
    said,
    view: { onCamera: setCamera, onFailed: setProblem, onLost: () => hidden.current() },
    shutter,
    again: () => {
      setSaid('')
      live()
    },
    use,
    close,
  }
}
