import { createContext, useContext, useState } from 'react'

/** One page on the stack, for what stands on it. */
export interface Instance {
  /** Prefix of its ids. */
  id: string
  /** How often its main action was pressed, and how many of those have been answered by an error summary. */
  submitted: number
  answered: number
  /** Error summaries, told of a press. */
  hearing: Set<() => void>
  /** Words that wait to be spoken, and what says that there are some. */
  unsaid: string[]
  tell: () => void
}

export const newInstance = (id: string): Instance => ({ id, submitted: 0, answered: 0, hearing: new Set(), unsaid: [], tell: () => undefined })

/**
 * Pages stay mounted below the one on the screen, and the same page may be open twice: an id that its author made up would stand twice in the
 * document, and what looks for it would find the page below.
 */
export const PageInstance = createContext<Instance>(newInstance(''))

let count = 0

/** A name that no other living component has; safe in selectors of both targets. */
export const useOwnId = (name: string): string => useState(() => `${name}${(count += 1)}`)[0]

/** The ids of this page: `const own = useIdsOfPage(); own('name')`. For everything below `<Page>`. */
export function useIdsOfPage(): (id: string) => string {
  const { id: page } = useContext(PageInstance)
  return (id) => (page ? `${page}-${id}` : id)
}

/** The id that stands for `id` on this page. */
export const usePageId = (id: string): string => useIdsOfPage()(id)

/** A frame of a field with the id that it has on this page. */
export const useOwnFrame = <F extends { id: string }>(frame: F): F => ({ ...frame, id: usePageId(frame.id) })

/** To be called when the member hands in what stands on this page. */
export function useSubmission(): () => void {
  const page = useContext(PageInstance)
  return () => {
    page.submitted += 1
    page.hearing.forEach((hear) => hear())
  }
}
