import { create } from 'zustand'

/** What the last parts of files have told of the line: on a slow one files go one after the other, and the pages say why it takes long. */
export const useLine = create<{ slow: boolean }>()(() => ({ slow: false }))
