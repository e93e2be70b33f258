import { createContext, useContext } from 'react'
import { askingWords } from './asking-words'
import { Notice } from './notice'

/** True while the server is being asked what became of something whose answer was lost; given by the app. */
export const AskingContext = createContext(false)

/** Beside what was tapped, at the foot of the page or the sheet: nobody is told that it failed while nobody knows. */
export function Asking() {
  return useContext(AskingContext) ? <Notice tone="warn" title={askingWords.title} announce="polite">{askingWords.detail}</Notice> : null
}
