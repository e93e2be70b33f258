import { onAppShow, onNetworkChange } from './network'
import type { Asked, Told } from './worker/talk'

const WORKER = '/sw.js'
/** A worker that does not answer for so long is no worker, ms. */
const ANSWER_MS = 5_000
/** So long an installation may take before the member reads that it goes on, ms. */
const INSTALL_MS = 60_000
/** How often an app that stays open asks for a newer version, ms. */
const ASK_MS = 30 * 60_000

/** undefined on plain HTTP, in some web views and where storage is refused. */
const workers = (): ServiceWorkerContainer | undefined => (typeof navigator === 'undefined' ? undefined : navigator.serviceWorker)
const register = (): Promise<ServiceWorkerRegistration | undefined> =>
  workers()?.register(WORKER, { updateViaCache: 'none' }).catch(() => undefined) ?? Promise.resolve(undefined)

/** The script that this page runs from: its name says which version it is. */
const ownScript = (): string => [...document.scripts].map(({ src }) => new URL(src, location.href).pathname).find((path) => /^\/js\/app\./.test(path)) ?? ''

const say = (worker: ServiceWorker, asked: Asked, ports: MessagePort[] = []): void => worker.postMessage(asked, ports)

function ask(worker: ServiceWorker): Promise<Told | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<Told>) => resolve(data)
    setTimeout(() => resolve(undefined), ANSWER_MS)
    say(worker, { type: 'tell', script: ownScript() }, [port2])
  })
}

/** Once it has finished installing, or failed. */
function settled(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (worker.state !== 'installing') resolve()
    }
    worker.addEventListener('statechange', look)
    look()
  })
}

/** Installs, keeps up to date, and tries again when the network comes back: what an installation that was cut has fetched is not fetched twice. */
export function install(onNewVersion: (take: () => void) => void): void {
  const container = workers()
  if (!container) return
  const met = new WeakSet<ServiceWorker>()
  const meet = async (registration: ServiceWorkerRegistration): Promise<void> => {
    if (registration.installing) await settled(registration.installing)
    const { waiting } = registration
    if (!waiting || met.has(waiting)) return
    met.add(waiting)
    // This page came from the network and is of that version already.
    if ((await ask(waiting))?.same) say(waiting, { type: 'take' })
    else
      onNewVersion(() => {
        container.addEventListener('controllerchange', () => location.reload())
        say(waiting, { type: 'take' })
      })
  }
  const start = async (): Promise<void> => {
    const registration = await register()
    if (!registration) return
    registration.onupdatefound = () => void meet(registration)
    await meet(registration)
  }
  void start()
  onNetworkChange((online) => online && void start())
  let askedAt = Date.now()
  onAppShow(() => {
    if (Math.abs(Date.now() - askedAt) < ASK_MS) return
    askedAt = Date.now()
    void start()
  })
}

/** `here`: every page opens without a network. `unsupported`: this browser cannot keep the app. `incomplete`: not everything is on the phone yet. */
export type AppCopy = 'here' | 'unsupported' | 'incomplete'

/** Whether the app itself is on the phone; fetches what is missing first. */
export async function appCopy(): Promise<AppCopy> {
  const container = workers()
  if (!container) return 'unsupported'
  const registration = await register()
  if (!registration) return navigator.onLine === false ? told(container.controller) : 'unsupported'
  if (registration.installing) await Promise.race([settled(registration.installing), new Promise((resolve) => setTimeout(resolve, INSTALL_MS))])
  return told(registration.active)
}

async function told(worker: ServiceWorker | null): Promise<AppCopy> {
  const first = worker && (await ask(worker))
  if (!worker || !first) return 'incomplete'
  if (first.missing.length === 0) return 'here'
  // The phone has taken some files away since: fetched through the worker they come back.
  await Promise.all(first.missing.map((url) => fetch(url).catch(() => undefined)))
  return (await ask(worker))?.missing.length === 0 ? 'here' : 'incomplete'
}
