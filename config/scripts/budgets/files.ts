// Figures that the files of the builds tell by themselves.
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'acorn'
import { compile, listFiles } from '@tests/weapp/host/compile/compile'
import { NOT_RUN } from '@tests/weapp/host/compile/compilers'
import { problemRow, sizeRow, type Row } from './row'

const ES_VERSION = 2018

export const gzipBytes = (file: string): number => gzipSync(fs.readFileSync(file), { level: 9 }).length
const filesIn = (dist: string, ending: string): string[] => listFiles(dist).filter((file) => file.endsWith(ending))

export function styleRow(h5: string): Row {
  const bytes = filesIn(h5, '.css').reduce((sum, file) => sum + gzipBytes(path.join(h5, file)), 0)
  return sizeRow('H5: CSS, gzip', bytes, 12)
}

/** What the service worker itself weighs, with its list, and what it puts on the phone: every file of the build, as it comes over the line. */
export function workerRows(h5: string): Row[] {
  const worker = path.join(h5, 'sw.js')
  const listed = [...fs.readFileSync(worker, 'utf8').matchAll(/"url":"\/([^"]+)"/g)].map(([, file = '']) => path.join(h5, file))
  const bytes = listed.reduce((sum, file) => sum + gzipBytes(file), 0)
  return [sizeRow('H5: service worker script, gzip', gzipBytes(worker), 20), sizeRow(`H5: kept for use without a network, ${listed.length} files, gzip`, bytes, 700)]
}

interface AppJson {
  subPackages?: { root: string }[]
  subpackages?: { root: string }[]
}

/** The main package, and the largest subpackage. */
export function packageRows(weapp: string): Row[] {
  const app: AppJson = JSON.parse(fs.readFileSync(path.join(weapp, 'app.json'), 'utf8'))
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/^\/|\/$/g, ''))
  const sizes = new Map([['', 0], ...roots.map((root): [string, number] => [root, 0])])
  for (const file of listFiles(weapp)) {
    const owner = roots.find((root) => file.startsWith(`${root}/`)) ?? ''
    sizes.set(owner, (sizes.get(owner) ?? 0) + fs.statSync(path.join(weapp, file)).size)
  }
  const [largest = '', bytes = 0] = [...sizes].filter(([root]) => root).sort((a, b) => b[1] - a[1])[0] ?? []
  return [sizeRow('mini-program: main package', sizes.get('') ?? 0, 650), sizeRow(`mini-program: largest subpackage${largest ? ` (${largest})` : ''}`, bytes, 200)]
}

function syntaxProblem(file: string): string | null {
  try {
    parse(fs.readFileSync(file, 'utf8'), { ecmaVersion: ES_VERSION, sourceType: 'script' })
    return null
  } catch (error) {
    return `${path.relative(process.cwd(), file)}: ${error instanceof Error ? error.message : error}`
  }
}

/** A build exits 0 with syntax that older phones refuse. */
export function syntaxRow(builds: string[]): Row {
  const files = builds.flatMap((dist) => filesIn(dist, '.js').map((file) => path.join(dist, file)))
  return problemRow(`every emitted .js parses as ES${ES_VERSION}`, files.length, files.flatMap((file) => syntaxProblem(file) ?? []))
}

export function compilerRow(weapp: string): Row {
  const name = 'wcc and wcsc compile every .wxml and .wxss'
  const { gate, problems } = compile(weapp)
  if (gate !== 'run') return { name, figure: NOT_RUN, limit: 'all', ok: true }
  const found = problems.filter(({ tool, level }) => level === 'error' && /^wc/.test(tool)).map(({ tool, message }) => `${tool}: ${message}`)
  return problemRow(name, filesIn(weapp, '.wxml').length + filesIn(weapp, '.wxss').length, found)
}
