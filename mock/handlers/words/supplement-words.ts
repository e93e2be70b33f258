import type { TemplateValues } from '../../rules/template'
import type { PaperWords } from './paper-words'

/**
 * Everything that the texts of supplement reasons may name. What the reviewer has not written down is said in general words, never
 * left open.
 * @param received how many files of this paper were handed in before
 */
export const supplementValues = ({ titleZh, whyZh }: PaperWords, received: number): TemplateValues => ({
  docName: titleZh,
  purpose: whyZh.replace(/。$/, ''),
  actual: '其他材料',
  stampOwner: '出具单位',
  total: '多',
  received: String(received),
  wording: '疑似',
})
