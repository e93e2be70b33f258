import Taro from '@tarojs/taro'
import { DeviceError, deviceErrorFrom, isDeviceError, isFull } from './device-error'
import { extensionOf, newFileId } from './file-kinds'
import type { PickedFile, StoredFile } from './files.types'

export type { FileContent, PickedFile, StoredFile } from './files.types'

/**
 * See files.ts. Temporary paths of camera and chat go when WeChat closes the app, so the bytes are copied to the user
 * folder (200 MB), each with a small record beside it. The record is written last: bytes without a record do not count.
 */
const folder = (): string => `${Taro.env.USER_DATA_PATH}/outbox`
const RECORD = '.json'

interface Callbacks {
  fail: (raw: unknown) => void
}
/** The file manager speaks callbacks only. */
const run = <R>(api: string, call: (done: Callbacks & { success: (result: R) => void }) => void): Promise<R> =>
  new Promise((resolve, reject) => call({ success: resolve, fail: (raw) => reject(deviceErrorFrom(api, raw)) }))

const manager = () => Taro.getFileSystemManager()

let folderReady: Promise<void> | undefined
const ensureFolder = (): Promise<void> =>
  (folderReady ??= run('mkdir', (done) => manager().mkdir({ dirPath: folder(), recursive: true, ...done })).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof Error && /already exist/i.test(error.message)) return
      folderReady = undefined
      throw error
    },
  ))

/** What the user folder did not take although there is room: it stays where the camera has put it, for as long as the app runs. */
const held = new Map<string, StoredFile & { path: string }>()

export const isDurable = (): boolean => held.size === 0

interface RecordedFile extends StoredFile {
  /** Name inside the folder; the folder's own path changes with the installation. */
  at: string
}

function parseRecord(text: unknown): RecordedFile | undefined {
  try {
    const value: unknown = JSON.parse(String(text))
    if (typeof value !== 'object' || value === null) return undefined
    const { fileId, name, size, mime, savedAt, at, mark } = value as Record<keyof RecordedFile, unknown>
    const isWhole = typeof fileId === 'string' && typeof name === 'string' && typeof size === 'number' && typeof mime === 'string' && typeof savedAt === 'number' && typeof at === 'string'
    return isWhole ? { fileId, name, size, mime, savedAt, at, ...(typeof mark === 'string' && { mark }) } : undefined
  } catch {
    return undefined
  }
}

async function recordOf(fileId: string): Promise<RecordedFile> {
  const read = await run<{ data: string | ArrayBuffer }>('readFile', (done) => manager().readFile({ filePath: `${folder()}/${fileId}${RECORD}`, encoding: 'utf8', ...done }))
  const record = parseRecord(read.data)
  if (!record) throw new DeviceError('NOT_FOUND', `files: damaged record ${fileId}`)
  return record
}

export async function saveFile(picked: PickedFile): Promise<StoredFile> {
  const { path, name, size, mime, mark } = picked
  if (!path) throw new DeviceError('UNSUPPORTED', 'files: no path')
  const stored: StoredFile = { fileId: newFileId(), name, size, mime, savedAt: Date.now(), ...(mark && { mark }) }
  try {
    await copy(stored, path)
  } catch (error) {
    if (isFull(error) || isDeviceError(error, 'NOT_FOUND')) throw error
    held.set(stored.fileId, { ...stored, path })
  }
  return stored
}

async function copy(stored: StoredFile, path: string): Promise<void> {
  await ensureFolder()
  const at = `${stored.fileId}.${extensionOf(path) || extensionOf(stored.name) || 'bin'}`
  const destPath = `${folder()}/${at}`
  const record: RecordedFile = { ...stored, at }
  await run('copyFile', (done) => manager().copyFile({ srcPath: path, destPath, ...done }))
  try {
    await run('writeFile', (done) => manager().writeFile({ filePath: `${folder()}/${stored.fileId}${RECORD}`, data: JSON.stringify(record), encoding: 'utf8', ...done }))
  } catch (error) {
    await unlink(destPath)
    throw error
  }
}

export async function readForUpload(fileId: string): Promise<PickedFile> {
  const here = held.get(fileId)
  if (here) return { path: here.path, name: here.name, size: here.size, mime: here.mime }
  const { name, size, mime, at } = await recordOf(fileId)
  const path = `${folder()}/${at}`
  await run('access', (done) => manager().access({ path, ...done }))
  return { path, name, size, mime }
}

export const previewSrc = async (fileId: string): Promise<string> => held.get(fileId)?.path ?? `${folder()}/${(await recordOf(fileId)).at}`

const unlink = (filePath: string): Promise<unknown> =>
  run('unlink', (done) => manager().unlink({ filePath, ...done })).catch((error: unknown) => {
    if (!isDeviceError(error, 'NOT_FOUND')) throw error
  })

export async function removeFile(fileId: string): Promise<void> {
  if (held.delete(fileId)) return
  const record = await recordOf(fileId).catch((error: unknown) => {
    if (isDeviceError(error, 'NOT_FOUND')) return undefined
    throw error
  })
  if (record) await unlink(`${folder()}/${record.at}`)
  await unlink(`${folder()}/${fileId}${RECORD}`)
}

export async function listFiles(): Promise<StoredFile[]> {
  const here = [...held.values()].map(({ path: _path, ...stored }) => stored)
  return [...(await recordedFiles().catch((error: unknown) => (here.length > 0 ? [] : Promise.reject(error)))), ...here].sort((a, b) => a.savedAt - b.savedAt)
}

async function recordedFiles(): Promise<StoredFile[]> {
  await ensureFolder()
  const { files } = await run<{ files: string[] }>('readdir', (done) => manager().readdir({ dirPath: folder(), ...done }))
  const records = await Promise.all(files.filter((name) => name.endsWith(RECORD)).map((name) => recordOf(name.slice(0, -RECORD.length)).catch(() => undefined)))
  return records.filter((record) => record !== undefined).map(({ at: _at, ...stored }) => stored)
}
