// npm run test:browser: the H5 production build and the built mini-program, both in Chromium.
import fs from 'node:fs'
import { close, ensureBuilt, ensureInstalled, fail, filesIn, inRoot, nodeTests, requireNode } from './lib.mjs'

requireNode()
// The shell is quicker, and knows no camera: the whole browser lies beside it (tests/h5/kit/browser.ts).
const shell = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].every((file) => fs.existsSync(file)) ? ['/usr/bin/chromium-headless-shell'] : []
const chromium = process.env.CHROMIUM ?? [...shell, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file))
if (!chromium || !fs.existsSync(chromium)) fail('Chromium is needed: apt-get install chromium fonts-noto-cjk, or set CHROMIUM to the path of a Chromium or Chrome.')
ensureInstalled()
await ensureBuilt('h5')
await ensureBuilt('weapp')

const env = { CHROMIUM: chromium }
// A recogniser fills a core by itself: one at a time, beside the others, which mostly wait.
const reading = nodeTests(filesIn('tests/h5/reading', '.test.ts'), env, 1)
const h5 = await nodeTests(filesIn('tests/h5', '.test.ts'), env)
// Calls, words and addresses are the same without layout, pictures and canvases: `npm test` has these.
const unseen = ['acts', 'after-submission', 'auto-claim', 'broken', 'config', 'cut-lines', 'elder-offer', 'no-network', 'offsets', 'payout-outcomes', 'session'].map((name) => inRoot('tests/weapp', `${name}.test.ts`))
const weapp = await nodeTests(filesIn('tests/weapp', '.test.ts').filter((file) => !unseen.includes(file)), { ...env, WEAPP_ENGINE: 'chromium' })
close([{ name: 'papers read, in Chromium', ...(await reading) }, { name: 'H5 in Chromium', ...h5 }, { name: 'built mini-program in Chromium', ...weapp }])
