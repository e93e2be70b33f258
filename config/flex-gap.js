/**
 * PostCSS plugin of the H5 build: gives every flex `gap` its floor. Chrome before 84 and iOS before 14.5 know `gap` in grids only, and no
 * query asks for the one and not the other; but `inset` came to both a little later, so where that is unknown margins stand in for `gap`,
 * which is switched off there. A rule of a child cannot undo it. Not for WeChat: its compiler of styles refuses `*`, and with `view` in its
 * place the main package, which has no room, would grow by 1.3 KB.
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

/** What stands in for one rule: declarations by the selectors they are for. */
function* floorOf(rule, declared) {
  yield ['gap: 0', rule.selectors]
  const { row, column } = gapsOf(valueOf(rule, 'gap'))
  const flex = (prop) => valueOf(rule, prop) ?? declared(rule, prop)
  const stacked = (flex('flex-direction') ?? '').startsWith('column')
  const wraps = (flex('flex-wrap') ?? '') === 'wrap'
  // An id that nothing has weighs more than any class.
  const children = (which) => rule.selectors.map((selector) => `${selector} > *${which}:not(#_)`)
  if (!stacked && !isNothing(column)) yield [`margin-right: ${column}`, children(':not(:last-child)')]
  if (stacked && !isNothing(row)) yield [`margin-bottom: ${row}`, children(':not(:last-child)')]
  if (!stacked && wraps && !isNothing(row)) yield [`margin-bottom: ${row}`, children('')]
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
    /** By the sheet or query that a rule stands in: one floor at its end, each declaration once. */
    const floors = new Map()
    for (const rule of rules) {
      if (valueOf(rule, 'gap') === undefined || /grid$/.test(valueOf(rule, 'display') ?? declared(rule, 'display') ?? '')) continue
      const floor = floors.get(rule.parent) ?? new Map()
      floors.set(rule.parent, floor)
      for (const [declaration, selectors] of floorOf(rule, declared)) floor.set(declaration, new Set([...(floor.get(declaration) ?? []), ...selectors]))
    }
    for (const [parent, floor] of floors) {
      const supports = postcss.atRule({ name: 'supports', params: FLOOR })
      for (const [declaration, selectors] of floor) supports.append(postcss.parse(`${[...selectors].join(', ')} { ${declaration} }`).first)
      parent.append(supports)
    }
  },
})
plugin.postcss = true
module.exports = plugin
