import { useRef } from 'react'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Idempotency key: unique, not secret. */
export const newKey = (): string => Date.now().toString(36) + Array.from({ length: 16 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('')

/**
 * The key of what the member means to do on this screen. It stays the same through double taps and retries, so the server does it
 * once; call `renew` when a new intention begins (after success, or when the content has changed after a refusal).
 */
export function useIntention(): { key(): string; renew(): void } {
  const current = useRef(newKey())
  return useRef({
    key: () => current.current,
    renew: () => {
      current.current = newKey()
    },
  }).current
}
