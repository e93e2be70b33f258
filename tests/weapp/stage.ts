import { after, afterEach, before, beforeEach } from 'node:test'
import type { ReadPicture } from '@mock/handlers/flow/papers/recognition-desk'
import { writePhotos } from '@tests/builders/photo-files'
import { startBackend, type TimedBackend } from '@tests/h5/kit/backend'
import type { MiniProgram, OpenOptions } from './host'
import { enter, openPhone } from './phone'

/** What the tests of a file play on; there once the first of them begins. */
export interface Stage {
  readonly backend: TimedBackend
  /** Paths of JPEG files, each with a content of its own. */
  readonly photos: readonly string[]
  /** A persona's phone, signed out. It is put away when the test ends, and nothing may have gone wrong in the app by then. */
  phone(persona: string, options?: OpenOptions): Promise<MiniProgram>
  /** The same, signed in, with 首页 open. */
  signedIn(persona: string, options?: OpenOptions): Promise<MiniProgram>
  /** The phone of this test is put down for another one. */
  putAway(): Promise<void>
}

export interface StageOptions {
  /** A fresh backend for every test, instead of one for all. */
  each?: boolean
  /** How many photos. */
  photos?: number
  /** What stands on the papers that are photographed. */
  read?: ReadPicture
}

/** The backend for a file, or for the `describe` it is called in, and the phones of its tests. */
export function onPhones({ each = false, photos: count = 0, read }: StageOptions = {}): Stage {
  let backend: TimedBackend | undefined
  let photos: Awaited<ReturnType<typeof writePhotos>> | undefined
  let open: MiniProgram[] = []

  const set = async (): Promise<void> => {
    backend = await startBackend({ read })
    photos = await writePhotos(count)
  }
  const clear = async (): Promise<void> => {
    await backend?.close()
    await photos?.remove()
  }
  /** Every phone is closed, whatever was wrong with one: a browser that stays open would hold up the whole run. */
  const putAway = async (): Promise<void> => {
    const phones = open
    open = []
    const faults = await Promise.allSettled(phones.map((app) => app.assertNoErrors()))
    await Promise.all(phones.map((app) => app.close()))
    for (const fault of faults) if (fault.status === 'rejected') throw fault.reason
  }
  if (each) beforeEach(set)
  else before(set)
  // One hook: those of a file do not wait for one another.
  afterEach(async () => {
    try {
      await putAway()
    } finally {
      if (each) await clear()
    }
  })
  if (!each) after(clear)

  const stage: Stage = {
    get backend() {
      if (backend === undefined) throw new Error('only inside a test')
      return backend
    },
    get photos() {
      return photos?.files ?? []
    },
    async phone(persona, options) {
      const app = await openPhone(stage.backend, persona, options)
      open.push(app)
      return app
    },
    async signedIn(persona, options) {
      const app = await stage.phone(persona, options)
      await enter(app)
      await app.waitRoute('pages/home/index')
      return app
    },
    putAway,
  }
  return stage
}
