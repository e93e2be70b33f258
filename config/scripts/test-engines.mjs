// npm run test:engines: the H5 production build in WebKitGTK (private mode), Firefox ESR and Chromium 73.
import fs from 'node:fs'
import { close, ensureBuilt, ensureInstalled, fail, filesIn, inRoot, nodeTests, requireNode } from './lib.mjs'

requireNode()
const programs = { WebKitWebDriver: 'webkit2gtk-driver', Xvfb: 'xvfb', 'firefox-esr': 'firefox-esr' }
const missing = Object.entries(programs).filter(([name]) => !(process.env.PATH ?? '').split(':').some((folder) => fs.existsSync(`${folder}/${name}`)))
if (missing.length > 0) fail(`${missing.map(([name]) => name).join(', ')} needed: apt-get install ${missing.map(([, name]) => name).join(' ')}`)
ensureInstalled()
if (!fs.existsSync(inRoot('node_modules/chrome-aws-lambda/bin'))) fail('Chromium 73 is missing from node_modules: npm ci')
await ensureBuilt('h5')

const files = filesIn('tests/engines', '.test.ts')
const run = async (name, engine) => ({ name, ...(await nodeTests(files, { ENGINE: engine }, 1)) })
// Two beside each other: browsers mostly wait.
const webkit = run('WebKitGTK, private mode', 'webkit')
const others = [await run('Firefox ESR', 'firefox'), await run('Chromium 73', 'chromium73')]
close([await webkit, ...others])
