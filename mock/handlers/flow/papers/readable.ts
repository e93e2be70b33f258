import type { DocumentType } from '@/contract/schemas/claim'
import type { Env } from '../../../core'
import type { DocumentRecord } from '../../../store/entities'

const READ: readonly DocumentType[] = ['MEDICAL_INVOICE', 'INSURANCE_SETTLEMENT', 'OFFSITE_SETTLEMENT', 'DISCHARGE_SUMMARY']

/** Whether a file that has just arrived is one to be read. */
export const readable = (env: Env, { documentType }: Pick<DocumentRecord, 'documentType'>, mime: string): boolean =>
  env.recognition !== undefined && READ.includes(documentType) && (mime.startsWith('image/') || mime === 'application/pdf')
