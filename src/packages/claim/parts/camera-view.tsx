import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { PICTURE, useCameraOpened, type CameraView as Props } from '../model/camera-opened'

/** The camera's picture, filling its box, open as long as it is shown. Twin: camera-view.weapp.tsx. */
export function CameraView({ onCamera, onFailed, onLost }: Props) {
  const camera = useCameraOpened({ onFailed, onLost })
  useEffect(() => onCamera(camera), [camera, onCamera])
  return <View id={PICTURE} className="claim-camera-fill" />
}
