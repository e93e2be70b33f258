// npm test: type check, lint, jest, and the flows of the built mini-program. Needs no system package.
import fs from 'node:fs'
import { bin, build, close, ensureInstalled, filesIn, inRoot, node, nodeTests, requireNode } from './lib.mjs'

requireNode()
ensureInstalled()

const results = []
const passed = { passed: 1, failed: 0 }
const failed = { passed: 0, failed: 1 }
const gate = async (name, args) => results.push({ name, ...((await node(args)) === 0 ? passed : failed) })

// Three that fill a core each, the mini-program's build among them: none of them waits for another.
const [problem] = await Promise.all([
  build('weapp'),
  gate('type check', [bin('typescript/bin/tsc'), '--noEmit', '-p', '.']),
  gate('lint', [bin('eslint/bin/eslint.js'), '-c', 'config/eslint.config.mjs', '--max-warnings', '0', 'src', 'mock', 'tests', 'config']),
])

const report = inRoot('.cache/jest.json')
fs.mkdirSync(inRoot('.cache'), { recursive: true })
fs.rmSync(report, { force: true })
const code = await node([bin('jest/bin/jest.js'), '-c', 'config/jest.config.js', '--ci', '--maxWorkers=2', '--reporters=default', '--json', '--outputFile', report])
results.push({ name: 'jest', ...jestCounts() })

if (problem) console.error(problem)
const weapp = problem ? failed : await nodeTests(filesIn('tests/weapp', '.test.ts'), { WEAPP_ENGINE: 'jsdom' })
results.push({ name: 'built mini-program (jsdom)', ...weapp })
if (process.platform !== 'linux' || process.arch !== 'x64') console.log('\nwcc and wcsc are Linux x64 programs: not run on this platform.')

close(results)

/** A suite that does not load, a skipped and a todo test are failures here; so is an exit code that no count explains. */
function jestCounts() {
  if (!fs.existsSync(report)) return failed
  const jest = JSON.parse(fs.readFileSync(report, 'utf8'))
  const counted = jest.numFailedTests + jest.numPendingTests + jest.numTodoTests + jest.numRuntimeErrorTestSuites
  return { passed: jest.numPassedTests, failed: counted || (code === 0 && jest.numPassedTests > 0 ? 0 : 1) }
}
