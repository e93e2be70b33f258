import { useEffect, useState } from 'react'
import { back, currentPath, replace, restart } from '@/platform/navigation'
import { onNetworkChange } from '@/platform/network'
import { guardPages, type PageRoute } from '@/platform/page-code'
import { MissingPage } from '@/ui/missing-page'
import { routes as addresses, tabRoutes } from './routes'

function Missing() {
  // Drawn anew below another page, it is still this one.
  const [here] = useState(currentPath)
  const [path = ''] = here.split('?')
  // Taro takes a tab for open already.
  const isTab = tabRoutes.includes(path)
  const open = (): Promise<void> => (isTab ? restart(here) : replace(here))
  useEffect(() => onNetworkChange((online) => {
    if (online && currentPath() === here) void open()
  }))
  return <MissingPage onRetry={open} onBack={isTab ? undefined : () => back(addresses.home)} />
}

/** Called by the start script with the pages of the app, before any of them is loaded (config/index.ts). */
export const meetPages = (routes: PageRoute[]): void => guardPages(routes, Missing)
