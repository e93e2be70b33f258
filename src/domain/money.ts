/** An amount of money in 分, always an integer. Yuan exist only as text: typed by a person or drawn on a screen. */
export type Fen = number

/** The four figures of a bill, as they stand on the settlement slip (fen). */
export interface BillFigures {
  totalFen: Fen
  pooledFen: Fen
  inScopeSelfPayFen: Fen
  outOfScopeFen: Fen
}

/** `800000` -> `8,000.00`. @throws RangeError when the amount is not an integer: then somebody computed in yuan. */
export function formatFen(fen: Fen): string {
  assertInteger(fen)
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`
}

/**
 * Whole percent of an amount, half up, integers only: `floor((base * percent + 50) / 100)` (rule source A, `common.rounding`).
 * @throws RangeError on fractions, negative numbers, or a product beyond the exact integers.
 */
export function percentOf(baseFen: Fen, percent: number): Fen {
  const scaled = baseFen * percent + 50
  if (!isCount(baseFen) || !isCount(percent) || !isCount(scaled)) {
    throw new RangeError(`percentOf needs exact whole numbers, got ${baseFen} and ${percent}`)
  }
  return Math.floor(scaled / 100)
}

/** Total minus its parts, in fen: positive when the parts are too small, negative when they are too large, 0 when they fit. */
export const differenceFen = (bill: BillFigures): Fen =>
  bill.totalFen - bill.pooledFen - bill.inScopeSelfPayFen - bill.outOfScopeFen

/** total = pooled + in-scope self-pay + out of scope (rule source A); if not, a person looks. */
export const sumsUp = (bill: BillFigures): boolean => differenceFen(bill) === 0

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

function assertInteger(fen: number): void {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`fen must be an integer, got ${fen}`)
}
