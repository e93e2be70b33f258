import assert from 'node:assert/strict'
import { it } from 'node:test'
import { inChromium } from './kit/stage'

/** What a phone needs to put the app on its home screen, as the built app and its server hand it out. */

interface Manifest {
  name: string
  short_name: string
  description: string
  lang: string
  start_url: string
  scope: string
  display: string
  theme_color: string
  background_color: string
  icons: { src: string; sizes: string; type: string; purpose?: string }[]
}

const on = inChromium()
const fetched = async (path: string): Promise<{ type: string; bytes: Buffer }> => {
  const answer = await fetch(on.backend.base + path)
  assert.equal(answer.status, 200, path)
  return { type: answer.headers.get('content-type') ?? '', bytes: Buffer.from(await answer.arrayBuffer()) }
}
/** Width and height as the PNG says itself. */
const sizeOf = (png: Buffer): string => {
  assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG')
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`
}

it('manifest, icons from 16 to 512, maskable ones, and what stands in the page itself', async () => {
  const html = (await fetched('/')).bytes.toString('utf8')
  const tag = (pattern: RegExp): string => pattern.exec(html)?.[1] ?? assert.fail(`not in the page: ${pattern}`)
  const { type, bytes } = await fetched(tag(/<link rel="?manifest"? href="?([^" >]+)/))
  assert.match(type, /^application\/manifest\+json/)
  const manifest = JSON.parse(bytes.toString('utf8')) as Manifest
  assert.deepEqual([manifest.name, manifest.short_name, manifest.lang, manifest.start_url, manifest.scope, manifest.display], ['掌上办', '掌上办', 'zh-CN', '/', '/', 'standalone'])
  assert.match(manifest.description, /互助/)
  assert.match(manifest.background_color, /^#[0-9a-f]{6}$/)
  assert.equal(tag(/<meta name="?theme-color"? content="?([^" >]+)/), manifest.theme_color)
  assert.equal(tag(/<meta name="?description"? content="([^"]+)/), manifest.description)

  for (const { src, sizes, type: said } of manifest.icons) {
    const icon = await fetched(src)
    assert.deepEqual([icon.type, sizeOf(icon.bytes)], [said, sizes], src)
  }
  const sizesOf = (purpose: string | undefined): string[] => manifest.icons.filter((icon) => icon.purpose === purpose).map(({ sizes }) => sizes)
  for (const size of [16, 32, 48, 192, 512]) assert.ok(sizesOf(undefined).includes(`${size}x${size}`), `an icon of ${size}`)
  assert.deepEqual(sizesOf('maskable'), ['192x192', '512x512'])
  const apple = await fetched(tag(/<link rel="?apple-touch-icon"? href="?([^" >]+)/))
  assert.equal(sizeOf(apple.bytes), '180x180')
})

it('the browser takes the manifest without a complaint', async () => {
  const app = await on.phone()
  await app.open('/')
  const devtools = await app.page.context().newCDPSession(app.page)
  const { url, errors } = await devtools.send('Page.getAppManifest')
  assert.deepEqual([new URL(url).pathname, errors], ['/manifest.webmanifest', []])
})
