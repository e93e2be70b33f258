import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, configure, render, screen } from '@testing-library/react'
import { keepQueries, restoreQueries } from '@/api/persisted'
import { askWaiting, createQueryClient, wireToDevice } from '@/api/query-client'
import { call } from '@/api/call'
import type { Decide, MoveClock } from '@/contract/schemas/tester'
import { useTypedCard } from '@/packages/account/model/card-number'
import { declareTabs } from '@/platform/navigation'
import { closeOverlays } from '@/platform/overlays'
import { tabRoutes } from '@/routes'
import { useDrafts } from '@/state/draft-store'
import { useOutbox } from '@/state/outbox-store'
import { useRep } from '@/state/rep-store'
import { useSession } from '@/state/session-store'
import { useAsking } from '@/state/asking-store'
import { useSettings } from '@/state/settings-store'
import { AnewContext, AskingContext, Boundary, ElderModeContext, WaysOutContext } from '@/ui'
import { waysOut } from '@/ways-out'
import { createBackend } from '@tests/builders/backend'
import { tester } from '@tests/builders/people'
import type { Api } from '@tests/builders/api'
import type { Embedded } from '@mock/embedded'
import { createDesk, type ReadPicture } from '@mock/handlers/flow/papers/recognition-desk'
import { createAppServer, type AppServer } from './app-server'
import { pageMap } from './page-map'
import { __onRoute, __open, __route, __set, __setOnline, __setRequestHandler, __stack } from './taro'
import { RouteContext } from './taro-hooks'

export interface RenderOptions {
  /** Persona that is signed in; nobody without it. */
  as?: string
  /** Address to open, as a deep link does. */
  at: string
  /** One that other tests play on as well, instead of a fresh one. */
  backend?: Embedded
  /** Brings the backend into the state that the test is about. */
  prepare?: (backend: Embedded, control: Api) => Promise<void>
  /** What the server finds on pictures; without it nobody reads them. */
  reads?: ReadPicture
  /** The server's wall clock, where the phone's is set. */
  wallMs?: () => number
}

export interface App {
  backend: Embedded
  server: AppServer
  client: QueryClient
  /** The tester's controls of the backend. */
  control: Api
  moveClock(body: MoveClock): Promise<void>
  decide(claimId: string, decision: Decide): Promise<void>
  /** Cuts the network: the device knows, and requests fail. */
  goOffline(): void
  goOnline(): void
  /** Kills the app and opens it again at this address, with what the device kept. */
  relaunch(at: string): Promise<void>
  /** Path and parameters of the page on top. */
  route(): { path: string; params: Record<string, string> }
}

wireToDevice()
// A busy machine is no defect: what comes late still comes.
configure({ asyncUtilTimeout: 5_000 })
jest.setTimeout(20_000)
// Answers come when they come, as on a device; Testing Library waits for what it looks for.
beforeAll(() => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }))

let open: { unmount(): void; client: QueryClient; stopKeeping(): void } | undefined
async function close(): Promise<void> {
  open?.unmount()
  open?.stopKeeping()
  open?.client.clear()
  open = undefined
  // What lay over the page has its entry in the history taken away, which takes a turn.
  await closeOverlays()
}
afterEach(close)

/** Renders the real app at an address, against a backend of its own in memory. The one way to render pages in tests. */
export async function renderApp({ as, at, prepare, reads, wallMs, backend: shared }: RenderOptions): Promise<App> {
  await close()
  forgetDevice()
  declareTabs(tabRoutes)
  const backend = shared ?? await createBackend({ ...(reads && { recognition: (parts) => createDesk({ ...parts, read: reads }) }), ...(wallMs && { env: { wallMs } }) })
  const server = createAppServer(backend.core)
  const control = await tester(backend.core)
  __setRequestHandler(server.handle)
  await prepare?.(backend, control)
  if (as) useSession.getState().signedIn(await call('signIn', { body: { method: 'wechat', code: `test:${as}`, privacyVersion: '1.0' } }))
  server.asked.length = 0
  __set({ loginCode: as ? `test:${as}` : 'none' })
  const app: App = {
    backend, server, control,
    client: await launch(at),
    moveClock: async (body) => void (await control('moveClock', { body })).ok(),
    decide: async (claimId, body) => void (await control('decideClaim', { params: { claimId }, body })).ok(),
    goOffline: () => {
      server.cut(true)
      act(() => __setOnline(false))
    },
    goOnline: () => {
      server.cut(false)
      act(() => __setOnline(true))
    },
    relaunch: async (next) => {
      await close()
      app.client = await launch(next)
    },
    route: () => ({ path: __route().path, params: __route().params }),
  }
  return app
}

async function launch(at: string): Promise<QueryClient> {
  const client = createQueryClient()
  const { queries, mutations } = client.getDefaultOptions()
  client.setDefaultOptions({ queries: { ...queries, retry: false, gcTime: Number.POSITIVE_INFINITY }, mutations: { ...mutations, gcTime: Number.POSITIVE_INFINITY } })
  const account = useSession.getState().account?.accountId
  if (account) restoreQueries(client, account)
  const stopKeeping = keepWhoIsSignedIn(client)
  __open(at)
  const { unmount } = render(<Shell client={client} />)
  open = { unmount, client, stopKeeping }
  return client
}

/** As the app does (app-start.ts): the answers of one account are kept only for as long as it is signed in. */
function keepWhoIsSignedIn(client: QueryClient): () => void {
  const keep = (account: string | undefined): (() => void) => (account === undefined ? () => undefined : keepQueries(client, account))
  let stop = keep(useSession.getState().account?.accountId)
  const off = useSession.subscribe((now, before) => {
    if (now.account?.accountId === before.account?.accountId) return
    stop()
    stop = keep(now.account?.accountId)
  })
  return () => {
    off()
    stop()
  }
}

/** A fresh device: what stores keep in the module outlives a test otherwise. */
function forgetDevice(): void {
  reset(useSession)
  reset(useDrafts)
  reset(useOutbox)
  reset(useRep)
  reset(useSettings)
  reset(useTypedCard)
  onlineManager.setOnline(true)
}
const reset = <S,>(store: { setState(state: S, replace: true): void; getInitialState(): S }): void => store.setState(store.getInitialState(), true)

/** The page stack: all pages stay mounted, the one on top is visible. */
function Shell({ client }: { client: QueryClient }) {
  const stack = useSyncExternalStore(__onRoute, __stack)
  const elderMode = useSettings((settings) => settings.elderMode)
  const asking = useAsking(({ count }) => count > 0)
  const ways = useMemo(() => waysOut(client), [client])
  const anew = useCallback(() => askWaiting(client), [client])
  return (
    <QueryClientProvider client={client}>
      <ElderModeContext.Provider value={elderMode}>
        <WaysOutContext.Provider value={ways}><AskingContext.Provider value={asking}><AnewContext.Provider value={anew}>
        {stack.map((entry, depth) => {
          const Page = pageMap[entry.path]
          if (!Page) throw new Error(`no page at ${entry.path}`)
          return (
            <RouteContext.Provider key={entry.id} value={entry}>
              <div hidden={depth < stack.length - 1}><Boundary whole><Page /></Boundary></div>
            </RouteContext.Provider>
          )
        })}
        </AnewContext.Provider></AskingContext.Provider></WaysOutContext.Provider>
      </ElderModeContext.Provider>
    </QueryClientProvider>
  )
}

/** A button of the page on top by its visible words. */
export const button = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('button', { name })
