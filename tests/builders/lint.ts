import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const root = path.resolve(__dirname, '../..')
/** ESLint is an ES module: it runs in a Node of its own. Rules that need types have none here. */
const LINT = `
import { ESLint } from 'eslint'
const untyped = { languageOptions: { parserOptions: { projectService: false } }, rules: { '@typescript-eslint/no-unused-vars': 'off', '@typescript-eslint/no-floating-promises': 'off' } }
const eslint = new ESLint({ overrideConfigFile: 'config/eslint.config.mjs', overrideConfig: untyped })
const results = []
for (const [filePath, code] of JSON.parse(process.argv[1])) results.push((await eslint.lintText(code, { filePath }))[0].messages.map(({ message }) => message))
console.log(JSON.stringify(results))`

export type Case = readonly [file: string, code: string]

/** What the project's rules say of files that need not exist. */
export async function lint(cases: readonly Case[]): Promise<string[][]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', LINT, JSON.stringify(cases)], { cwd: root })
  return JSON.parse(stdout)
}
