import { Camera } from '@tarojs/components'
import { useCameraOpened, type CameraView as Props } from '../model/camera-opened'

/** See camera-view.tsx. WeChat's own component, after the privacy question; it tells itself when it has a picture, and asks for the permission. */
export function CameraView({ onCamera, onFailed, onLost }: Props) {
  const camera = useCameraOpened('', { onFailed, onLost })
  if (!camera) return null
  return <Camera className="claim-camera-fill" resolution="high" devicePosition="back" flash="off" onInitDone={() => onCamera(camera)} onError={() => onFailed('denied')} onStop={onLost} />
}
