import { useEffect, useState } from 'react'
import { PageContainer } from '@tarojs/components'
import { containerLeft, onOverlays, topOverlay } from '@/platform/overlays.weapp'

/**
 * See back-guard.tsx. WeChat's page-container: while it shows, the phone's way back closes it and not the page. It draws nothing of its own; what
 * lies over the page is drawn by the page.
 */
export function BackGuard({ page }: { page: string }) {
  const [covered, setCovered] = useState(false)
  /** WeChat has closed it; it may show again once it has left. */
  const [leaving, setLeaving] = useState(false)
  useEffect(() => {
    const look = (): void => setCovered(topOverlay(page) !== undefined)
    look()
    return onOverlays(look)
  }, [page])
  const leave = (): void => {
    const top = topOverlay(page)
    if (!top) return
    setLeaving(true)
    top.close()
  }
  const left = (): void => {
    setLeaving(false)
    containerLeft()
  }
  return <PageContainer show={covered && !leaving} overlay={false} duration={0} customStyle="width:0;height:0;min-height:0" onBeforeLeave={leave} onAfterLeave={left} />
}
