import { saveAs } from './save-as'

/** Where the text has gone. */
export type Exported = 'saved' | 'shared' | 'copied'

const KEEP_MS = 10_000

/** Hands a text on as a file: a download in the browser, a file message in WeChat, else the clipboard. @throws DeviceError */
export function exportText(name: string, text: string): Promise<Exported> {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  saveAs(name, url)
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS)
  return Promise.resolve('saved')
}

/** Offers something that `keepLocal` has fetched under this name. */
export function exportLocal(name: string, src: string): Promise<Exported> {
  saveAs(name, src)
  return Promise.resolve('saved')
}
