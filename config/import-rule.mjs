// The import rule of the house: every import is resolved to the room it leads to, however it is written.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** What a room may reach besides itself. Imports go downward only. */
const page = ['contract', 'domain', 'platform', 'state', 'api', 'ui', 'routes']
const below = {
  contract: [],
  domain: ['contract'],
  platform: ['contract', 'domain'],
  state: ['contract', 'domain', 'platform'],
  api: ['contract', 'domain', 'platform', 'state'],
  ui: ['domain', 'platform'],
  pages: page,
  packages: page,
  routes: ['contract', 'platform'],
  // The files beside the rooms start everything; a demo build brings its backend along.
  app: [...page, 'mock/embedded'],
  mock: ['contract', 'domain', 'mock/embedded'],
  'mock/embedded': ['contract', 'domain', 'mock'],
}
/** Libraries that have one home, or rooms that take none but a few. */
const deviceApi = '@tarojs/taro'
const libraries = { contract: /^valibot$/, domain: /^(?!react|@tarojs|@tanstack|zustand|axios)/ }

/** `pages`, `packages/claim`, `mock`, …; undefined outside of src, mock and tests. */
function roomOf(file) {
  const [top, room, name] = path.relative(root, file).split(path.sep)
  if (top === 'mock') return room === 'embedded' ? 'mock/embedded' : 'mock'
  if (top === 'tests') return 'tests'
  if (top !== 'src') return undefined
  if (room === 'packages') return `packages/${name}`
  if (room === 'assets') return undefined
  return room in below && room !== 'app' ? room : /^routes(\.ts)?$/.test(room) ? 'routes' : 'app'
}

const aliases = { '@': 'src', '@mock': 'mock', '@tests': 'tests' }
/** undefined: a library. */
function fileOf(source, from) {
  if (source.startsWith('.')) return path.resolve(path.dirname(from), source)
  const [alias, ...rest] = source.split('/')
  return alias in aliases ? path.join(root, aliases[alias], ...rest) : undefined
}

const kindOf = (room) => room.replace(/^packages\/.*/, 'packages')

function problemOf(source, from) {
  const room = roomOf(from)
  if (room === undefined || room === 'tests') return null
  const target = fileOf(source, from)
  if (target === undefined) {
    if (source.startsWith(deviceApi) && room !== 'platform') return 'Device APIs live in src/platform.'
    return libraries[room]?.test(source) === false ? `src/${room} does without ${source}.` : null
  }
  const other = roomOf(target)
  if (other === undefined || other === room) return null
  const allowed = below[kindOf(room)]
  if (!allowed.includes(other)) return `${room} may import only: ${allowed.join(', ') || 'nothing'}; not ${other}.`
  return source.startsWith('.') && kindOf(room) !== 'app' && !room.startsWith('mock') ? `Leave ${room} by the alias @/….` : null
}

export const importRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const look = (node) => {
      const source = (node.source ?? node.argument?.literal ?? node.argument)?.value
      const problem = typeof source === 'string' ? problemOf(source, context.filename) : null
      if (problem) context.report({ node, message: problem })
    }
    return { ImportDeclaration: look, ExportNamedDeclaration: look, ExportAllDeclaration: look, ImportExpression: look, TSImportType: look }
  },
}
