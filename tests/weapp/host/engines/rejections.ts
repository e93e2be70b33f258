// jsdom has no unhandledrejection event: Node tells, and the realm of the promise says which window it came from.
// The listeners that were there before (a test runner's) get only what is not an app's.
type Listener = NodeJS.UnhandledRejectionListener
interface Owner {
  window: object
  report(reason: unknown): void
}

const owners = new Set<Owner>()
let others: Listener[] = []

function dispatch(reason: unknown, promise: Promise<unknown>): void {
  for (const { window, report } of owners) {
    const itsPromise: unknown = Reflect.get(window, 'Promise')
    if (typeof itsPromise === 'function' && promise instanceof itsPromise) return report(reason)
  }
  if (others.length === 0) throw reason
  for (const listener of others) listener(reason, promise)
}

/** Reports the unhandled rejections of a jsdom window until the returned function is called. */
export function watchRejections(window: object, report: (reason: unknown) => void): () => void {
  const owner = { window, report }
  if (owners.size === 0) {
    others = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection')
    process.on('unhandledRejection', dispatch)
  }
  owners.add(owner)
  return () => {
    if (!owners.delete(owner) || owners.size > 0) return
    process.off('unhandledRejection', dispatch)
    for (const listener of others) process.on('unhandledRejection', listener)
    others = []
  }
}
