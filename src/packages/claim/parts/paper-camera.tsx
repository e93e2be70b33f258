import { useEffect } from 'react'
import { Image, View } from '@tarojs/components'
import { canOpenSettings, openSettings } from '@/platform/settings'
import { aria, Button, imageProps, takeFocus, useIdsOfPage, useOnce, useOverlay } from '@/ui'
import { cameraTexts as t } from '../camera-texts'
import { usePaperCamera, type PaperCameraProps } from '../model/paper-camera'
import { CameraView } from './camera-view'
import '../camera.scss'

const SHUTTER = 'paper-camera-shutter'
const USE = 'paper-camera-use'
const SYSTEM = 'paper-camera-system'
const first = { live: SHUTTER, shot: USE, failed: SYSTEM }

/** The app's own camera over the page, with a frame in the shape of the paper. */
export function PaperCamera(props: PaperCameraProps) {
  const { titleZh, tipZh, frame, onSystem } = props
  const { stage, ready, filming, problem, shot, busy, taken, said, view, shutter, again, use, close } = usePaperCamera(props)
  const shoot = useOnce(shutter)
  const own = useIdsOfPage()
  const id = own('paper-camera')
  useOverlay(true, id, close)
  // What had the keyboard has gone with its stage.
  const firstId = own(first[stage])
  useEffect(() => takeFocus(firstId), [firstId])

  return (
    <View id={id} className="claim-camera" {...aria({ role: 'dialog', modal: true, label: t.title(titleZh) })}>
      <View className="claim-camera-top">
        <View className="claim-camera-title" {...aria({ role: 'heading', level: 2 })}>{titleZh}</View>
        <View>{stage === 'shot' ? t.look : t.tip[frame]}</View>
        {stage === 'live' ? <View>{tipZh}</View> : null}
      </View>
      <View className={`claim-camera-view claim-camera-view--${frame}`}>
        {filming ? <CameraView {...view} /> : null}
        {stage === 'live' ? <Frame shape={frame} /> : null}
        {shot ? <Image className="claim-camera-shot" mode="aspectFit" src={shot.src} {...imageProps(t.shot(titleZh))} /> : null}
        {problem ? <View className="claim-camera-problem" {...aria({ role: 'alert', live: 'assertive' })}>{t.problem[problem]}</View> : null}
      </View>
      <View className="claim-camera-said" {...aria({ role: 'status', live: 'polite' })}>{said || (stage === 'live' && !ready ? t.opening : taken > 0 ? t.taken(taken) : '')}</View>
      {stage === 'live' ? (
        <View className="claim-camera-acts">
          <View className="claim-camera-side"><Button kind="text" inline onPress={close}>{taken > 0 ? t.done : t.cancel}</Button></View>
          <View className="claim-camera-shutter" {...aria({ id: own(SHUTTER), role: 'button', label: t.shutter, disabled: !ready || busy })} {...shoot.press} />
          <View className="claim-camera-side"><Button kind="text" inline onPress={onSystem}>{t.system}</Button></View>
        </View>
      ) : null}
      {stage === 'shot' ? (
        <View className="claim-camera-acts">
          <Button kind="secondary" onPress={() => (busy ? undefined : again())}>{t.again}</Button>
          <Button id={USE} loading={busy} onPress={use}>{t.use}</Button>
        </View>
      ) : null}
      {stage === 'failed' ? (
        <View className="claim-camera-acts">
          <Button kind="secondary" onPress={close}>{t.cancel}</Button>
          {problem === 'denied' && canOpenSettings ? <Button kind="secondary" onPress={openSettings}>{t.settings}</Button> : null}
          <Button id={SYSTEM} onPress={onSystem}>{t.system}</Button>
        </View>
      ) : null}
    </View>
  )
}

/** Light corners, and shade around them. Decoration: the tip says what it is for. */
const Frame = ({ shape }: { shape: PaperCameraProps['frame'] }) => (
  <View className="claim-camera-stand" {...aria({ hidden: true })}>
    <View className={`claim-camera-frame claim-camera-frame--${shape}`}>
      {['nw', 'ne', 'sw', 'se'].map((corner) => <View key={corner} className={`claim-camera-corner claim-camera-corner--${corner}`} />)}
    </View>
  </View>
)
