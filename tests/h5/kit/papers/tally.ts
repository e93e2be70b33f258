import type { PaperFields } from '@mock/partners/recognition'
import { factsOf, type Facts } from './facts'
import { papersOf, type Paper } from './layouts'

/** One paper of each kind and layout, each about another stay: nine. `from` tells two sets apart. */
export const nine = (from: number): { paper: Paper; facts: Facts }[] =>
  Array.from({ length: 9 }, (_, i) => {
    const facts = factsOf(from + i)
    const paper = papersOf(facts)[i]
    if (!paper) throw new Error('nine layouts')
    return { paper, facts }
  })

export interface Tally {
  wanted: number
  right: number
  sure: number
  wrong: string[]
  wrongButSure: string[]
}
export const noTally = (): Tally => ({ wanted: 0, right: 0, sure: 0, wrong: [], wrongButSure: [] })

/** What was read beside what stands on the paper. A sure value of a field that the paper does not have is wrong too. */
export function compare(tally: Tally, { kind, layout, wanted }: Paper, fields: PaperFields): void {
  for (const field of new Set([...Object.keys(wanted), ...Object.keys(fields)]) as Set<keyof PaperFields>) {
    const [want, got] = [wanted[field], fields[field]]
    const isRight = got?.value === want
    const told = `${kind} ${layout} ${field}: ${want ?? 'nothing'}, read ${got?.value ?? 'nothing'}`
    if (want !== undefined) {
      tally.wanted += 1
      tally.right += isRight ? 1 : 0
      tally.sure += got?.sure ? 1 : 0
      if (!isRight) tally.wrong.push(told)
    }
    if (got?.sure && !isRight) tally.wrongButSure.push(told)
  }
}
