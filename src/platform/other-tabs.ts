import { PREFIX } from './storage'

/** Calls `fn` when another tab of this browser has written this stored key. Returns how to stop. Twin: other-tabs.weapp.ts. */
export function onOtherTab(key: string, fn: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined
  const heard = (event: StorageEvent): void => {
    if (event.key === PREFIX + key) fn()
  }
  window.addEventListener('storage', heard)
  return () => window.removeEventListener('storage', heard)
}
