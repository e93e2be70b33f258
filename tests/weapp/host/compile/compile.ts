// Turns a built mini-program into what the page runtime loads. Problems are returned, never thrown.
import fs from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { compilersRunHere, runCompiler } from './compilers'

export interface Problem {
  tool: 'wcc' | 'wcsc' | 'glass-easel' | 'json'
  level: 'error' | 'warning'
  message: string
}

/** Scripts of the page, each a whole program; `gate` tells whether wcc and wcsc could run. */
export interface Compiled {
  gate: 'run' | 'not run on this platform'
  problems: Problem[]
  scripts: { wxss: string; templates: string; code: string }
}

/** All files below dir as posix paths relative to it, sorted; without hidden ones (the stamp of the build), which nobody uploads. */
export function listFiles(dir: string): string[] {
  return fs
    .readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => !path.basename(name).startsWith('.') && fs.statSync(path.join(dir, name)).isFile())
    .map((name) => name.split(path.sep).join('/'))
    .sort()
}

/** wcc only judges: its output is not what runs here. */
function checkWithWcc(dist: string, files: string[]): Problem[] {
  const sources = files.filter((file) => /\.(wxml|wxs)$/.test(file))
  if (sources.length === 0 || !compilersRunHere()) return []
  const { problem } = runCompiler('wcc', ['-d', '-cc', '0', ...sources, '-gn', '$gwx'], dist)
  return problem === null ? [] : [{ tool: 'wcc', level: 'error', message: problem }]
}

/** wcsc prints FILE=JS=FILE=JS with the JS escaped like the inside of a string literal. */
function unescapeWcsc(text: string): string {
  const byCode = (_: string, hex: string) => String.fromCharCode(parseInt(hex, 16))
  return text
    .replace(/\\x([0-9a-f]{2})/gi, byCode)
    .replace(/\\n/g, '\n')
    .replace(/\\r/g, '\r')
    .replace(/\\t/g, '\t')
    .replace(/\\u([0-9a-f]{4})/gi, byCode)
    .replace(/\\\\/g, '\\')
}

/** wcsc makes one function per file which sets CSS with rpx resolved for the width of the window. */
function compileWxss(dist: string, files: string[]): { script: string; problems: Problem[] } {
  const all = files.filter((file) => file.endsWith('.wxss'))
  const sources = [...all.filter((file) => file === 'app.wxss'), ...all.filter((file) => file !== 'app.wxss')]
  if (sources.length === 0 || !compilersRunHere()) return { script: 'window.__WXSS__={}', problems: [] }
  const { problem, stdout } = runCompiler('wcsc', ['-lc', '-pc', String(sources.length), ...sources], dist)
  const parts = stdout.split('=')
  const output = new Map<string, string>()
  for (let i = 0; i + 1 < parts.length; i += 2) output.set(parts[i], parts[i + 1])
  const functions = sources
    .filter((file) => output.has(file))
    .map((file) => `${JSON.stringify(file)}:function(){(${unescapeWcsc(output.get(file) ?? '')})()}`)
  // A desktop reports a landscape screen; wcsc would then take the screen's height as the width.
  const script = `window.__checkDeviceWidth__=function(){};${unescapeWcsc(output.get('comm') ?? '')};
window.__WXSS__={${functions.join(',\n')}}`
  return { script, problems: problem === null ? [] : [{ tool: 'wcsc', level: 'error', message: problem }] }
}

interface TemplateWarning {
  isError: boolean
  startLine: number
  startColumn: number
  message: string
}

function compileTemplates(dist: string, files: string[]): { script: string; problems: Problem[] } {
  const group = new TmplGroup()
  const problems: Problem[] = []
  const source = (file: string) => fs.readFileSync(path.join(dist, file), 'utf8')
  for (const file of files.filter((name) => name.endsWith('.wxml'))) {
    const warnings: TemplateWarning[] = group.addTmpl(file.slice(0, -5), source(file))
    for (const warning of warnings) {
      const at = `${file}:${warning.startLine + 1}:${warning.startColumn + 1}`
      problems.push({ tool: 'glass-easel', level: warning.isError ? 'error' : 'warning', message: `${at} ${warning.message}` })
    }
  }
  for (const file of files.filter((name) => name.endsWith('.wxs'))) group.addScript(file.slice(0, -4), source(file))
  const script = `window.__TEMPLATES__=${group.getTmplGenObjectGroups()}`
  group.free()
  return { script, problems }
}

/** Text of a script literal that is safe inside <script>. */
export const toScript = (value: unknown): string => JSON.stringify(value).replace(/<\//g, '<\\/')

function collectCode(dist: string, files: string[]): { script: string; problems: Problem[] } {
  const js: Record<string, string> = {}
  const json: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const file of files) {
    if (file.endsWith('.js')) js[file.slice(0, -3)] = fs.readFileSync(path.join(dist, file), 'utf8')
    if (!file.endsWith('.json')) continue
    try {
      json[file.slice(0, -5)] = JSON.parse(fs.readFileSync(path.join(dist, file), 'utf8'))
    } catch (error) {
      problems.push({ tool: 'json', level: 'error', message: `${file}: ${error instanceof Error ? error.message : error}` })
    }
  }
  return { script: `window.__CODE__=${toScript({ js, json })}`, problems }
}

const cache = new Map<string, { signature: string; compiled: Compiled }>()

/** Compiles a build; the same unchanged build is compiled once in a process. */
export function compile(dist: string): Compiled {
  const files = listFiles(dist)
  const signature = files.map((file) => `${file}:${fs.statSync(path.join(dist, file)).mtimeMs}`).join()
  const known = cache.get(dist)
  if (known?.signature === signature) return known.compiled
  const wxss = compileWxss(dist, files)
  const templates = compileTemplates(dist, files)
  const code = collectCode(dist, files)
  const compiled: Compiled = {
    gate: compilersRunHere() ? 'run' : 'not run on this platform',
    problems: [...code.problems, ...checkWithWcc(dist, files), ...wxss.problems, ...templates.problems],
    scripts: { wxss: wxss.script, templates: templates.script, code: code.script },
  }
  cache.set(dist, { signature, compiled })
  return compiled
}
