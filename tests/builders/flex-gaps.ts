import postcss, { type Rule } from 'postcss'

const FLOOR = /^not \(inset:\s?0(px)?\)$/
export const says = (rule: Rule, prop: string, value: string): boolean => rule.nodes.some((node) => node.type === 'decl' && node.prop === prop && node.value === value)

/** The flex gaps of a built sheet, and those for which no margins stand where a browser does not know them (config/flex-gap.js). */
export function gapsIn(css: string): { gaps: number; without: string[] } {
  const root = postcss.parse(css)
  const floored = new Set<string>()
  const grids = new Set<string>()
  root.walkAtRules('supports', (at) => {
    if (FLOOR.test(at.params)) at.walkRules((rule) => rule.selectors.forEach((selector) => says(rule, 'gap', '0') && floored.add(selector)))
  })
  root.walkRules((rule) => void (says(rule, 'display', 'grid') && rule.selectors.forEach((selector) => grids.add(selector))))
  const without: string[] = []
  let gaps = 0
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && 'params' in rule.parent && FLOOR.test(String(rule.parent.params))) return
    if (!rule.nodes.some((node) => node.type === 'decl' && /^(row-|column-)?gap$/.test(node.prop))) return
    gaps += 1
    for (const selector of rule.selectors) if (!floored.has(selector) && !grids.has(selector)) without.push(selector)
  })
  return { gaps, without }
}
