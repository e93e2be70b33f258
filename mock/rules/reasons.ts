import data from './data/reason-codes.json'
import { fill, type TemplateValues } from './template'

export type ReasonKind = 'reject' | 'adjust' | 'supplement' | 'manual' | 'recover' | 'enrol'

export interface ReasonWords {
  code: string
  titleZh: string
  /** Plain words for the member, placeholders filled. */
  memberZh: string
  /** What helps. */
  nextZh: string
  clauses: string[]
}

const find = (code: string) => {
  const found = data.codes.find((entry) => entry.code === code)
  if (!found) throw new Error(`reason-codes.json has no ${code}`)
  return found
}

/** Words of a reason. @throws UnfilledPlaceholder when `values` lack one that its text needs */
export const reasonWords = (code: string, values: TemplateValues = {}): ReasonWords => {
  const { titleZh, memberZh, nextZh, clauses } = find(code)
  return { code, titleZh, memberZh: fill(memberZh, values), nextZh: fill(nextZh, values), clauses }
}

export const reasonTitle = (code: string): string => find(code).titleZh
export const hasKind = (code: string, kind: ReasonKind): boolean => find(code).kinds.includes(kind)
export const isReasonCode = (code: string): boolean => data.codes.some((entry) => entry.code === code)
export const reasonsOf = (kind: ReasonKind): string[] => data.codes.filter((entry) => entry.kinds.includes(kind)).map((entry) => entry.code)
