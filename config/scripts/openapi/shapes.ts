import { createHash } from 'node:crypto'
import type { GenericSchema } from 'valibot'
import { endpoints, type Endpoint } from '../../../src/contract/endpoints'

/** Answers that come before home stands; all others come in a chunk of their own, beside the first request that needs them. */
const AT_ONCE = ['getConfig', 'refreshSession', 'getHome']

/**
 * Shapes of all success answers, in the words of src/api/fits.ts: `s`, `n`, `b` for text, number and yes or no; a number for an object
 * of the table; `[` before what a list holds; `~` before what may be null. An object is its fields, `name:shape`, with `?` behind the name
 * of one that may be missing. Rules about values (patterns, lengths, words of a list) are left out: they are the server's.
 */
export interface Shapes {
  /** By endpoint; '' where nothing comes back, `binary` for a file. */
  answers: Record<string, string>
  objects: string[]
  /** How many of `objects` the answers of the first part need. */
  first: number
}

interface Node {
  type: string
  entries?: Record<string, GenericSchema>
  item?: GenericSchema
  wrapped?: GenericSchema
  options?: unknown[]
  literal?: unknown
}

const letterOf: Record<string, string> = { string: 's', picklist: 's', number: 'n', boolean: 'b' }

/** Shapes of what endpoints answer, each object once, however many hold it. `at` puts an object into the table. */
function shapeOf(schema: GenericSchema, at: (fields: string) => string): string {
  const node = schema as unknown as Node
  const inner = (next: GenericSchema | undefined): string => {
    if (!next) throw new Error(`${node.type} without what it holds`)
    return shapeOf(next, at)
  }
  switch (node.type) {
    case 'nullable':
      return `~${inner(node.wrapped)}`
    case 'array':
      return `[${inner(node.item)}`
    case 'strict_object':
      return at(
        Object.entries(node.entries ?? {})
          .map(([name, entry]) => (entry.type === 'optional' ? `${name}?:${inner((entry as unknown as Node).wrapped)}` : `${name}:${inner(entry)}`))
          .join(' '),
      )
    default: {
      const letter = node.type === 'literal' ? (typeof node.literal).slice(0, 1) : letterOf[node.type]
      if (!letter) throw new Error(`no shape for ${node.type}: teach config/scripts/openapi/shapes.ts and src/api/fits.ts`)
      return letter
    }
  }
}

/** What the table says now. */
export function buildShapes(): Shapes {
  const objects: string[] = []
  const at = (fields: string): string => String(objects.includes(fields) ? objects.indexOf(fields) : objects.push(fields) - 1)
  const answers: Record<string, string> = {}
  const rows = Object.entries<Endpoint>(endpoints)
  const add = ([name, { success }]: [string, Endpoint]): void => {
    answers[name] = success[1] === null ? '' : success[1] === 'binary' ? 'binary' : shapeOf(success[1], at)
  }
  rows.filter(([name]) => AT_ONCE.includes(name)).forEach(add)
  const first = objects.length
  rows.filter(([name]) => !AT_ONCE.includes(name)).forEach(add)
  return { answers, objects, first }
}

/** Eight signs that change with the shape of an answer and with nothing else: places in the table are written out. */
export function fingerprintOf({ objects }: Shapes, shape: string): string {
  const written = (text: string): string => text.replace(/(?<![\w])\d+/g, (index) => `{${fields(objects[Number(index)] ?? '')}}`)
  const fields = (text: string): string =>
    text.split(' ').map((field) => field.slice(0, field.indexOf(':') + 1) + written(field.slice(field.indexOf(':') + 1))).sort().join(' ')
  return createHash('sha256').update(written(shape)).digest('base64url').slice(0, 8)
}

const HEAD = '/** Written by `npm run openapi` from endpoints.ts; do not edit. A test compares the two. */'
const list = (name: string, type: string, lines: string[], [open, close]: string): string[] => [`export const ${name}: ${type} = ${open}`, ...lines, close ?? '', '']

/** Text of the three files: shapes at once, the others, and a fingerprint for each answer. */
export function shapeFiles(): Record<'shapes-first.ts' | 'shapes-rest.ts' | 'fingerprints.ts', string> {
  const shapes = buildShapes()
  const { answers, objects, first } = shapes
  const part = (names: string[], from: number, to: number, suffix: string): string =>
    [
      "import type { EndpointName } from './endpoints'", '', HEAD,
      ...list(`answers${suffix}`, 'Readonly<Partial<Record<EndpointName, string>>>', names.map((name) => `  ${name}: '${answers[name]}',`), '{}'),
      ...list(`objects${suffix}`, 'readonly string[]', objects.slice(from, to).map((fields) => `  '${fields}',`), '[]'),
    ].join('\n')
  const names = Object.keys(answers)
  const spoken = names.filter((name) => answers[name] !== '' && answers[name] !== 'binary')
  return {
    'shapes-first.ts': part(names.filter((name) => AT_ONCE.includes(name)), 0, first, 'AtOnce'),
    'shapes-rest.ts': part(names.filter((name) => !AT_ONCE.includes(name)), first, objects.length, 'Later'),
    'fingerprints.ts': [HEAD, ...spoken.map((name) => `export const ${name} = '${fingerprintOf(shapes, answers[name] ?? '')}'`), ''].join('\n'),
  }
}
