/** A reader of CSV as a spreadsheet is one. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[(at += 1)]
      else quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === ',' || text.startsWith('\r\n', at)) {
      rows[rows.length - 1]?.push(cell)
      cell = ''
      if (sign !== ',') {
        at += 1
        rows.push([])
      }
    } else cell += sign
  }
  return rows.slice(0, -1)
}
