// npm test: type check, lint, jest, and the flows of the built mini-program. Needs no system package.
import fs from 'node:fs'
import { bin, close, ensureBuilt, ensureInstalled, filesIn, inRoot, node, nodeTests, requireNode } from './lib.mjs'

requireNode()
ensureInstalled()

const results = []
const gate = async (name, args) => results.push({ name, ...((await node(args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) })

await gate('type check', [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'])
await gate('lint', [bin('eslint/bin/eslint.js'), '-c', 'config/eslint.config.mjs', '--max-warnings', '0', 'src', 'mock', 'tests', 'config'])

const report = inRoot('.cache/jest.json')
fs.mkdirSync(inRoot('.cache'), { recursive: true })
fs.rmSync(report, { force: true })
await node([bin('jest/bin/jest.js'), '-c', 'config/jest.config.js', '--ci', '--maxWorkers=2', '--reporters=default', '--json', '--outputFile', report])
const jest = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : null
// A suite that does not load, a skipped and a todo test are failures here.
results.push({ name: 'jest', passed: jest?.numPassedTests ?? 0, failed: jest ? jest.numFailedTests + jest.numPendingTests + jest.numTodoTests + jest.numRuntimeErrorTestSuites : 1 })

ensureBuilt('weapp')
results.push({ name: 'built mini-program (jsdom)', ...(await nodeTests(filesIn('tests/weapp', '.test.ts'), { WEAPP_ENGINE: 'jsdom' })) })

close(results)
