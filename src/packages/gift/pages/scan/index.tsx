import { useState } from 'react'
import { View } from '@tarojs/components'
import { useNotices } from '@/api/notices'
import { target } from '@/platform/env'
import { back, go, useBroughtText, withParams } from '@/platform/navigation'
import { canScanLive } from '@/platform/scan-live'
import { routes } from '@/routes'
import { useDrafts } from '@/state/draft-store'
import { useSignedIn } from '@/state/guard'
import { aria, Button, Card, Field, kinds, Page, useOwnId } from '@/ui'
import { useLiveScan } from '../../model/live-scan'
import { isCertificate, TYPED, useScan } from '../../model/scan'
import { ScanResult } from '../../parts/scan-result'
import { scanTexts as t } from '../../texts'
import '../../gift.scss'

/** One scanner for every code: WeChat's own; in a browser the camera, where it has one, a photo, or the code typed by hand. */
export default function GiftScanPage() {
  const brought = useBroughtText()
  // Whoever is shown a certificate need not sign in.
  const signedIn = useSignedIn(!isCertificate(brought))
  const live = canScanLive()
  const scan = useScan(brought, signedIn, (scanner) => {
    if (live) open()
    else if (target === 'weapp') scanner()
  })
  const cameraId = useOwnId('scan-camera')
  const { camera, open, close } = useLiveScan(cameraId, scan.readAll, (why) => scan.say({ title: t.noCamera, detail: t.noCameraDetail(why) }))
  const typed = useDrafts((drafts) => drafts.forms[TYPED]?.code ?? '')
  const setDraft = useDrafts((drafts) => drafts.set)
  const [missing, setMissing] = useState(false)
  const read = (): unknown => {
    setMissing(typed.trim() === '')
    return typed.trim() ? scan.read(typed) : undefined
  }
  const openCamera = (): void => {
    scan.hush()
    open()
  }
  const photo = <Button kind={live ? 'secondary' : 'primary'} icon="album" onPress={scan.scan}>{t.album}</Button>
  const first = camera !== 'off' ? <Button kind="secondary" onPress={close}>{t.closeCamera}</Button> : <Button icon="scan" onPress={live ? openCamera : scan.scan}>{t.scan}</Button>
  // The code is read: what is left to do for who is no member is to join, not to scan again.
  const { state } = scan
  const join = state.kind === 'outsider' ? <Button onPress={() => go(withParams(routes.join, { code: state.code }))}>{t.joinUnion}</Button> : null
  return (
    <Page title={t.title} notices={useNotices('gift')} onBack={() => back(routes.home)} footer={join ?? (target === 'weapp' || live ? first : photo)}>
      <ScanResult state={scan.state} onRetry={scan.resolve} onChoose={scan.read} />
      {camera !== 'off' ? (
        <Card title={t.live}>
          <View id={cameraId} className="gift-camera" />
          <View className="z-small" {...aria({ role: 'status' })}>{camera === 'on' ? t.aim : t.opening}</View>
        </Card>
      ) : <Card icon="scan" title={t.intro}>{live ? photo : null}</Card>}
      <Card title={t.byHand}>
        <Field id="code" label={t.code} hint={t.codeHint} kind={kinds.code} value={typed} onChange={(code) => setDraft(TYPED, { code })} onConfirm={read} error={missing ? t.codeMissing : undefined} />
        <Button kind="secondary" onPress={read}>{t.read}</Button>
      </Card>
    </Page>
  )
}
