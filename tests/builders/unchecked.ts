import { objects } from './examples'

/** Fits whatever object comes: nothing of it is needed. */
const ANYTHING = 'z?:s'

/**
 * A built script with the check of answers switched off: the fields that the contract asks for are taken out of its table. The product has no such switch.
 * @returns the script, and how many shapes were taken out of it
 */
export function unchecked(script: string): { script: string; shapes: number } {
  let shapes = 0
  let text = script
  for (const fields of new Set(objects)) {
    for (const quote of ['"', "'"]) {
      const parts = text.split(quote + fields + quote)
      shapes += parts.length - 1
      text = parts.join(quote + ANYTHING + quote)
    }
  }
  return { script: text, shapes }
}
