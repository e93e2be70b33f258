// camera: no picture; it opens or is refused, and only one lives in a page. What it takes comes from the mock of takePhoto.
import { messageOf, recordError } from '../state'
import { define, type Builtin } from './define'

/** Those that are on. */
export const cameras = new Set<Builtin>()
/** Filled in by api/media.ts: the privacy question and the permission. */
export const permission = { ask: (): Promise<unknown> => Promise.resolve() }

export function defineCamera(): void {
  define('camera', {
    props: ['mode', 'resolution', 'frame-size'],
    attrs: ['device-position', 'flash'],
    init(self) {
      const page = self.dom.closest('wx-page-root')
      if ([...cameras].some(({ dom }) => dom.closest('wx-page-root') === page)) recordError('camera', new Error('a page can hold only one camera'))
      cameras.add(self)
      permission.ask().then(
        () => cameras.has(self) && self.fire('initdone', { maxZoom: 10 }),
        (error: unknown) => cameras.has(self) && self.fire('error', { errMsg: `insertCamera:fail:${messageOf(error)}` }),
      )
      return { dispose: () => void cameras.delete(self) }
    },
  })
}
