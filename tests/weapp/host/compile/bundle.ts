// The page runtime as one script; bundled once in a process.
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const runtime = path.join(__dirname, '../runtime')
let script: Promise<string> | undefined

async function bundle(): Promise<string> {
  const result = await build({
    entryPoints: [path.join(runtime, 'main.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2020',
    write: false,
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'error',
  })
  return result.outputFiles[0].text
}

export function runtimeScript(): Promise<string> {
  script ??= bundle()
  return script
}

/** What WeChat draws by itself: default component styles, bars, dialogs. */
export const userAgentStyle = (): string => fs.readFileSync(path.join(runtime, 'user-agent.css'), 'utf8')
