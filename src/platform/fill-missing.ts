/**
 * Library functions that a dependency calls and our oldest browsers do not have; call once, before anything navigates. query-string, which
 * Taro's H5 router writes and reads addresses with, takes String.replaceAll (Chrome 85, iOS 13.4); only its two forms are covered:
 * a text by a text, and a global pattern.
 */
export function fillMissing(): void {
  if ('replaceAll' in String.prototype) return
  Object.defineProperty(String.prototype, 'replaceAll', {
    configurable: true,
    writable: true,
    value(this: string, what: string | RegExp, by: string): string {
      return typeof what === 'string' ? this.split(what).join(by) : this.replace(what, by)
    },
  })
}
