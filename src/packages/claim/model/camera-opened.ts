import { useEffect, useRef, useState } from 'react'
import { isDeviceError } from '@/platform/device-error'
import { openCamera, type LiveCamera } from '@/platform/camera'

/** Why there is no picture: the member or the phone forbids it, the privacy words were not agreed to, or it cannot be had. */
export type NoCamera = 'denied' | 'private' | 'unavailable'

export interface CameraView {
  /** It has a picture now, or has none any more. */
  onCamera(camera: LiveCamera | null): void
  onFailed(why: NoCamera): void
  /** Taken away by a call or another app. */
  onLost(): void
}

/** The camera, open in the element with this id for as long as the component lives that asks for it. */
export function useCameraOpened(containerId: string, { onFailed, onLost }: Pick<CameraView, 'onFailed' | 'onLost'>): LiveCamera | null {
  const [camera, setCamera] = useState<LiveCamera | null>(null)
  const latest = useRef({ onFailed, onLost })
  latest.current = { onFailed, onLost }
  useEffect(() => {
    let gone = false
    let stop = (): void => undefined
    openCamera({ containerId, onLost: () => !gone && latest.current.onLost() }).then(
      (opened) => {
        stop = opened.stop
        if (gone) stop()
        else setCamera(opened)
      },
      (error: unknown) => !gone && latest.current.onFailed(isDeviceError(error, 'DENIED') ? 'denied' : isDeviceError(error, 'PRIVACY') ? 'private' : 'unavailable'),
    )
    return () => {
      gone = true
      stop()
    }
  }, [containerId])
  return camera
}
