import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { useOwnId } from '@/ui'
import { useCameraOpened, type CameraView as Props } from '../model/camera-opened'

/** The camera's picture, filling its box, open as long as it is shown. Twin: camera-view.weapp.tsx. */
export function CameraView({ onCamera, onFailed, onLost }: Props) {
  const id = useOwnId('paper-camera-picture')
  const camera = useCameraOpened(id, { onFailed, onLost })
  useEffect(() => onCamera(camera), [camera, onCamera])
  return <View id={id} className="claim-camera-fill" />
}
