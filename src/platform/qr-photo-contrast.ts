/**
 * Makes a picture black and white in place: each point, smoothed over 3 × 3 px, against the mean of its surroundings. A code
 * stands out in the dark, under a lamp's reflection, and with both on one picture, where one threshold for all would not do.
 */
export function smoothAndCompare({ data, width, height }: ImageData): void {
  const mean = meansOf(data, width, height)
  // Wide enough to hold light and dark modules of any code that fills the picture.
  const reach = Math.round(Math.max(width, height) / 24)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      const value = mean(x, y, 1) < mean(x, y, reach) - 1 ? 0 : 255
      data[at] = value
      data[at + 1] = value
      data[at + 2] = value
    }
  }
}

/** Mean brightness (0-255) of the square around a point, by a table of sums: the same time for each size. */
function meansOf(data: Uint8ClampedArray, width: number, height: number): (x: number, y: number, reach: number) => number {
  const row = width + 1
  const sums = new Float64Array(row * (height + 1))
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0, sum = 0; x < width; x += 1, at += 4) {
      sum += ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 151 + (data[at + 2] ?? 0) * 28) / 256
      sums[(y + 1) * row + x + 1] = (sums[y * row + x + 1] ?? 0) + sum
    }
  }
  return (x, y, reach) => {
    const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)]
    const [top, bottom] = [Math.max(0, y - reach) * row, Math.min(height, y + reach + 1) * row]
    const sum = (sums[bottom + right] ?? 0) - (sums[top + right] ?? 0) - (sums[bottom + left] ?? 0) + (sums[top + left] ?? 0)
    return (sum * row) / ((right - left) * (bottom - top))
  }
}
