import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { WEB_DIR } from './backend'

/** The built app in a folder of its own, in which a later version of it can be put in its place while a server serves it. */
export interface Deployment {
  webDir: string
  /** Name of the first script: which version this is. */
  script(): string
  /** The same app with other names for all of its scripts, as any change of the source makes them. Nothing of the one before is left. */
  renew(): void
  /** Takes scripts away that this version should have. */
  lose(isLost: (script: string) => boolean): void
  remove(): void
}

const HASH = /\b[0-9a-f]{8}\b/g
const ENTRY = /\{"integrity":"[^"]+","revision":("[^"]+"|null),"url":"([^"]+)"\}/g
const turned = (hash: string): string => [...hash].reverse().join('')

export function deploy(): Deployment {
  const webDir = mkdtempSync(path.join(os.tmpdir(), 'zsb-web-'))
  cpSync(WEB_DIR, webDir, { recursive: true })
  const at = (file: string): string => path.join(webDir, file)
  const scripts = (): string[] => readdirSync(at('js'))
  const rewrite = (file: string, change: (text: string) => string): void => writeFileSync(at(file), change(readFileSync(at(file), 'utf8')))
  return {
    webDir,
    script: () => `/js/${scripts().find((name) => name.startsWith('app.'))}`,
    renew() {
      const hashes = new Set(scripts().map((name) => name.split('.')[1] ?? ''))
      const named = (text: string): string => text.replace(HASH, (hash) => (hashes.has(hash) ? turned(hash) : hash))
      for (const name of scripts()) {
        rewrite(`js/${name}`, named)
        renameSync(at(`js/${name}`), at(`js/${named(name)}`))
      }
      rewrite('index.html', named)
      rewrite('sw.js', (text) =>
        named(text).replace(ENTRY, (_entry, revision: string, url: string) => {
          const bytes = readFileSync(at(url))
          const sum = (kind: string, form: 'base64' | 'hex'): string => createHash(kind).update(bytes).digest(form)
          return JSON.stringify({ integrity: `sha256-${sum('sha256', 'base64')}`, revision: revision === 'null' ? null : sum('md5', 'hex'), url })
        }),
      )
    },
    lose: (isLost) => scripts().filter(isLost).forEach((name) => rmSync(at(`js/${name}`))),
    remove: () => existsSync(webDir) && rmSync(webDir, { recursive: true }),
  }
}
