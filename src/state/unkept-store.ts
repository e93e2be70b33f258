import { create } from 'zustand'
import { isFull } from '@/platform/device-error'
import { onAppShow } from '@/platform/network'
import { onStorageError } from '@/platform/storage'
import { useDrafts } from './draft-store'
import { useSession } from './session-store'
import { useSettings } from './settings-store'

/** Why the phone does not keep what is typed, who is signed in, or a setting: it is full, or the browser keeps nothing (cookies off). Null: it does. */
export const useUnkept = create<{ unkept: 'FULL' | 'REFUSED' | null }>()(() => ({ unkept: null }))

/** Copies of the server's answers: nothing is lost with them, they make room by themselves. */
const isCopy = (key: string): boolean => key.startsWith('cache.')

/** Listens as long as the app lives, and tries again whenever it comes back, perhaps from tidying up. Returns how to stop. */
export function watchStorage(): () => void {
  const offError = onStorageError((error, key) => {
    if (!isCopy(key)) useUnkept.setState({ unkept: isFull(error) ? 'FULL' : 'REFUSED' })
  })
  const offShow = onAppShow(() => {
    if (!useUnkept.getState().unkept) return
    useUnkept.setState({ unkept: null })
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
