// One line of the table. KB are 1,024 bytes.
export interface Row {
  name: string
  figure: string
  limit: string
  ok: boolean
  /** What to look at when it does not hold. */
  details?: string[]
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`

export function sizeRow(name: string, bytes: number, limitKilobytes: number, details?: string[]): Row {
  return { name, figure: kilobytes(bytes), limit: `${limitKilobytes} KB`, ok: bytes <= limitKilobytes * 1024, details }
}

export function countRow(name: string, count: number, limit: number): Row {
  return { name, figure: String(count), limit: String(limit), ok: count <= limit }
}

export function problemRow(name: string, checked: number, problems: string[]): Row {
  return { name, figure: problems.length === 0 ? `all ${checked}` : `${problems.length} of ${checked} fail`, limit: 'all', ok: problems.length === 0, details: problems }
}

/** Chinese characters take two columns. */
const width = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)
const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)))

export function printTable(rows: Row[]): void {
  const columns = (key: 'name' | 'figure' | 'limit'): number => Math.max(...rows.map((row) => width(row[key])))
  const [name, figure, limit] = [columns('name'), columns('figure'), columns('limit')]
  for (const row of rows) {
    console.log(`${row.ok ? '✓' : '✗'} ${padded(row.name, name)}  ${padded(row.figure, figure)}  limit ${padded(row.limit, limit)}`.trimEnd())
    for (const detail of row.ok ? [] : (row.details ?? [])) console.log(`    ${detail}`)
  }
}
