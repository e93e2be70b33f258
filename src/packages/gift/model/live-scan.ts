import { useEffect, useRef, useState } from 'react'
import { messageOf } from '@/api/api-error'
import { isDeviceError } from '@/platform/device-error'
import { useDidHide } from '@/platform/lifecycle'
import { scanLive } from '@/platform/scan-live'
import type { FoundCode } from '@/platform/scan'

export type Camera = 'off' | 'opening' | 'on'

/** The camera in the element with the id `containerId`: on until a code is seen, the member closes it or leaves. `onFailed`: why there is no picture. */
export function useLiveScan(containerId: string, onCodes: (codes: FoundCode[]) => void, onFailed: (why: string) => void): { camera: Camera; open(): void; close(): void } {
  const [camera, setCamera] = useState<Camera>('off')
  const latest = useRef({ onCodes, onFailed })
  latest.current = { onCodes, onFailed }
  const wanted = camera !== 'off'
  useEffect(() => {
    if (!wanted) return undefined
    let gone = false
    let stop = (): void => undefined
    const failed = (error: unknown): void => {
      if (gone) return
      setCamera('off')
      if (!isDeviceError(error, 'CANCELLED')) latest.current.onFailed(messageOf(error) ?? '')
    }
    scanLive({
      containerId,
      onCodes: (codes) => {
        if (gone) return
        setCamera('off')
        latest.current.onCodes(codes)
      },
      onLost: (why) => (why === undefined ? !gone && setCamera('off') : failed(why)),
    }).then((running) => {
      stop = running
      if (gone) stop()
      else setCamera('on')
    }, failed)
    return () => {
      gone = true
      stop()
    }
  }, [wanted, containerId])
  useDidHide(() => setCamera('off'))
  return { camera, open: () => setCamera('opening'), close: () => setCamera('off') }
}
