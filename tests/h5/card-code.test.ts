import assert from 'node:assert/strict'
import { test } from 'node:test'
import path from 'node:path'
import { build } from 'esbuild'
import { launchBrowser } from './kit/browser'

const CODES = 40

const script = `
import { encodeCardCode, newKeyPair, signDeviceCertificate, verifyCardCode } from '@/domain/card-code'
const [server, device] = [newKeyPair(new Uint8Array(32).fill(1)), newKeyPair(new Uint8Array(32).fill(2))]
const now = Date.now()
const certificate = signDeviceCertificate(server.secretKey, { memberRef: 'aB3dE5fG7hJ9kL1m', deviceKey: device.publicKey, expiresMs: now + 1e9 })
const timed = (work) => { const began = performance.now(); const answer = work(); return [performance.now() - began, answer] }
window.figures = Array.from({ length: ${CODES} }, (_, at) => {
  const [signMs, code] = timed(() => encodeCardCode({ certificate, deviceSecretKey: device.secretKey, nowMs: now, nonce: new Uint8Array(12).fill(at) }))
  const [checkMs, read] = timed(() => verifyCardCode(code, { serverPublicKeys: [server.publicKey], nowMs: now }))
  return { signMs, checkMs, green: read.light === 'green', length: code.length }
})`

interface Figures {
  signMs: number
  checkMs: number
  green: boolean
  length: number
}

test('card codes are signed and checked in a browser; how long it takes (aim 50 ms each) is told', async (context) => {
  const root = path.join(__dirname, '../..')
  const { outputFiles } = await build({ stdin: { contents: script, resolveDir: root, loader: 'ts' }, tsconfig: path.join(root, 'tsconfig.json'), bundle: true, write: false, format: 'iife', target: 'es2018' })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    for (const { text } of outputFiles) await page.addScriptTag({ content: text })
    const figures = await page.evaluate(() => (window as unknown as { figures: Figures[] }).figures)
    const median = (of: (one: Figures) => number): number => figures.map(of).sort((a, b) => a - b)[CODES / 2] ?? Number.NaN
    const [signMs, checkMs] = [median(({ signMs }) => signMs), median(({ checkMs }) => checkMs)]
    context.diagnostic(`median: signed in ${signMs.toFixed(1)} ms, checked in ${checkMs.toFixed(1)} ms; ${figures[0]?.length} characters`)
    assert.deepEqual(figures.map(({ green }) => green), Array.from({ length: CODES }, () => true))
  } finally {
    await browser.close()
  }
})
