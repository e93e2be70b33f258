/** Values for {placeholders}. `unknownDate` marks a date that nobody can know yet. */
export const unknownDate = Symbol('unknown date')
export type TemplateValue = string | typeof unknownDate
export type TemplateValues = Readonly<Record<string, TemplateValue | undefined>>

/** Shown instead of a promise that cannot be made (claim-states.json `clocks.noDateKnown`). */
export const noDateKnownZh = '以实际到账为准'

/** A text that would reach the screen with an open {placeholder}: a defect, never an answer to a member. */
export class UnfilledPlaceholder extends Error {
  constructor(readonly placeholder: string, template: string) {
    super(`no value for {${placeholder}} in "${template}"`)
    this.name = 'UnfilledPlaceholder'
  }
}

const placeholder = /\{(\w+)\}/g
const clause = /([^,。;:]*)([,。;:]?)/g

/**
 * Fills a template. A clause with an unknown date becomes 以实际到账为准 (once), because "预计以实际到账为准前" is no sentence.
 * @throws UnfilledPlaceholder where a value is missing
 */
export const fill = (template: string, values: TemplateValues): string => {
  const value = (name: string): TemplateValue => {
    const found = values[name]
    if (found === undefined) throw new UnfilledPlaceholder(name, template)
    return found
  }
  const isOpen = (text: string): boolean => [...text.matchAll(placeholder)].some((match) => value(match[1]) === unknownDate)
  const put = (text: string): string =>
    text.replace(placeholder, (_, name: string) => {
      const found = value(name)
      return typeof found === 'string' ? found : noDateKnownZh
    })
  if (!isOpen(template)) return put(template)

  const clauses = [...template.matchAll(clause)].filter((match) => match[0] !== '')
  const filled = clauses.map(([, text, end]) => ({ text: isOpen(text) ? noDateKnownZh : put(text), end }))
  // Said twice in a row it would be stutter: the later one stays, with its full stop.
  return filled
    .filter((part, index) => part.text !== noDateKnownZh || filled[index + 1]?.text !== noDateKnownZh)
    .map((part) => part.text + part.end)
    .join('')
}
