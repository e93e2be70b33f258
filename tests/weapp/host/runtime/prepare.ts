// Loading of pages and components out of the build.
import { load, registered, resolvePath, withPath } from './sandbox'
import { codeSpace } from './space'
import { app, fileJson } from './state'
import { applyStyle } from './styles'

const prepared = new Set<string>()
const componentsOf = (value: unknown): [string, string][] =>
  typeof value === 'object' && value !== null ? Object.entries(value).map(([name, target]) => [name, String(target)]) : []

/** Registers configuration, template, style and code of a page or component, and of what it uses. `page` owns the styles. */
export function prepare(path: string, page: string): void {
  const own = fileJson(path)
  const using: Record<string, string> = Object.fromEntries([
    ...componentsOf(app.usingComponents).map(([name, target]) => [name, `/${resolvePath('app', target)}`]),
    ...componentsOf(own.usingComponents).map(([name, target]) => [name, `/${resolvePath(path, target)}`]),
  ])
  applyStyle(`${path}.wxss`, page)
  const targets = Object.values(using).map((target) => target.slice(1))
  if (prepared.has(path)) {
    for (const target of targets) applyStyle(`${target}.wxss`, page)
    return
  }
  prepared.add(path)
  codeSpace.addComponentStaticConfig(path, { ...own, usingComponents: using })
  const template = window.__TEMPLATES__[path]
  if (template) codeSpace.addCompiledTemplate(path, { groupList: window.__TEMPLATES__, content: template })
  for (const target of targets) prepare(target, page)
  withPath(path, () => {
    load(path)
    if (!registered.has(path)) throw new Error(`${path}.js registered no Page or Component`)
  })
}
