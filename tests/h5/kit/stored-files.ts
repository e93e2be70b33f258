import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { DocumentType } from '@/contract/schemas/claim'
import { CLAIMANT } from '@tests/builders/golden-claims'
import type { Backend } from './backend'

/** The files of one paper as the server serves them, each of them found on its disk as well. */
export async function storedFiles(backend: Backend, claimId: string, documentType: DocumentType | undefined): Promise<Buffer[]> {
  const member = await backend.as(CLAIMANT)
  const { documents } = (await member('getClaim', { params: { claimId } })).ok()
  const onDisk = await everyFile(path.join(backend.dataDir, 'files'))
  const files: Buffer[] = []
  for (const { documentId } of documents.filter((document) => document.documentType === documentType)) {
    const served = Buffer.from((await member('getDocumentContent', { params: { claimId, documentId } })).ok())
    assert.ok(onDisk.some((bytes) => bytes.equals(served)), `${documentId} is on the disk`)
    files.push(served)
  }
  return files
}

/** Contents of a folder, whatever the store calls its files. */
export async function everyFile(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => readFile(path.join(entry.path, entry.name))))
}
