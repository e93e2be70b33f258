import type { Session } from '@/contract/schemas/session'
import type { HeldShelf } from '@/platform/files-held'
import type { BadLine } from './bad-line'

/** The parts of the real app that bring a claim to the server; each launch loads them anew, as a phone does. */
export interface App {
  call: (typeof import('@/api/call'))['call']
  ApiError: (typeof import('@/api/api-error'))['ApiError']
  newKey: (typeof import('@/api/keys'))['newKey']
  uploads: typeof import('@/api/uploads')
  useOutbox: (typeof import('@/state/outbox-store'))['useOutbox']
  signedIn(session: Session): void
  kick(): void
}

/** What outlives the app: small values and files. */
interface Disk {
  values: Map<string, string>
  files: Map<string, unknown>
}

function shelfOn({ files }: Disk): HeldShelf<unknown> {
  return {
    lasting: () => true,
    put: async (id, record) => void files.set(id, record),
    get: async (id) => files.get(id),
    remove: async (id) => void files.delete(id),
    all: async () => [...files.values()],
  }
}

export interface Phone {
  /** The running app. */
  app(): App
  /** Ends it without a word, wherever it is, and opens it again: only the disk is left. */
  kill(): void
  /** Files that the phone keeps. */
  files(): number
}

/** A phone with the real client code of src/api, src/state and src/platform (H5) on it; one at a time in a test file. */
export function createPhone(line: BadLine): Phone {
  const disk: Disk = { values: new Map(), files: new Map() }
  jest.doMock('@/platform/files-held', () => ({ heldShelf: () => shelfOn(disk) }))
  let running = launch()

  function launch(): { app: App; stop(): void } {
    jest.resetModules()
    const taro = jest.requireActual<typeof import('@tests/setup/taro')>('@tests/setup/taro')
    const { values } = disk
    // What a dead app still had in its timers must not write on the disk of the next one.
    let alive = true
    Object.assign(taro.default, {
      getStorageSync: (key: string): unknown => JSON.parse(values.get(key) ?? '""'),
      setStorageSync: (key: string, value: unknown) => void (alive && values.set(key, JSON.stringify(value))),
      removeStorageSync: (key: string) => void (alive && values.delete(key)),
      getStorageInfoSync: () => ({ keys: [...values.keys()], currentSize: 0, limitSize: 10_240 }),
    })
    taro.__setRequestHandler(line.handle)
    Object.defineProperty(globalThis, 'XMLHttpRequest', { value: taro.HandlerXhr, configurable: true, writable: true })
    const { QueryClient } = jest.requireActual<typeof import('@tanstack/react-query')>('@tanstack/react-query')
    const { useSession } = jest.requireActual<typeof import('@/state/session-store')>('@/state/session-store')
    const { runOutbox } = jest.requireActual<typeof import('@/api/outbox')>('@/api/outbox')
    const outbox = runOutbox(new QueryClient())
    const app: App = {
      call: jest.requireActual<typeof import('@/api/call')>('@/api/call').call,
      ApiError: jest.requireActual<typeof import('@/api/api-error')>('@/api/api-error').ApiError,
      newKey: jest.requireActual<typeof import('@/api/keys')>('@/api/keys').newKey,
      uploads: jest.requireActual<typeof import('@/api/uploads')>('@/api/uploads'),
      useOutbox: jest.requireActual<typeof import('@/state/outbox-store')>('@/state/outbox-store').useOutbox,
      signedIn: (session) => useSession.getState().signedIn(session),
      kick: outbox.kick,
    }
    const stop = (): void => {
      alive = false
      outbox.stop()
    }
    return { app, stop }
  }

  return {
    app: () => running.app,
    kill: () => {
      line.cutOff()
      running.stop()
      running = launch()
    },
    files: () => disk.files.size,
  }
}
