// Shared by the scripts that must run before anything is installed: plain Node, no dependency.
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
export const inRoot = (...parts) => path.join(root, ...parts)

/** One clear line and exit code 1. */
export function fail(line) {
  console.error(`\n✗ ${line}`)
  process.exit(1)
}

export function requireNode(major = 20) {
  if (Number(process.versions.node.split('.')[0]) < major) fail(`Node.js ${major} or newer is needed, this is ${process.versions.node}. Get it at nodejs.org.`)
}

/** Installs when node_modules is missing or holds other versions than the lock file. */
export function ensureInstalled() {
  if (isInstalled()) return
  console.log('Installing packages (once, about a minute) …')
  // Install scripts are not needed: everything builds and runs without them.
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) fail('npm ci failed: see above. Is the npm registry reachable?')
}

/** By npm's own record, so that an `npm ci` by hand counts. Optional packages are for other platforms. */
function isInstalled() {
  const packagesOf = (file) => (fs.existsSync(inRoot(file)) ? JSON.parse(fs.readFileSync(inRoot(file), 'utf8')).packages : {})
  const there = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json')).every(([at, { version, optional }]) => at === '' || optional || there[at]?.version === version)
}

/** Hash over files and folders, by relative name and content. */
export function hashOf(entries) {
  const hash = createHash('sha256')
  const visit = (relative) => {
    const file = inRoot(relative)
    if (!fs.existsSync(file)) return
    if (fs.statSync(file).isDirectory()) fs.readdirSync(file).sort().forEach((name) => visit(path.posix.join(relative, name)))
    else hash.update(relative).update('\0').update(fs.readFileSync(file)).update('\0')
  }
  entries.forEach(visit)
  return hash.digest('hex')
}

const BUILD_INPUTS = ['src', 'config/index.ts', 'config/scripts/worker.mjs', 'config/aria-plugin.ts', 'config/absent-module.js', 'config/flex-gap.js', 'config/stencil-constants.js', 'babel.config.js', 'tsconfig.json', 'package.json', 'package-lock.json']

/** Builds, or ends with what went wrong. */
export async function ensureBuilt(target, env) {
  const problem = await build(target, env)
  if (problem) fail(problem)
}

/**
 * Production build of a target unless dist holds one of the same sources and the same API_BASE. The stamp lies inside the folder that Taro
 * empties at each start, so a build that did not come through here leaves none. No one serves, counts or uploads a file with a dot in front.
 * It fills one core, not two: something else may run meanwhile.
 * @returns what went wrong, or null
 */
export async function build(target, env = {}) {
  const stamp = inRoot('dist', target, '.stamp')
  const wanted = hashOf(BUILD_INPUTS) + JSON.stringify({ API_BASE: process.env.API_BASE, ...env })
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return null
  console.log(`Building ${target} …`)
  const { code, output } = await told(process.execPath, [inRoot('node_modules/@tarojs/cli/bin/taro'), 'build', '--type', target], { ...env, NODE_ENV: 'production' })
  // The build exits 0 on some failures: its words are read too.
  if (code !== 0 || /Module not found|编译失败|Compiled with errors|ERROR in/.test(output)) return `build of ${target} failed:\n${output.slice(-6000)}`
  if (target === 'h5') {
    const worker = await told(process.execPath, [inRoot('config/scripts/worker.mjs')], env)
    if (worker.code !== 0) return `the service worker was not built:\n${worker.output.slice(-6000)}`
  }
  fs.writeFileSync(stamp, wanted)
  return null
}

/** Runs a command; resolves with its exit code and all that it has said. */
const told = (command, args, env) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })

/** Runs a command with inherited output; resolves with its exit code. One that takes longer than `limitMs` is ended, and has failed. */
export const runCommand = (command, args, env = {}, limitMs = undefined) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    const limit = limitMs === undefined ? undefined : setTimeout(() => {
      console.error(`\n✗ ended after ${limitMs / 60_000} minutes`)
      child.kill('SIGINT')
    }, limitMs)
    child.on('close', (code) => {
      clearTimeout(limit)
      resolve(code ?? 1)
    })
  })

export const node = (args, env, limitMs) => runCommand(process.execPath, args, env, limitMs)
export const bin = (name) => inRoot('node_modules', ...name.split('/'))

/** A server or browser that a failed test left open keeps Node's test runner waiting: it is ended after this. It is well above what a run takes, also on a busy machine. */
const TESTS_LIMIT_MS = 40 * 60_000

/** Files that run beside each other: browsers and servers mostly wait for one another, so each core has one, and no more than memory allows. */
const BESIDE = Math.min(4, Math.max(2, os.availableParallelism()))

/** Node's own test runner over files, `beside` of them at a time; counts from its TAP output. */
export async function nodeTests(files, env = {}, beside = BESIDE) {
  const tap = inRoot('.cache', `tap-${randomUUID()}.txt`)
  fs.mkdirSync(path.dirname(tap), { recursive: true })
  const code = await node(
    ['--import', 'tsx', '--test', `--test-concurrency=${beside}`, '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap', `--test-reporter-destination=${tap}`, ...files],
    env,
    TESTS_LIMIT_MS,
  )
  const text = fs.existsSync(tap) ? fs.readFileSync(tap, 'utf8') : ''
  fs.rmSync(tap, { force: true })
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)`, 'm').exec(text)?.[1] ?? 0)
  const failed = count('fail') + count('cancelled') + count('skipped') + count('todo')
  return { passed: count('pass'), failed: failed || (code === 0 && count('pass') > 0 ? 0 : 1) }
}

/** Files of a folder with an ending, sorted. */
export const filesIn = (folder, ending) => (fs.existsSync(inRoot(folder)) ? fs.readdirSync(inRoot(folder)).filter((name) => name.endsWith(ending)).sort().map((name) => inRoot(folder, name)) : [])

/** Adds up and closes with the line that every runner of this project ends with. */
export function close(results) {
  const passed = results.reduce((sum, r) => sum + r.passed, 0)
  const failed = results.reduce((sum, r) => sum + r.failed, 0)
  console.log('')
  for (const { name, passed: p, failed: f } of results) console.log(`${f ? '✗' : '✓'} ${name}: ${p} passed, ${f} failed`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed ? 1 : 0
}
