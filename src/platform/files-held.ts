import { DeviceError, isDeviceError } from './device-error'
import type { Shelf } from './files-database'

export interface HeldShelf<T> extends Shelf<T> {
  /** False while something is held in memory alone and would be lost with the tab. */
  lasting(): boolean
}

/** So long a browser may keep a member waiting; Safari's database sometimes never answers at all. */
const PATIENCE_MS = 2_000

/**
 * What the disk does not take (there is none, it refuses, it breaks, it does not answer) is held in memory: a photo can always be added,
 * and `lasting` tells of it. Only a full disk is an error: there the member can do something.
 */
export function heldShelf<T>(disk: Shelf<T> | undefined): HeldShelf<T> {
  const held = new Map<string, T>()
  /** Once it was let down, nobody waits for it a second time until it has answered. */
  let patience = PATIENCE_MS

  function inTime<R>(answer: Promise<R>): Promise<R> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        patience = 0
        reject(new DeviceError('TIMEOUT', 'indexedDB: no answer'))
      }, patience)
      const answered = (): void => {
        clearTimeout(timer)
        patience = PATIENCE_MS
      }
      answer.then((value) => (answered(), resolve(value)), (error: unknown) => (answered(), reject(error)))
    })
  }
  const onDisk = <R>(ask: (shelf: Shelf<T>) => Promise<R>): Promise<R> => (disk ? inTime(ask(disk)) : Promise.reject(new DeviceError('UNSUPPORTED', 'files: no disk')))

  return {
    lasting: () => disk !== undefined && held.size === 0,
    put: async (id, record) => {
      held.set(id, record)
      // The disk may take it later than anybody waits for it: then it lasts after all.
      const taken = (): void => void (held.get(id) === record && held.delete(id))
      try {
        await onDisk(async (shelf) => shelf.put(id, record).then(taken))
      } catch (error) {
        if (!isDeviceError(error, 'STORAGE_FULL')) return
        held.delete(id)
        throw error
      }
    },
    get: async (id) => {
      const here = held.get(id)
      return here ?? onDisk((shelf) => shelf.get(id)).catch((error: unknown) => (isDeviceError(error, 'UNSUPPORTED') ? undefined : Promise.reject(error)))
    },
    remove: async (id) => {
      const onlyHere = held.delete(id)
      await onDisk((shelf) => shelf.remove(id)).catch((error: unknown) => (onlyHere || isDeviceError(error, 'UNSUPPORTED') ? undefined : Promise.reject(error)))
    },
    all: async () => [...(await onDisk((shelf) => shelf.all()).catch(() => [])), ...held.values()],
  }
}
