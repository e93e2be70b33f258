import type { QueryClient } from '@tanstack/react-query'
import { runOutbox } from '@/api/outbox'
import { forgetOthers, keepQueries, restoreQueries } from '@/api/persisted'
import { createQueryClient, wireToDevice } from '@/api/query-client'
import { tellSignOuts } from '@/api/sign-outs'
import { launchCheck, launchCode, startAt } from '@/platform/env'
import { fillMissing } from '@/platform/fill-missing'
import { forgetLocal } from '@/platform/local-file'
import { keepApp } from '@/platform/keep-app'
import { onPageNotFound } from '@/platform/lifecycle'
import { declareTabs, go, replace, withParams } from '@/platform/navigation'
import { onAppShow, onNetworkChange } from '@/platform/network'
import { onOtherTab } from '@/platform/other-tabs'
import { rememberPoster, signInAwaits } from '@/state/guard'
import { takeFromOtherTabs, useSession } from '@/state/session-store'
import { watchStorage } from '@/state/unkept-store'
import { useNewVersion } from '@/state/version-store'
import { routes, tabRoutes } from './routes'

/** The code that the app was opened with, where its page has become the first one. */
function codeAtStart(): string | undefined {
  const check = launchCheck(READERS)
  if (check && startAt(checkOf(check))) return check
  const code = launchCode(READERS)
  return code && startAt(scanOf(code)) ? code : undefined
}
const scanOf = (code: string): string => withParams(routes.scan, { code })
const checkOf = (code: string): string => withParams(routes.verify, { code })
/** They take the code of a WeChat link rule from their own address. */
const READERS = [routes.scan, routes.verify]

/** Two pages that are opened at once turn each other away: before sign-in the code waits there. */
function open(code: string): void {
  if (signInAwaits()) rememberPoster(code)
  else void go(scanOf(code))
}

/**
 * Everything that lives as long as the app: the query cache (kept per account), the outbox, the wiring to network, foreground and storage,
 * and the code of a poster that opened the app.
 */
export function startApp(): { client: QueryClient; launch(): void } {
  fillMissing()
  declareTabs(tabRoutes)
  // An old link or a mistyped address: words instead of a blank page.
  onPageNotFound(() => void replace(routes.notFound))
  watchStorage()
  wireToDevice()
  const client = createQueryClient()
  const outbox = runOutbox(client)
  keepApp(() => client.isFetching() > 0, (take) => useNewVersion.setState({ take }))
  onNetworkChange((online) => {
    if (!online) return
    outbox.kick()
    tellSignOuts()
  })
  // What one tab has renewed, the others go on with. Signing out holds for all of them.
  onOtherTab('session', takeFromOtherTabs)
  let opened = codeAtStart()
  const openCode = (): void => {
    const [code, check] = [launchCode(READERS), launchCheck(READERS)]
    if (code && code !== opened) open(code)
    // Whoever is shown a certificate need not sign in.
    if (check && check !== opened) void go(checkOf(check))
    opened = code ?? check
  }
  tellSignOuts()
  onAppShow(() => {
    outbox.kick()
    tellSignOuts()
    openCode()
  })

  let stopKeeping = (): void => undefined
  const follow = (account: string | undefined): void => {
    stopKeeping()
    stopKeeping = (): void => undefined
    if (!account) return
    forgetOthers(client, account)
    restoreQueries(client, account)
    stopKeeping = keepQueries(client, account)
    outbox.kick()
  }
  void forgetLocal()
  follow(useSession.getState().account?.accountId)
  useSession.subscribe((now, before) => {
    if (now.account?.accountId !== before.account?.accountId) {
      // Letters and pictures that were fetched are the former account's.
      void forgetLocal()
      follow(now.account?.accountId)
    }
  })

  return { client, launch: openCode }
}
