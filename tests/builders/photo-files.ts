import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { photo } from './photo'

/** Real JPEG files, each with a content of its own (and a comment that makes them heavier, up to 64 KB), in a folder that `remove` deletes. */
export async function writePhotos(count: number, comment = ''): Promise<{ files: string[]; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zsb-photos-'))
  const files = Array.from({ length: count }, (_, index) => path.join(folder, `photo-${index + 1}.jpg`))
  await Promise.all(files.map((file, index) => writeFile(file, photo(`weapp-${index}${comment}`))))
  return { files, remove: () => rm(folder, { recursive: true, force: true }) }
}
