export { extract } from './extract'
export type { FieldName, PageText, PaperFields, Read, TextLine } from './types'
export { cardNumberOn } from './bank-card'
