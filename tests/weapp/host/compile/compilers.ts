// WeChat's own WXML and WXSS compilers. They are Linux x64 programs and not executable in the npm
// package, so executable copies go to a temp folder and node_modules stays as it was installed.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

export const NOT_RUN = 'not run on this platform'

export function compilersRunHere(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

let folder: string | undefined

function executable(name: 'wcc' | 'wcsc'): string {
  if (folder === undefined) {
    const created = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-compilers-'))
    process.on('exit', () => fs.rmSync(created, { recursive: true, force: true }))
    folder = created
  }
  const target = path.join(folder, name)
  if (!fs.existsSync(target)) {
    const packageFile = createRequire(path.join(process.cwd(), 'package.json')).resolve('miniprogram-compiler/package.json')
    fs.copyFileSync(path.join(path.dirname(packageFile), 'bin/linux', name), target)
    fs.chmodSync(target, 0o755)
  }
  return target
}

export interface CompilerRun {
  /** null when it compiled. */
  problem: string | null
  stdout: string
}

export function runCompiler(name: 'wcc' | 'wcsc', args: string[], cwd: string): CompilerRun {
  const result = spawnSync(executable(name), args, { cwd, maxBuffer: 1 << 30, encoding: 'utf8' })
  if (result.error) return { problem: result.error.message, stdout: '' }
  return { problem: result.status === 0 ? null : result.stderr.trim() || `exit code ${result.status}`, stdout: result.stdout }
}
