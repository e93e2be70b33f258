import { cleanLines } from './cleaners'

/** What is said of a text that is longer than the server takes; nothing where it fits. Measured as it is sent: without what stands around it. */
export function tooLongZh(text: string, most: number): string | undefined {
  const over = cleanLines(text).length - most
  return over > 0 ? `最多${most}个字，现在多了${over}个字，请删减` : undefined
}
