import { saveAs } from './save-as'

/** Opens a PDF of `keepLocal` in a tab of its own; where the browser lets none open it is downloaded. */
export function openPdf(name: string, src: string): Promise<void> {
  if (!window.open(src, '_blank')) saveAs(name, src)
  return Promise.resolve()
}
