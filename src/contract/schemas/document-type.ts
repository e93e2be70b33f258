import * as v from 'valibot'

/** Papers that are files of a claim. A room of its own, because a claim and what is asked of it afterwards both name them. */
export const DocumentType = v.picklist([
  'ID_CARD', 'DISCHARGE_SUMMARY', 'MEDICAL_INVOICE', 'INSURANCE_SETTLEMENT', 'EXPENSE_LIST', 'OFFSITE_SETTLEMENT',
  'ACCIDENT_STATEMENT', 'TREATMENT_RECORD', 'TRAFFIC_REPORT', 'DISABILITY_ASSESSMENT',
  'DIAGNOSIS_PROOF', 'PATHOLOGY_REPORT', 'MEDICAL_RECORD_COVER',
  'DEATH_CERTIFICATE', 'HUKOU_CANCELLATION', 'BENEFICIARY_ID', 'KINSHIP_PROOF', 'AGENT_ID', 'OTHER',
])
export type DocumentType = v.InferOutput<typeof DocumentType>
