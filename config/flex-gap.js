/**
 * PostCSS plugin of the H5 build: gives every flex `gap` its floor. Chrome before 84 and iOS before 14.5 know `gap` in grids only, and no
 * query asks for the one and not the other; but `inset` came to both a little later, so where that is unknown margins stand in for `gap`,
 * which is switched off there. A rule of a child cannot undo it. Not for WeChat: its compiler of styles refuses `*`.
 */
const FLOOR = 'not (inset: 0px)'
const valueOf = (rule, prop) => {
  let value
  rule.walkDecls(prop, (decl) => void (value = decl.value))
  return value
}
/** Row and column gap: split at the spaces outside of brackets. */
const gapsOf = (value) => {
  const [row, column = row] = value.split(/\s+(?![^(]*\))/)
  return { row, column }
}
const isNothing = (gap) => /^0[a-z]*$/i.test(gap)

function floorOf(rule, { postcss, declared }) {
  const { row, column } = gapsOf(valueOf(rule, 'gap'))
  const flex = (prop) => valueOf(rule, prop) ?? declared(rule, prop)
  const stacked = (flex('flex-direction') ?? '').startsWith('column')
  const wraps = (flex('flex-wrap') ?? '') === 'wrap'
  const margins = []
  if (!stacked && !isNothing(column)) margins.push([':not(:last-child)', 'margin-right', column])
  if (stacked && !isNothing(row)) margins.push([':not(:last-child)', 'margin-bottom', row])
  if (!stacked && wraps && !isNothing(row)) margins.push(['', 'margin-bottom', row])
  const floor = postcss.atRule({ name: 'supports', params: FLOOR })
  floor.append(postcss.rule({ selectors: rule.selectors, nodes: [postcss.decl({ prop: 'gap', value: '0' })] }))
  // An id that nothing has weighs more than any class.
  for (const [which, prop, value] of margins) floor.append(postcss.rule({ selectors: rule.selectors.map((selector) => `${selector} > *${which}:not(#_)`), nodes: [postcss.decl({ prop, value })] }))
  return floor
}

const plugin = () => ({
  postcssPlugin: 'flex-gap-floor',
  OnceExit(root, { postcss }) {
    const rules = []
    root.walkRules((rule) => rules.push(rule))
    /** What an earlier rule says of the same last class: `.elder .x` goes on from `.x`. */
    const declared = (rule, prop) => {
      const name = /\.[\w-]+$/.exec(rule.selector)?.[0]
      return rules.filter((other) => other !== rule && other.selectors.includes(name)).map((other) => valueOf(other, prop)).find((value) => value !== undefined)
    }
    for (const rule of rules) {
      if (valueOf(rule, 'gap') === undefined || /grid$/.test(valueOf(rule, 'display') ?? declared(rule, 'display') ?? '')) continue
      if (rule.parent.type === 'atrule' && rule.parent.params === FLOOR) continue
      rule.after(floorOf(rule, { postcss, declared }))
    }
  },
})
plugin.postcss = true
module.exports = plugin
