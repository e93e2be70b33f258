// The mini-program's files: wxfile:// paths (temp, saved, user data) over a folder of real files.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { WxFailure } from '../protocol'

/** Saved files and user data together, as in WeChat. */
/** What WeChat gives a mini-program for its files. */
const ROOM = 200 * 1024 * 1024
const PREFIX = { tmp: 'wxfile://tmp_', store: 'wxfile://store_', usr: 'wxfile://usr' } as const
type Area = keyof typeof PREFIX
const AREAS: Area[] = ['tmp', 'store', 'usr']

const TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.png': 'image/png', '.gif': 'image/gif', '.webp': 'image/webp',
  '.heic': 'image/heic', '.svg': 'image/svg+xml', '.mp4': 'video/mp4', '.pdf': 'application/pdf', '.txt': 'text/plain',
  '.json': 'application/json',
}
export const mimeType = (name: string): string => TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream'

export class VirtualFiles {
  readonly userDataPath = PREFIX.usr
  private readonly root = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-files-'))
  private count = 0
  private room = ROOM

  /** dist: files of the package, reachable read-only as '/assets/x.png'. */
  constructor(private readonly dist: string) {
    for (const area of AREAS) fs.mkdirSync(path.join(this.root, area))
  }

  setRoom(bytes = ROOM): void {
    this.room = bytes
  }

  /** The real file of a virtual path; only user data may be written. */
  real(virtual: string, use: 'read' | 'write' = 'read'): string {
    const area = AREAS.find((name) => virtual.startsWith(PREFIX[name]))
    const denied = new WxFailure(`permission denied, open "${virtual}"`)
    if (use === 'write' && area !== 'usr') throw denied
    if (!area && /^\w+:/.test(virtual)) throw denied
    const base = area ? path.join(this.root, area) : this.dist
    const full = path.join(base, (area ? virtual.slice(PREFIX[area].length) : virtual).replace(/^\/+/, ''))
    if (full !== base && !full.startsWith(base + path.sep)) throw denied
    return full
  }

  /** Paths of everything in the user folder. */
  userFiles(): string[] {
    const names = fs.readdirSync(path.join(this.root, 'usr'), { recursive: true, withFileTypes: true })
    return names.filter((entry) => entry.isFile()).map((entry) => entry.name).sort()
  }

  existing(virtual: string): string {
    const full = this.real(virtual)
    if (!fs.existsSync(full)) throw new WxFailure(`no such file or directory ${virtual}`)
    return full
  }

  isVirtual(text: string): boolean {
    return AREAS.some((area) => text.startsWith(PREFIX[area]))
  }

  writeTemp(data: Uint8Array, extension: string): string {
    this.count += 1
    const name = `${Date.now().toString(36)}${this.count}${extension}`
    fs.writeFileSync(path.join(this.root, 'tmp', name), data)
    return PREFIX.tmp + name
  }

  /** A real local file becomes a temp file of the mini-program. */
  addTemp(localFile: string): string {
    return this.writeTemp(fs.readFileSync(localFile), path.extname(localFile))
  }

  /** What moving a temp file away needs: saveFile takes it out of the temp area. */
  save(tempFilePath: string, filePath?: string): string {
    const source = this.existing(tempFilePath)
    this.checkQuota(fs.statSync(source).size)
    const name = path.basename(source)
    const target = filePath ?? PREFIX.store + name
    fs.renameSync(source, filePath === undefined ? path.join(this.root, 'store', name) : this.real(filePath, 'write'))
    return target
  }

  saved(): { filePath: string; size: number; createTime: number }[] {
    return fs.readdirSync(path.join(this.root, 'store')).map((name) => {
      const stat = fs.statSync(path.join(this.root, 'store', name))
      return { filePath: PREFIX.store + name, size: stat.size, createTime: Math.floor(stat.birthtimeMs / 1000) }
    })
  }

  checkQuota(extra: number): void {
    const bytes = (folder: string): number =>
      fs.readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
        const full = path.join(folder, entry.name)
        return sum + (entry.isDirectory() ? bytes(full) : fs.statSync(full).size)
      }, 0)
    const used = bytes(path.join(this.root, 'store')) + bytes(path.join(this.root, 'usr'))
    if (used + extra > this.room) throw new WxFailure('the maximum size of the file storage limit is exceeded')
  }

  clearTemp(): void {
    fs.rmSync(path.join(this.root, 'tmp'), { recursive: true, force: true })
    fs.mkdirSync(path.join(this.root, 'tmp'))
  }

  dispose(): void {
    fs.rmSync(this.root, { recursive: true, force: true })
  }
}
