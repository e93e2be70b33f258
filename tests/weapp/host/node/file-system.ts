// The operations of wx.getFileSystemManager() on the virtual files, named as there.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { WxFailure } from '../protocol'
import type { VirtualFiles } from './files'
import { text, type Args } from './json'

const ENCODINGS = ['ascii', 'base64', 'binary', 'hex', 'latin1', 'ucs2', 'utf8', 'utf16le'] as const
function encodingOf(value: unknown): BufferEncoding {
  const wanted = value === undefined || value === null ? 'utf8' : String(value).replace('-', '').toLowerCase()
  const found = ENCODINGS.find((name) => name === wanted)
  if (!found) throw new WxFailure(`invalid encoding "${value}"`)
  return found
}

/** Text, or {$bytes} for an ArrayBuffer of the page. */
function bytesOf(data: unknown, encoding: unknown): Buffer {
  if (typeof data === 'object' && data !== null && '$bytes' in data) return Buffer.from(text(data.$bytes), 'base64')
  return Buffer.from(text(data), encodingOf(encoding))
}

type Operation = (files: VirtualFiles, args: Args) => object

function write(files: VirtualFiles, args: Args, how: 'w' | 'a'): object {
  const full = files.real(text(args.filePath), 'write')
  if (!fs.existsSync(path.dirname(full))) throw new WxFailure(`no such file or directory, open ${args.filePath}`)
  const data = bytesOf(args.data, args.encoding)
  files.checkQuota(data.length)
  fs.writeFileSync(full, data, { flag: how })
  return {}
}

const OPERATIONS: Record<string, Operation> = {
  access(files, args) {
    files.existing(text(args.path))
    return {}
  },
  stat(files, args) {
    const stat = fs.statSync(files.existing(text(args.path)))
    const seconds = { lastAccessedTime: stat.atimeMs / 1000, lastModifiedTime: stat.mtimeMs / 1000 }
    return { stats: { size: stat.size, mode: stat.mode, ...seconds, directory: stat.isDirectory() } }
  },
  getFileInfo(files, args) {
    const bytes = fs.readFileSync(files.existing(text(args.filePath)))
    return { size: bytes.length, digest: createHash(args.digestAlgorithm === 'sha1' ? 'sha1' : 'md5').update(bytes).digest('hex') }
  },
  readFile(files, args) {
    const whole = fs.readFileSync(files.existing(text(args.filePath)))
    const start = Number(args.position ?? 0)
    const data = whole.subarray(start, args.length === undefined || args.length === null ? undefined : start + Number(args.length))
    return { data: args.encoding ? data.toString(encodingOf(args.encoding)) : { $bytes: data.toString('base64') } }
  },
  writeFile: (files, args) => write(files, args, 'w'),
  appendFile: (files, args) => write(files, args, 'a'),
  unlink(files, args) {
    const virtual = text(args.filePath)
    if (!files.isVirtual(virtual)) throw new WxFailure(`permission denied, unlink ${virtual}`)
    fs.unlinkSync(files.existing(virtual))
    return {}
  },
  copyFile(files, args) {
    fs.copyFileSync(files.existing(text(args.srcPath)), files.real(text(args.destPath), 'write'))
    return {}
  },
  rename(files, args) {
    fs.renameSync(files.existing(text(args.oldPath)), files.real(text(args.newPath), 'write'))
    return {}
  },
  mkdir(files, args) {
    const full = files.real(text(args.dirPath), 'write')
    if (fs.existsSync(full)) throw new WxFailure(`file already exists ${args.dirPath}`)
    fs.mkdirSync(full, { recursive: args.recursive === true })
    return {}
  },
  rmdir(files, args) {
    const full = files.existing(text(args.dirPath))
    if (args.recursive === true) fs.rmSync(full, { recursive: true })
    else fs.rmdirSync(full)
    return {}
  },
  readdir: (files, args) => ({ files: fs.readdirSync(files.existing(text(args.dirPath))) }),
  saveFile: (files, args) => ({ savedFilePath: files.save(text(args.tempFilePath), args.filePath ? text(args.filePath) : undefined) }),
  getSavedFileList: (files) => ({ fileList: files.saved() }),
  removeSavedFile(files, args) {
    fs.unlinkSync(files.existing(text(args.filePath)))
    return {}
  },
}

export function operate(files: VirtualFiles, name: string, args: Args): object {
  const operation = OPERATIONS[name]
  if (!operation) throw new WxFailure(`${name} is not supported by this host`)
  return operation(files, args)
}
