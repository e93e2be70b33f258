const fs = require('node:fs')
const path = require('node:path')

/**
 * Webpack loader for Stencil's client, which Taro's H5 components stand on: writes the flags of its own `app-data` in as constants, so that
 * the minifier can drop what they switch off (lazy loading, hydration, development). As properties of an object they survive: 4 KB gzip of
 * the first page. Nothing is decided here: every value is the one that would be read at run time.
 * @throws where Stencil's files no longer look like that, so that an update does not lose it unseen
 */
module.exports = function stencilConstants(source) {
  const flagsFile = path.join(path.dirname(this.resourcePath), '../app-data/index.js')
  this.addDependency(flagsFile)
  const flags = Object.fromEntries([...fs.readFileSync(flagsFile, 'utf8').matchAll(/^ {4}(\w+): (true|false),$/gm)].map(([, name, value]) => [name, value]))
  if (Object.keys(flags).length < 50 || !/\bBUILD\.\w+/.test(source)) throw new Error('Stencil keeps its flags in another way now: see config/stencil-constants.js')
  return source.replace(/\bBUILD\.(\w+)/g, (_whole, name) => flags[name] ?? 'undefined')
}
