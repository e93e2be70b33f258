// npm run test:browser: the H5 production build and the built mini-program, both in Chromium.
import fs from 'node:fs'
import { close, ensureBuilt, ensureInstalled, fail, filesIn, inRoot, nodeTests, requireNode } from './lib.mjs'

requireNode()
const chromium = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file))
if (!chromium || !fs.existsSync(chromium)) fail('Chromium is needed: apt-get install chromium fonts-noto-cjk, or set CHROMIUM to the path of a Chromium or Chrome.')
ensureInstalled()
await ensureBuilt('h5')
await ensureBuilt('weapp')

const env = { CHROMIUM: chromium }
// A recogniser fills a core by itself, and a mini-program has its phone alone: one at a time each, beside the others, which mostly wait.
const reading = nodeTests(filesIn('tests/h5/reading', '.test.ts'), env, 1)
const h5 = nodeTests(filesIn('tests/h5', '.test.ts'), env)
// Calls are counted the same with and without layout: `npm test` has these two, which take the longest.
const uncounted = ['acts.test.ts', 'cut-lines.test.ts'].map((name) => inRoot('tests/weapp', name))
const weapp = nodeTests(filesIn('tests/weapp', '.test.ts').filter((file) => !uncounted.includes(file)), { ...env, WEAPP_ENGINE: 'chromium' }, 1)
close([{ name: 'papers read, in Chromium', ...(await reading) }, { name: 'H5 in Chromium', ...(await h5) }, { name: 'built mini-program in Chromium', ...(await weapp) }])
