import type { Light } from '@/contract/schemas/event'
import { giftCodes, giftFailWords } from './gift-codes'

/** Codes that a scan can fail with; those that hold. The order of judging is the file's (`evaluationOrder`), not the caller's. */
export type Failures = Readonly<Record<string, boolean>>

/** The first failing code in the order of gift-codes.json; null: none. */
export const firstFailing = (failures: Failures): string | null => giftCodes.evaluationOrder.find((code) => failures[code] === true) ?? null

/** Conditions that are judged before the member is looked at: of those a rep learns nothing about the member, not even the name. */
export const isBeforeMember = (code: string): boolean => {
  const at = giftCodes.evaluationOrder.indexOf(code)
  return at >= 0 && at <= giftCodes.evaluationOrder.indexOf('CODE_USED')
}

export interface ScanWords {
  light: Light
  repZh: string
  memberZh: string
  retryable: boolean
}

/** Words and light of any outcome of a scan. */
export function scanWords(code: string): ScanWords {
  const result = giftCodes.resultCodes.find((entry) => entry.code === code)
  if (result) return { light: lightOf(result.light), repZh: result.repZh, memberZh: result.memberZh, retryable: false }
  const { light, repZh, memberZh, retryable } = giftFailWords(code)
  return { light: lightOf(light), repZh, memberZh, retryable }
}

/** Every outcome with its words, for devices that judge without a network. */
export const allScanCodes = (): string[] => [...giftCodes.resultCodes.map(({ code }) => code), ...giftCodes.evaluationOrder]

const lightOf = (light: string): Light => (light === 'green' || light === 'amber' ? light : 'red')

/** More distinct members in an hour than this stop the rep (A): hundreds an hour are normal. */
export const anomalyLimit = (leaseSize: number): number => Math.max(giftCodes.limits.repAnomalyFloor, Math.floor(giftCodes.limits.repAnomalyFactor * leaseSize))
