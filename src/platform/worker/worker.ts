import { clientsClaim } from 'workbox-core'
import { addRoute, cleanupOutdatedCaches, matchPrecache, precache } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { NetworkOnly } from 'workbox-strategies'
import type { Asked, Told } from './talk'

interface FileOfApp {
  url: string
  revision: string | null
  integrity: string
}
interface Talk extends Event {
  data: Asked
  ports: readonly MessagePort[]
  waitUntil(work: Promise<unknown>): void
}
interface Worker {
  /** Every file of this build with its hash: Workbox writes them here. */
  __WB_MANIFEST: FileOfApp[]
  skipWaiting(): Promise<void>
  addEventListener(type: 'message', listener: (event: Talk) => void): void
}
declare const self: Worker

const files = self.__WB_MANIFEST
const SHELL = '/index.html'
/** So long a page waits for the network, s. */
const PATIENCE_S = 3
/** No pages of the app: what the server answers itself, and files, which have an ending. */
const SERVED = [/^\/api(\/|$)/, /^\/healthz(\/|$)/, /^\/metrics(\/|$)/, /^\/__tester(\/|$)/, /\.\w+$/]

clientsClaim()

// The newest page where there is a network, and whatever it answers is shown as it is: a Wi-Fi portal has to be. It is never kept; without
// an answer, or with that of a server that is being restarted, the page of this version stands in, whose scripts are all here.
const page = new NetworkOnly({
  networkTimeoutSeconds: PATIENCE_S,
  plugins: [
    {
      fetchDidSucceed: async ({ response }) => {
        if (response.status >= 500) throw new Error(`answered ${response.status}`)
        return response
      },
      handlerDidError: async ({ request }) => (await matchPrecache(SHELL)) ?? fetch(request),
    },
  ],
})
registerRoute(new NavigationRoute(page, { denylist: SERVED }))

precache(files)
addRoute({ directoryIndex: '', cleanURLs: false })
cleanupOutdatedCaches()

// A script of the version that waits to serve is on the phone already.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/(js|css|static)\//.test(url.pathname),
  async ({ request }) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request),
)

async function tell(script: string): Promise<Told> {
  const there = await Promise.all(files.map(({ url }) => matchPrecache(url)))
  return { missing: files.filter((_file, at) => !there[at]).map(({ url }) => url), same: files.some(({ url }) => url === script) }
}

self.addEventListener('message', (event) => {
  const { data, ports: [port] } = event
  if (data.type === 'take') void self.skipWaiting()
  else event.waitUntil(tell(data.script).then((told) => port?.postMessage(told)))
})
