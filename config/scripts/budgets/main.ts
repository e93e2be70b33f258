import path from 'node:path'
import { compilerRow, packageRows, styleRow, syntaxRow, workerRows } from './files'
import { firstLoadRow } from './first-load'
import { miniProgramRows, webRow } from './home'
import { printTable, type Row } from './row'
import { startMockServer } from './server'

const h5 = path.resolve('dist/h5')
const weapp = path.resolve('dist/weapp')

/** A figure that cannot be taken is a limit that does not hold. */
async function tried(name: string, measure: () => Promise<Row[]>): Promise<Row[]> {
  try {
    return await measure()
  } catch (error) {
    return [{ name, figure: 'not measured', limit: '', ok: false, details: [error instanceof Error ? error.message : String(error)] }]
  }
}

async function main(): Promise<void> {
  const measured = await tried('home page, measured', async () => {
    const server = await startMockServer(h5)
    try {
      const web = await tried('H5: JS before the home page shows, gzip', async () => [await webRow(h5, server.url)])
      return [...web, ...(await tried('mini-program home', () => miniProgramRows(weapp, server.url)))]
    } finally {
      await server.stop()
    }
  })
  const rows = [...measured, await firstLoadRow(), ...workerRows(h5), styleRow(h5), ...packageRows(weapp), syntaxRow([h5, weapp]), compilerRow(weapp)]
  console.log('')
  printTable(rows)
  const over = rows.filter(({ ok }) => !ok).length
  console.log(over === 0 ? '\nall budgets hold' : `\n${over} of ${rows.length} do not hold`)
  process.exitCode = over === 0 ? 0 : 1
}

void main()
