// npm run test:browser: the H5 production build and the built mini-program, both in Chromium.
import fs from 'node:fs'
import { close, ensureBuilt, ensureInstalled, fail, filesIn, nodeTests, requireNode } from './lib.mjs'

requireNode()
const chromium = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file))
if (!chromium || !fs.existsSync(chromium)) fail('Chromium is needed: apt-get install chromium fonts-noto-cjk, or set CHROMIUM to the path of a Chromium or Chrome.')
ensureInstalled()
ensureBuilt('h5')
ensureBuilt('weapp')

const env = { CHROMIUM: chromium }
const results = [
  // A recogniser fills a core by itself: one at a time.
  { name: 'papers read, in Chromium', ...(await nodeTests(filesIn('tests/h5/reading', '.test.ts'), env, 1)) },
  { name: 'H5 in Chromium', ...(await nodeTests(filesIn('tests/h5', '.test.ts'), env)) },
  { name: 'built mini-program in Chromium', ...(await nodeTests(filesIn('tests/weapp', '.test.ts'), { ...env, WEAPP_ENGINE: 'chromium' })) },
]
close(results)
