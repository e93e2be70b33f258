const HOURS_EAST = 8

/** Splits an amount in fen into what is drawn large and small: 3700000 -> { sign: '', whole: '37,000', cents: '00' }. */
export function moneyParts(fen: number): { sign: string; whole: string; cents: string } {
  const amount = Math.abs(Math.trunc(fen))
  const whole = String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return { sign: fen < 0 ? '-' : '', whole, cents: String(amount % 100).padStart(2, '0') }
}

/** Amount in fen as text without a unit: 3700000 -> '37,000.00'. */
export function moneyText(fen: number): string {
  const { sign, whole, cents } = moneyParts(fen)
  return `${sign}${whole}.${cents}`
}

/** Instant in milliseconds as a member reads it, in China's time: '11月23日 10:00'. */
export function stampText(ms: number): string {
  const date = new Date(ms + HOURS_EAST * 3_600_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
}
