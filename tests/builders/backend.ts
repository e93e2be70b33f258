import { createEmbeddedCore, type Embedded, type EmbeddedOptions } from '@mock/embedded'
import { handlers } from '@mock/handlers'
import { seed } from '@mock/seed/seed'
import type { Env, Faults, Limits } from '@mock/core'

export interface BackendDifferences {
  env?: Partial<Env>
  limits?: Limits
  faults?: Faults
  recognition?: EmbeddedOptions['recognition']
}

/** A whole backend in memory with a fresh seed; says only what differs from the usual test server. */
export const createBackend = (differences: BackendDifferences = {}): Promise<Embedded> => createEmbeddedCore({ handlers, seed, ...differences })
