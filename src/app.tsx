import { useEffect, type PropsWithChildren } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { startApp } from './app-start'
import { usePageNotFound } from '@/platform/lifecycle'
import { replace } from '@/platform/navigation'
import { dressTabs } from '@/platform/tab-look'
import { ElderModeContext } from '@/ui/elder-mode'
import { useSettings } from '@/state/settings-store'
import { routes } from './routes'
import './app.scss'

const { client, launch } = startApp()

export default function App({ children }: PropsWithChildren) {
  const elderMode = useSettings((settings) => settings.elderMode)
  useEffect(() => launch(), [])
  // An old link or a mistyped address: words instead of a blank page.
  usePageNotFound(() => void replace(routes.notFound))
  useEffect(() => dressTabs(elderMode), [elderMode])
  return (
    <QueryClientProvider client={client}>
      <ElderModeContext.Provider value={elderMode}>{children}</ElderModeContext.Provider>
    </QueryClientProvider>
  )
}
