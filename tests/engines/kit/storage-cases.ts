import type { Keeping } from './engine'

/** Cookies and site data off, as Chromium does it: looking for a storage throws. */
const refused = `(() => {
  const no = () => { throw new DOMException('Access is denied for this document.', 'SecurityError') }
  for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: no, configurable: true })
  IDBFactory.prototype.open = no
})()`

/** No room: what is written is refused, the database ends the transaction. */
const full = `(() => {
  const quota = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  Storage.prototype.setItem = () => { throw quota() }
  const { put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = function () {
    const request = put.apply(this, arguments)
    const { transaction } = this
    Object.defineProperty(transaction, 'error', { get: () => quota() })
    transaction.abort()
    return request
  }
})()`

/** What makes an engine keep things that way where it has no switch of its own: runs before the page's scripts. */
export const withStorage = (keeping: Keeping): string | undefined => (keeping === 'refused' ? refused : keeping === 'full' ? full : undefined)
