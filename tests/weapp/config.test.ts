import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

const root = path.resolve(__dirname, '../..')
const json = (file: string): Record<string, unknown> => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'))

test('what WeChat reads of the built mini-program: a window that turns, and a sitemap that keeps all but home out of its search', () => {
  const app = json('dist/weapp/app.json')
  assert.deepEqual([app.resizable, app.sitemapLocation, app.lazyCodeLoading], [true, 'sitemap.json', 'requiredComponents'])
  assert.deepEqual(json('dist/weapp/sitemap.json').rules, [
    { action: 'allow', page: 'pages/home/index', params: [], matching: 'exact' },
    { action: 'disallow', page: '*' },
  ])
})

test('the project is uploaded small, as it was built, and without the stamp', () => {
  const { setting, packOptions, miniprogramRoot } = json('project.config.json')
  assert.equal(miniprogramRoot, 'dist/weapp/')
  assert.deepEqual(setting, { urlCheck: false, es6: false, enhance: false, postcss: false, minified: true, minifyWXML: true, minifyWXSS: true, compileHotReLoad: false })
  assert.deepEqual(packOptions, { ignore: [{ type: 'file', value: '.stamp' }], include: [] })
})
