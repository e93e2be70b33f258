import type { IdDocumentType } from '@/domain/id-document'

/**
 * Whether the identity partner knows a document under that name. Simulated: it knows every one, except documents whose number ends in
 * 404 (of a card with eighteen digits, the three before its check character).
 */
export const knowsDocument = (_name: string, type: IdDocumentType, number: string): boolean => !(number.length === 18 && type !== 'PASSPORT' ? number.slice(0, 17) : number).endsWith('404')
