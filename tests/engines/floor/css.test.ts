import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import postcss, { type Rule } from 'postcss'
import { gapsIn, says } from '@tests/builders/flex-gaps'

const WEB_DIR = process.env.WEB_DIR ?? path.resolve(__dirname, '../../../dist/h5')
const set = (...words: string[]): Set<string> => new Set(words.flatMap((line) => line.split(' ')))

/** What Chrome 73 and iOS 13 know. Whoever uses something else looks it up, and adds it here or finds an older way. */
const PROPERTIES = set(
  '-webkit-appearance -webkit-mask -webkit-user-select -webkit-overflow-scrolling -webkit-tap-highlight-color -webkit-line-clamp -webkit-box-orient align-content align-items align-self animation animation-delay appearance background background-color background-image background-position background-repeat background-size',
  'border border-bottom border-bottom-left-radius border-bottom-right-radius border-collapse border-color border-left border-radius border-right border-style border-top border-top-color border-top-left-radius border-top-right-radius border-width bottom box-shadow box-sizing clip color content cursor display fill flex flex-basis flex-direction flex-grow flex-shrink flex-wrap float',
  'font font-family font-size font-style font-variant-numeric font-weight gap grid-template-columns grid-column height image-rendering justify-content left letter-spacing line-height list-style margin margin-bottom margin-left margin-right margin-top mask max-height max-width min-height min-width object-fit opacity order outline outline-color outline-offset outline-width overflow',
  'overflow-wrap overflow-x overflow-y padding padding-bottom padding-left padding-right padding-top pointer-events position resize right stroke stroke-width text-align text-decoration text-indent text-overflow text-transform top touch-action transform transform-origin transition user-select vertical-align visibility white-space width will-change word-break z-index break-inside src',
)
/** Unknown to them, and nothing is lost where they are left out. */
const ORNAMENTS = set('text-underline-offset overscroll-behavior accent-color color-scheme forced-color-adjust')
const FUNCTIONS = set('var env calc url rect repeat minmax radial-gradient linear-gradient rgba rgb translate translateX translateY translate3d scale rotate cubic-bezier format attr')
/** `:focus-visible`: their own ring of focus stands in for ours. */
const PSEUDO = set(':focus-visible :focus-within :focus :not :first-child :last-child :nth-child :only-child :hover :active :disabled :checked :empty :root ::before ::after :before :after ::placeholder ::-webkit-scrollbar ::selection')
const AT_RULES = set('media keyframes supports font-face charset page')
/** Values that they drop, with what has to stand beside them. */
const NEWER: readonly (readonly [RegExp, (rule: Rule) => boolean])[] = [
  [/^overflow-wrap: anywhere$/, (rule) => says(rule, 'word-break', 'break-word') || says(rule, 'word-break', 'break-all')],
  [/\b\d*\.?\d+(d|s|l)v[hw]\b|\b\d*\.?\d+(cq\w+|rlh|lh)\b/, () => false],
]
/** What only newer browsers see. */
const isBehindAQuery = (rule: Rule): boolean => rule.parent?.type === 'atrule' && 'params' in rule.parent && /^\(/.test(String(rule.parent.params)) && 'name' in rule.parent && rule.parent.name === 'supports'

const sheets = readdirSync(path.join(WEB_DIR, 'css')).filter((name) => name.endsWith('.css'))
const rootOf = (name: string) => postcss.parse(readFileSync(path.join(WEB_DIR, 'css', name), 'utf8'))

describe('the built styles on the oldest browsers', () => {
  it('say nothing that these do not know', () => {
    const found = new Set<string>()
    for (const name of sheets) {
      rootOf(name).walk((node) => {
        if (node.type === 'atrule' && !AT_RULES.has(node.name.replace(/^-webkit-/, ''))) found.add(`@${node.name}`)
        if (node.type !== 'rule' || isBehindAQuery(node)) return
        for (const [pseudo] of node.selector.matchAll(/::?[a-z-]+/g)) if (!PSEUDO.has(pseudo)) found.add(`${pseudo} in ${node.selector}`)
        node.walkDecls(({ prop, value }) => {
          if (!prop.startsWith('--') && !PROPERTIES.has(prop) && !ORNAMENTS.has(prop)) found.add(`${prop} in ${node.selector}`)
          for (const [, used = ''] of value.matchAll(/([a-zA-Z][\w-]*)\(/g)) if (!FUNCTIONS.has(used)) found.add(`${used}() in ${node.selector}`)
          for (const [newer, hasFloor] of NEWER) if (newer.test(`${prop}: ${value}`) && !hasFloor(node)) found.add(`${prop}: ${value} in ${node.selector}`)
        })
      })
    }
    assert.deepEqual([...found], [])
  })

  it('give every flex gap its margins', () => {
    const seen = sheets.map((name) => gapsIn(readFileSync(path.join(WEB_DIR, 'css', name), 'utf8')))
    assert.deepEqual(seen.flatMap(({ without }) => without), [])
    const counted = seen.reduce((sum, { gaps }) => sum + gaps, 0)
    assert.ok(counted > 20, `${counted} gaps`)
  })
})
