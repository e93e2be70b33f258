import Taro from '@tarojs/taro'
import { deviceErrorFrom } from './device-error'
import { newFileId } from './file-kinds'

/** See local-file.ts. Fetched files lie in a folder of their own, so that what a killed app has left can be told from what waits to be sent. */
const folder = (): string => `${Taro.env.USER_DATA_PATH}/fetched`
const EXTENSION: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'application/pdf': 'pdf' }
const manager = () => Taro.getFileSystemManager()
const run = <R>(api: string, call: (done: { success: (result: R) => void; fail: (raw: unknown) => void }) => void): Promise<R> =>
  new Promise((resolve, reject) => call({ success: resolve, fail: (raw) => reject(deviceErrorFrom(api, raw)) }))

/** @throws DeviceError STORAGE_FULL, FAILED */
export async function keepLocal(parts: readonly ArrayBuffer[], mime: string): Promise<string> {
  await run('mkdir', (done) => manager().mkdir({ dirPath: folder(), recursive: true, ...done })).catch(() => undefined)
  const filePath = `${folder()}/${newFileId()}.${EXTENSION[mime] ?? 'bin'}`
  const [first = new ArrayBuffer(0), ...rest] = parts
  await run('writeFile', (done) => manager().writeFile({ filePath, data: first, ...done }))
  for (const part of rest) await run('appendFile', (done) => manager().appendFile({ filePath, data: part, ...done }))
  return filePath
}

export function releaseLocal(src: string): void {
  if (src.startsWith(folder())) manager().unlink({ filePath: src, fail: () => undefined })
}

export async function forgetLocal(): Promise<void> {
  const { files } = await run<{ files: string[] }>('readdir', (done) => manager().readdir({ dirPath: folder(), ...done })).catch(() => ({ files: [] }))
  files.forEach((name) => releaseLocal(`${folder()}/${name}`))
}
