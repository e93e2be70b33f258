// What looking at answers, boundaries, the lock among tabs and the registration of the service worker add to the first load.
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import { sizeRow, type Row } from './row'

const src = path.resolve('src')
/** Modules of the first load that are there for nothing else, and what the rest of it takes from each. */
const MODULES: Readonly<Record<string, string>> = {
  'api/answer.ts': 'answerOf, expectAnswer',
  'api/fits.ts': 'fits',
  'contract/shapes-first.ts': 'answersAtOnce, objectsAtOnce',
  // Those that are in the key of what is kept (KEPT in api/persisted.ts).
  'contract/fingerprints.ts': 'getHome, getCard, listCoverages, listClaims, getClaim, listPayouts, getPayout, getPayoutSummary, getEnrolment, getMe, listRepEvents, getRepEvent, getEventKit, registerDevice',
  'platform/code.ts': 'fetchCode',
  'ui/boundary.tsx': 'Boundary, WaysOutContext',
  'platform/page-frame.ts': 'framePages',
  'ways-out.ts': 'waysOut',
  'platform/one-tab.ts': 'oneTabAtATime',
  'platform/keep-app.ts': 'keepApp',
  'state/version-store.ts': 'useNewVersion',
}
const files = Object.keys(MODULES).map((name) => path.join(src, name))

/** Bundles those modules alone: whatever else they need is in the first load anyway, or is loaded later. */
const alone: Plugin = {
  name: 'alone',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: /.*/ }, async ({ path: asked, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === 'asked' || kind === 'entry-point') return undefined
      const away = { path: asked, external: true, sideEffects: false }
      if (kind === 'dynamic-import') return away
      const found = await resolve(asked.replace(/^@\//, `${src}/`), { kind, importer, resolveDir, pluginData: 'asked' })
      return files.includes(found.path) ? { path: found.path, sideEffects: false } : away
    }),
}

/** Minified and gzipped by themselves, which is rather more than what they weigh among the rest of a chunk. */
export async function firstLoadRow(): Promise<Row> {
  const contents = Object.entries(MODULES).map(([name, taken]) => `export { ${taken} } from './${name}'`).join('\n')
  const { outputFiles: [bundle] } = await build({
    stdin: { contents, resolveDir: src, loader: 'ts' }, bundle: true, write: false, minify: true, charset: 'utf8', format: 'esm', target: 'es2018', jsx: 'automatic', legalComments: 'none', tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } }, plugins: [alone],
  })
  // The names that hold the pieces together are not in the chunk.
  const code = (bundle?.text ?? '').replace(/import[^;]*?from"[^"]*";/g, '').replace(/export\{[^}]*\};?\s*$/, '')
  return sizeRow('H5: check, boundary, lock, registration, gzip', gzipSync(code, { level: 9 }).length, 2)
}
