// What the home page costs, measured while it runs: signed in as the persona of the golden case.
import fs from 'node:fs'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { texts as home } from '@/pages/home/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { chromiumIsThere, chromiumPath, openMiniProgram } from '@tests/weapp/host'
import { gzipBytes } from './files'
import { countRow, sizeRow, type Row } from './row'

const PERSONA = 'courier'
const HOME = 'pages/home/index'
const NAME = 'H5: JS before the home page shows, gzip'
const LIMIT = 170

export async function miniProgramRows(weapp: string, server: string): Promise<Row[]> {
  const app = await openMiniProgram(weapp, { engine: 'jsdom', mapBaseUrl: server, mocks: { login: { code: `test:${PERSONA}` } }, timeout: 15_000 })
  try {
    await app.waitText(signIn.wechat)
    await app.check(signIn.agree)
    await app.tapText(signIn.wechat)
    await app.waitText(home.gifts)
    // As on the second day: signed in, home is the first page.
    await app.relaunch()
    await app.waitText(home.gifts)
    await app.assertNoErrors()
    const { setData, nodes, depth } = await app.stats()
    return [sizeRow('mini-program home: first setData', setData[HOME].firstBytes, 16), countRow('mini-program home: nodes', nodes, 500), countRow('mini-program home: depth', depth, 25)]
  } finally {
    await app.close()
  }
}

async function nameOfPersona(server: string): Promise<string> {
  const answer: { items: { personaId: string; nameZh: string }[] } = await (await fetch(`${server}/api/v1/test/personas`)).json()
  const found = answer.items.find(({ personaId }) => personaId === PERSONA)
  if (!found) throw new Error(`the mock server has no persona ${PERSONA}`)
  return found.nameZh
}

const seen = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor({ state: 'visible', timeout: 30_000 })

async function loadedScripts(server: string): Promise<string[]> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const first = await context.newPage()
    await first.goto(server)
    await seen(first, signIn.agree)
    await first.getByText(signIn.agree).first().click()
    await first.getByText(await nameOfPersona(server)).first().click()
    await seen(first, home.gifts)
    await first.close()
    const page = await context.newPage()
    const scripts = new Set<string>()
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.add(new URL(response.url()).pathname)
    })
    await page.goto(server)
    await seen(page, home.gifts)
    return [...scripts]
  } finally {
    await browser.close()
  }
}

/** Without Chromium: what index.html names, and the chunks that hold the page's own class name. */
function namedScripts(h5: string): string[] {
  const html = fs.readFileSync(path.join(h5, 'index.html'), 'utf8')
  const entries = [...html.matchAll(/<script[^>]+src="([^"]+\.js)"/g)].map(([, source]) => source)
  const chunks = fs.readdirSync(path.join(h5, 'js')).filter((file) => /^shared\./.test(file) || fs.readFileSync(path.join(h5, 'js', file), 'utf8').includes('home-name'))
  return [...new Set([...entries, ...chunks.map((file) => `/js/${file}`)])]
}

export async function webRow(h5: string, server: string): Promise<Row> {
  const measured = chromiumIsThere()
  const scripts = measured ? await loadedScripts(server) : namedScripts(h5)
  const sizes = scripts.map((script) => ({ script, bytes: gzipBytes(path.join(h5, script)) })).sort((a, b) => b.bytes - a.bytes)
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  return sizeRow(measured ? NAME : `${NAME} (by file names: no Chromium)`, total, LIMIT, sizes.map(({ script, bytes }) => `${(bytes / 1024).toFixed(1)} KB ${script}`))
}
