import type { IncomingMessage } from 'node:http'
import { isIP, isIPv6 } from 'node:net'

/**
 * Where a request comes from, for limits.
 * @param proxies how many proxies of one's own stand in front; each adds the address that it has seen to the end of X-Forwarded-For, and what
 * stands before those anybody may have written
 */
export function remoteOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: number): string {
  const own = socket.remoteAddress ?? ''
  if (proxies === 0) return networkOf(own)
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',').map((address) => address.trim())
  const seen = forwarded[forwarded.length - proxies] ?? ''
  return networkOf(isIP(seen) ? seen : own)
}

/** One household has 2^64 addresses of IPv6: its first half counts. IPv4 in the form of IPv6 is IPv4. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'))
  const known = groups(head)
  const filled = tail === undefined ? known : [...known, ...Array.from({ length: 8 - known.length - groups(tail).length }, () => '0'), ...groups(tail)]
  return `${filled.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
