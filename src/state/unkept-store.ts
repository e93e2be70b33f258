import { create } from 'zustand'
import { onAppShow } from '@/platform/network'
import { onStorageError } from '@/platform/storage'
import { useDrafts } from './draft-store'
import { useSession } from './session-store'
import { useSettings } from './settings-store'

/** True while the phone does not keep what is typed, who is signed in, or a setting: a full phone, a browser that forbids it. */
export const useUnkept = create<{ unkept: boolean }>()(() => ({ unkept: false }))

/** Copies of the server's answers: nothing is lost with them, they make room by themselves. */
const isCopy = (key: string): boolean => key.startsWith('cache.')

/** Listens as long as the app lives, and tries again whenever it comes back, perhaps from tidying up. Returns how to stop. */
export function watchStorage(): () => void {
  const offError = onStorageError((_error, key) => {
    if (!isCopy(key)) useUnkept.setState({ unkept: true })
  })
  const offShow = onAppShow(() => {
    if (!useUnkept.getState().unkept) return
    useUnkept.setState({ unkept: false })
    // Setting nothing writes what is there; whatever fails sets the flag again.
    const { forms, set } = useDrafts.getState()
    for (const form of Object.keys(forms)) set(form, {})
    useSession.setState({})
    useSettings.setState({})
  })
  return () => {
    offError()
    offShow()
  }
}
