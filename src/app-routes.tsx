import { useEffect, useState } from 'react'
import { back, currentPath, replace, restart } from '@/platform/navigation'
import { onNetworkChange } from '@/platform/network'
import { guardPages, type PageRoute } from '@/platform/page-code'
import { MissingPage } from '@/ui/missing-page'
import { routes as addresses, tabRoutes } from './routes'

/** A phone says that it has a network a little before anything comes through, ms. */
const SETTLES_MS = 1_000

/** Taro takes a tab for open already. */
const isTab = (url: string): boolean => tabRoutes.includes(url.split('?')[0] ?? '')
const openAgain = (url: string): Promise<void> => (isTab(url) ? restart(url) : replace(url))

function Missing() {
  // Drawn anew below another page, it is still this one.
  const [here] = useState(currentPath)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const off = onNetworkChange((online) => {
      clearTimeout(timer)
      if (online) timer = setTimeout(() => currentPath() === here && void openAgain(here), SETTLES_MS)
    })
    return () => {
      clearTimeout(timer)
      off()
    }
  }, [here])
  return <MissingPage onRetry={() => openAgain(here)} onBack={isTab(here) ? undefined : () => back(addresses.home)} />
}

/** Called by the start script with the pages of the app, before any of them is loaded (config/index.ts). */
export const meetPages = (routes: PageRoute[]): void => guardPages(routes, Missing)
