/** What a spreadsheet would run when the file is opened; the wide signs too, which Excel takes for the narrow ones. */
const RUNS = /^[=+\-@\t\r\n＝＋－＠]/
/** Excel takes a file without it for GBK and shows rubbish. */
const BOM = '\uFEFF'

function cell(value: string): string {
  const safe = RUNS.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** A table as CSV: UTF-8 with BOM, CRLF, and no cell that a spreadsheet takes for a formula. */
export const csvOf = (rows: readonly (readonly string[])[]): string => BOM + rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
