// npm run budgets: the figures that must hold, from the production builds; exit code 1 over a limit.
import { ensureBuilt, ensureInstalled, inRoot, node, requireNode } from './lib.mjs'

requireNode()
ensureInstalled()
await ensureBuilt('h5')
await ensureBuilt('weapp')
process.exitCode = await node(['--import', 'tsx', inRoot('config/scripts/budgets/main.ts')])
