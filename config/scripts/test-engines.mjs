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

const run = async (name, folder, engine) => ({ name, ...(await nodeTests(filesIn(folder, '.test.ts'), { ENGINE: engine }, 1)) })
const inOrder = async (...runs) => {
  const results = []
  for (const one of runs) results.push(await run(...one))
  return results
}
// Two beside each other: browsers mostly wait.
const [some, others] = await Promise.all([
  inOrder(['WebKitGTK, private mode', 'tests/engines', 'webkit'], ['Chromium 73', 'tests/engines', 'chromium73']),
  inOrder(['Firefox ESR', 'tests/engines', 'firefox'], ['the floor: Chromium 73', 'tests/engines/floor', 'chromium73']),
])
close([...some, ...others])
