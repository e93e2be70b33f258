/** Version of this app as the server's `minVersion` compares it; a test holds it equal to package.json. */
export const APP_VERSION = '0.1.0'

/** True where `version` is older than `lowest`; both `major.minor.patch`. */
export function isOlder(version: string, lowest: string): boolean {
  const [own, least] = [version.split('.').map(Number), lowest.split('.').map(Number)]
  const at = own.findIndex((part, index) => part !== least[index])
  return at >= 0 && (own[at] ?? 0) < (least[at] ?? 0)
}
