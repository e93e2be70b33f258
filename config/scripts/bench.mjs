// npm run bench: figures of this machine, from the production build; asserts nothing.
import { ensureBuilt, ensureInstalled, inRoot, node, requireNode } from './lib.mjs'

requireNode()
ensureInstalled()
await ensureBuilt('h5')
await ensureBuilt('weapp')
process.exitCode = await node(['--import', 'tsx', inRoot('tests/perf/bench.ts')])
if (!process.exitCode) process.exitCode = await node(['--import', 'tsx', inRoot('tests/perf/bench-rep.ts')])
