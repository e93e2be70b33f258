import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What the page needs of openapi.json. */
interface Document {
  info: { title: string; description: string }
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown>; responses: Record<string, { description: string }> }
}
interface Operation {
  operationId: string
  tags: string[]
  summary: string
  description: string
  parameters?: { $ref?: string; name?: string; in?: string }[]
  requestBody?: { content: Record<string, { schema: unknown }> }
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: unknown }> }>
}

export const openApiText = (): string => readFileSync(path.resolve(__dirname, '../../src/contract/openapi.json'), 'utf8')

/** The contract as one page without scripts: every endpoint, its input, its answers, and the shapes below. */
export function docsPage(text: string): string {
  const document = JSON.parse(text) as Document
  const operations = Object.entries(document.paths).flatMap(([at, methods]) => Object.entries(methods).map(([method, operation]) => ({ at, method, operation })))
  const sections = document.tags.map(({ name, description }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name))
    return `<h2>${escape(name)}</h2><p>${escape(description)}</p>${own.map(({ at, method, operation }) => operationHtml(document, at, method, operation)).join('')}`
  })
  const shapes = Object.entries(document.components.schemas).map(([name, schema]) => `<details id="${escape(name)}"><summary><code>${escape(name)}</code></summary>${json(schema)}</details>`)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(document.info.title)} API</title><style>${STYLE}</style>
<h1>${escape(document.info.title)} API</h1><p>${escape(document.info.description)} <a href="/api/openapi.json">openapi.json</a></p>${sections.join('')}<h2>Shapes</h2>${shapes.join('')}</html>`
}

export const DOCS_CSP = "default-src 'none'; style-src 'unsafe-inline'"

const STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}h2{margin-top:2rem;border-bottom:1px solid #ddd}details{margin:.3rem 0;padding:.3rem .6rem;border:1px solid #ddd;border-radius:6px}summary{cursor:pointer}b{display:inline-block;min-width:4rem;color:#b3261e}pre{overflow:auto;background:#f6f6f6;padding:.6rem;font-size:13px}table{border-collapse:collapse}td{padding:.2rem .6rem;vertical-align:top;white-space:pre-line}'

function operationHtml(document: Document, at: string, method: string, operation: Operation): string {
  const inputs = (operation.parameters ?? []).map(({ $ref, name, in: place }) => ($ref ? `${lastOf($ref)} (header)` : `${name} (${place})`))
  const answers = Object.entries(operation.responses).map(([status, answer]) => `<tr><td>${status}<td>${answerHtml(document, answer)}`)
  return `<details id="${escape(operation.operationId)}"><summary><b>${method.toUpperCase()}</b> <code>${escape(at)}</code> ${escape(operation.summary)}</summary>
<p>${escape(operation.description)} ${inputs.length > 0 ? `Takes ${escape(inputs.join(', '))}.` : ''}</p>${operation.requestBody ? `<p>Body</p>${contentHtml(operation.requestBody.content)}` : ''}<table>${answers.join('')}</table></details>`
}

const answerHtml = (document: Document, { $ref, content }: Operation['responses'][string]): string =>
  $ref ? escape(document.components.responses[lastOf($ref)]?.description ?? '') : content ? contentHtml(content) : 'No content.'

const contentHtml = (content: Record<string, { schema: unknown }>): string => Object.entries(content).map(([type, { schema }]) => `<code>${escape(type)}</code> ${json(schema)}`).join('')

/** References to named shapes become links. */
const json = (schema: unknown): string =>
  `<pre>${escape(JSON.stringify(schema, null, 1)).replace(/&quot;#\/components\/schemas\/(\w+)&quot;/g, '<a href="#$1">$1</a>')}</pre>`

const lastOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1)

const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char)
