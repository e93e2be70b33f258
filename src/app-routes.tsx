import { back, currentPath, replace, restart } from '@/platform/navigation'
import { guardPages, type PageRoute } from '@/platform/page-code'
import { MissingPage } from '@/ui/missing-page'
import { routes as addresses, tabRoutes } from './routes'

function Missing() {
  const here = currentPath()
  const [path = ''] = here.split('?')
  // Taro takes a tab for open already.
  const isTab = tabRoutes.includes(path)
  return <MissingPage onRetry={() => void (isTab ? restart(here) : replace(here))} onBack={isTab ? undefined : () => void back(addresses.home)} />
}

/** Called by the start script with the pages of the app, before any of them is loaded (config/index.ts). */
export const meetPages = (routes: PageRoute[]): void => guardPages(routes, Missing)
