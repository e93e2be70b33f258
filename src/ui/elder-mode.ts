import { createContext, useContext } from 'react'

/** 长辈版 on or off. The app provides it from the settings store; ui only reads it. */
export const ElderModeContext = createContext(false)

/** True in 长辈版. Most components need not ask: the tokens change under `.elder`. */
export function useElderMode(): boolean {
  return useContext(ElderModeContext)
}
