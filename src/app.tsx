import { useEffect, type ComponentType, type PropsWithChildren } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { askWaiting } from '@/api/query-client'
import { meetPages } from './app-routes'
import { startApp } from './app-start'
import { framePages } from '@/platform/page-frame'
import { dressTabs } from '@/platform/tab-look'
import { AskingContext } from '@/ui/asking'
import { Boundary, WaysOutContext } from '@/ui/boundary'
import { ElderModeContext } from '@/ui/elder-mode'
import { AnewContext } from '@/ui/page'
import { useAsking } from '@/state/asking-store'
import { useSettings } from '@/state/settings-store'
import { waysOut } from './ways-out'
import './app.scss'

const { client, launch } = startApp()
const ways = waysOut(client)
const anew = () => askWaiting(client)
framePages((Page: ComponentType) => (props: object) => <Boundary whole><Page {...props} /></Boundary>)

export default function App({ children }: PropsWithChildren) {
  const elderMode = useSettings((settings) => settings.elderMode)
  const asking = useAsking(({ count }) => count > 0)
  useEffect(() => launch(), [])
  useEffect(() => dressTabs(elderMode), [elderMode])
  return (
    <QueryClientProvider client={client}>
      <ElderModeContext.Provider value={elderMode}>
        <WaysOutContext.Provider value={ways}>
          <AskingContext.Provider value={asking}>
            <AnewContext.Provider value={anew}><Boundary whole>{children}</Boundary></AnewContext.Provider>
          </AskingContext.Provider>
        </WaysOutContext.Provider>
      </ElderModeContext.Provider>
    </QueryClientProvider>
  )
}

App.meetPages = meetPages
