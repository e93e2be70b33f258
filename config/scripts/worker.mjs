// Puts the service worker into the H5 build: Workbox with the list of every file and its hash. SERVICE_WORKER=off puts one in that removes what is installed.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { injectManifest } from 'workbox-build'
import { inRoot } from './lib.mjs'

const dist = inRoot('dist/h5')
const target = path.join(dist, 'sw.js')
const bundled = inRoot('.cache', `worker-${process.pid}.js`)

const source = process.env.SERVICE_WORKER === 'off' ? 'farewell' : 'worker'
await build({
  entryPoints: [inRoot(`src/platform/worker/${source}.ts`)],
  outfile: bundled,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2018',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
})
try {
  if (source === 'farewell') fs.copyFileSync(bundled, target)
  else {
    const { count, size, warnings } = await injectManifest({
      swSrc: bundled,
      swDest: target,
      globDirectory: dist,
      globPatterns: ['**/*'],
      globIgnores: ['**/*.txt', '**/*.map'],
      // Their names say what they hold: they come out of the browser's cache where they lie there already.
      dontCacheBustURLsMatching: /\.[0-9a-f]{8}\.\w+$/,
      maximumFileSizeToCacheInBytes: 4_000_000,
      // With its hash no page of a Wi-Fi portal passes for a script.
      manifestTransforms: [(entries) => ({ manifest: entries.map((entry) => ({ ...entry, url: `/${entry.url}`, integrity: integrityOf(entry.url) })), warnings: [] })],
    })
    if (warnings.length > 0) throw new Error(warnings.join('\n'))
    console.log(`service worker: ${count} files, ${(size / 1024).toFixed(0)} KB`)
  }
} finally {
  fs.rmSync(bundled, { force: true })
}

function integrityOf(file) {
  return `sha256-${createHash('sha256').update(fs.readFileSync(path.join(dist, file))).digest('base64')}`
}
