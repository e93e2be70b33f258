import { texts as card } from '@/pages/card/texts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** A phone's clock against the server's, and what its member reads on the card (domain: 90 s green, 5 minutes amber, beyond: 请校准手机时间). */
export const clocks: readonly { name: string; aheadMs: number; code: boolean; words: string | null }[] = [
  { name: 'right', aheadMs: 0, code: true, words: null },
  { name: '30 s fast', aheadMs: 30 * SECOND, code: true, words: null },
  { name: '30 s slow', aheadMs: -30 * SECOND, code: true, words: null },
  { name: '3 minutes fast', aheadMs: 3 * MINUTE, code: true, words: card.drifts },
  { name: '3 minutes slow', aheadMs: -3 * MINUTE, code: true, words: card.drifts },
  { name: '10 minutes fast', aheadMs: 10 * MINUTE, code: false, words: card.clockOff },
  { name: '10 minutes slow', aheadMs: -10 * MINUTE, code: false, words: card.clockOff },
]
