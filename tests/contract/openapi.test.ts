import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { endpoints } from '@/contract/endpoints'
import { buildOpenApi } from '../../config/scripts/openapi/document'

const root = path.resolve(__dirname, '../..')
const file = path.join(root, 'src/contract/openapi.json')

test('the checked-in openapi.json is what the table says now (npm run openapi)', () => {
  expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(buildOpenApi(), null, 2)}\n`)
})

test('every endpoint is an operation of its own name', () => {
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, { operationId: string }>> }
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
  expect(operations.sort()).toEqual(Object.keys(endpoints).sort())
})

test("Redocly's recommended rules find nothing, not even a warning", async () => {
  const cli = path.join(root, 'node_modules/@redocly/cli/bin/cli.js')
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'lint', '--config', 'config/redocly.yaml', '--format', 'json', 'src/contract/openapi.json'], { cwd: root, env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' } })
  const { problems } = JSON.parse(stdout.slice(stdout.indexOf('{'), stdout.lastIndexOf('}') + 1)) as { problems: { ruleId: string; message: string }[] }
  expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([])
}, 30_000)
