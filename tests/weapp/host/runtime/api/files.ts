// FileSystemManager over the virtual files kept in Node.
import { call, callSync, decode, record } from '../rpc'
import { messageOf } from '../state'
import { defineAsync, optionsOf, recordCall, settle, wx, type Options } from './define'

/** Operation -> order of the parameters of its …Sync form. */
const OPERATIONS: Record<string, string[]> = {
  access: ['path'],
  stat: ['path', 'recursive'],
  readFile: ['filePath', 'encoding', 'position', 'length'],
  writeFile: ['filePath', 'data', 'encoding'],
  appendFile: ['filePath', 'data', 'encoding'],
  unlink: ['filePath'],
  copyFile: ['srcPath', 'destPath'],
  rename: ['oldPath', 'newPath'],
  mkdir: ['dirPath', 'recursive'],
  rmdir: ['dirPath', 'recursive'],
  readdir: ['dirPath'],
  saveFile: ['tempFilePath', 'filePath'],
}
const ASYNC_ONLY = ['getFileInfo', 'removeSavedFile', 'getSavedFileList']
/** What the …Sync form returns instead of the whole result. */
const SYNC_RESULT: Record<string, string> = { readFile: 'data', readdir: 'files', saveFile: 'savedFilePath', stat: 'stats' }

function revive(name: string, given: unknown): Record<string, unknown> {
  const result = record(given)
  if (name === 'readFile') return { ...result, data: decode(result.data) }
  if (name !== 'stat') return result
  const stats = record(result.stats)
  return { stats: { ...stats, isDirectory: () => stats.directory === true, isFile: () => stats.directory !== true } }
}
const withoutCallbacks = ({ success: _s, fail: _f, complete: _c, ...rest }: Options): Options => rest

export function defineFiles(): void {
  const manager: Record<string, unknown> = {}
  for (const name of [...Object.keys(OPERATIONS), ...ASYNC_ONLY]) {
    manager[name] = (given: unknown) => {
      const options = optionsOf(given)
      const work = call('file', { name, args: withoutCallbacks(options) }).then((result) => revive(name, result))
      return settle(name, options, work, recordCall(`fs.${name}`, { ...options, data: undefined }))
    }
  }
  for (const [name, parameters] of Object.entries(OPERATIONS)) {
    manager[`${name}Sync`] = (...given: unknown[]) => {
      const args = Object.fromEntries(parameters.map((key, index) => [key, given[index]]))
      const entry = recordCall(`fs.${name}Sync`, { ...args, data: undefined })
      try {
        const result = revive(name, callSync('file', { name, args }))
        return SYNC_RESULT[name] ? result[SYNC_RESULT[name]] : undefined
      } catch (error) {
        entry.failed = `${name}Sync:fail ${messageOf(error)}`
        throw Object.assign(new Error(entry.failed), { errMsg: entry.failed })
      }
    }
  }
  wx.getFileSystemManager = () => manager
  for (const name of ['saveFile', ...ASYNC_ONLY]) defineAsync(name, (options) => call('file', { name, args: withoutCallbacks(options) }))
  defineAsync('openDocument', ({ filePath }) => call('file', { name: 'access', args: { path: filePath } }))
}
