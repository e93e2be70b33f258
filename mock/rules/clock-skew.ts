import { giftCodes } from './gift-codes'

export type Skew = 'green' | 'amber' | 'refused'

const { clockSkewGreenSeconds, clockSkewRefuseSeconds } = giftCodes.limits

/** One rule for all clocks (code, rep's device, server): the largest difference counts (A); ms, both limits included. */
export function judgeSkew(...differencesMs: number[]): Skew {
  const largest = Math.max(...differencesMs.map(Math.abs))
  if (largest <= clockSkewGreenSeconds * 1000) return 'green'
  return largest <= clockSkewRefuseSeconds * 1000 ? 'amber' : 'refused'
}
