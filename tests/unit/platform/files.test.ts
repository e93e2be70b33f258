import * as h5 from '@/platform/files'
import * as weapp from '@/platform/files.weapp'

interface Call {
  success: (result: object) => void
  fail: (error: { errMsg: string }) => void
}
/** The user folder of a phone: paths to texts. */
const mockDisk = new Map<string, string>()
const mockFolders = new Set<string>()
let mockFailing: { op: string; errMsg: string } | undefined

jest.mock(
  '@tarojs/taro',
  () => {
    const missing = (op: string, path: string) => ({ errMsg: `${op}:fail no such file or directory ${path}` })
    const guarded = <T extends Call>(op: string, act: (o: T) => void) => (o: T) => (mockFailing?.op === op ? o.fail(mockFailing) : act(o))
    const manager = {
      mkdir: guarded('mkdir', (o: Call & { dirPath: string }) => {
        if (mockFolders.has(o.dirPath)) return o.fail({ errMsg: `mkdir:fail file already exists ${o.dirPath}` })
        mockFolders.add(o.dirPath)
        o.success({})
      }),
      copyFile: guarded('copyFile', (o: Call & { srcPath: string; destPath: string }) => {
        const bytes = mockDisk.get(o.srcPath)
        if (bytes === undefined) return o.fail(missing('copyFile', o.srcPath))
        mockDisk.set(o.destPath, bytes)
        o.success({})
      }),
      writeFile: guarded('writeFile', (o: Call & { filePath: string; data: string }) => {
        mockDisk.set(o.filePath, o.data)
        o.success({})
      }),
      readFile: guarded('readFile', (o: Call & { filePath: string }) => {
        const data = mockDisk.get(o.filePath)
        if (data === undefined) o.fail(missing('readFile', o.filePath))
        else o.success({ data })
      }),
      access: guarded('access', (o: Call & { path: string }) => (mockDisk.has(o.path) ? o.success({}) : o.fail(missing('access', o.path)))),
      unlink: guarded('unlink', (o: Call & { filePath: string }) => (mockDisk.delete(o.filePath) ? o.success({}) : o.fail(missing('unlink', o.filePath)))),
      readdir: guarded('readdir', (o: Call & { dirPath: string }) => o.success({ files: [...mockDisk.keys()].filter((p) => p.startsWith(`${o.dirPath}/`)).map((p) => p.slice(o.dirPath.length + 1)) })),
    }
    return { __esModule: true, default: { env: { USER_DATA_PATH: 'wxfile://usr' }, getFileSystemManager: () => manager } }
  },
  { virtual: true },
)

/** The room as an app finds it that was just opened. */
const openedAnew = async (): Promise<typeof weapp> => {
  jest.resetModules()
  return import('@/platform/files.weapp')
}

beforeEach(() => {
  mockDisk.clear()
  mockFailing = undefined
})

describe('in the mini-program', () => {
  const photo = () => {
    mockDisk.set('wxfile://tmp_1.jpg', 'bytes')
    return { path: 'wxfile://tmp_1.jpg', name: '照片1.jpg', size: 5, mime: 'image/jpeg' }
  }
  const kept = () => [...mockDisk.keys()].filter((path) => path.includes('/outbox/'))

  test('a photo outlives its temporary file', async () => {
    const stored = await weapp.saveFile(photo())
    mockDisk.delete('wxfile://tmp_1.jpg')
    const again = await weapp.readForUpload(stored.fileId)
    expect(again).toMatchObject({ name: '照片1.jpg', size: 5, mime: 'image/jpeg' })
    expect(again.path).toMatch(/^wxfile:\/\/usr\/outbox\/.+\.jpg$/)
    expect(mockDisk.get(String(again.path))).toBe('bytes')
    expect(await weapp.previewSrc(stored.fileId)).toBe(again.path)
    expect(await weapp.listFiles()).toEqual([stored])
  })

  test('removing takes bytes and record, and may be repeated', async () => {
    const stored = await weapp.saveFile(photo())
    await weapp.removeFile(stored.fileId)
    await weapp.removeFile(stored.fileId)
    expect(kept()).toEqual([])
    await expect(weapp.readForUpload(stored.fileId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('bytes that vanished are NOT_FOUND before the upload starts', async () => {
    const stored = await weapp.saveFile(photo())
    mockDisk.delete(String((await weapp.readForUpload(stored.fileId)).path))
    await expect(weapp.readForUpload(stored.fileId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a full phone is said, and leaves no half behind', async () => {
    const picked = photo()
    mockFailing = { op: 'writeFile', errMsg: 'writeFile:fail the maximum size of the file storage limit is exceeded' }
    await expect(weapp.saveFile(picked)).rejects.toMatchObject({ code: 'STORAGE_FULL' })
    expect(kept()).toEqual([])
  })

  test.each(['mkdir', 'copyFile', 'writeFile'])('a folder that takes nothing (%s): the photo stays where it is, which isDurable admits', async (op) => {
    const picked = photo()
    mockFolders.clear()
    const room = await openedAnew()
    mockFailing = { op, errMsg: `${op}:fail permission denied, open wxfile://usr/outbox` }
    const stored = await room.saveFile(picked)
    expect(room.isDurable()).toBe(false)
    expect(await room.readForUpload(stored.fileId)).toEqual(picked)
    expect(await room.previewSrc(stored.fileId)).toBe(picked.path)
    expect(await room.listFiles()).toEqual([stored])
    await room.removeFile(stored.fileId)
    expect(room.isDurable()).toBe(true)
    expect(kept()).toEqual([])
  })

  test('a damaged record hides one file, not the others', async () => {
    const stored = await weapp.saveFile(photo())
    mockDisk.set('wxfile://usr/outbox/broken.json', '{"fileId":')
    expect(await weapp.listFiles()).toEqual([stored])
  })
})

describe('in a browser without IndexedDB', () => {
  const bill = () => ({ blob: new Blob(['%PDF-1.7']), name: '账单.pdf', size: 8, mime: 'application/pdf' })

  test('files live as long as the tab, which isDurable admits', async () => {
    expect(h5.isDurable()).toBe(false)
    const stored = await h5.saveFile(bill())
    const again = await h5.readForUpload(stored.fileId)
    expect(await again.blob?.text()).toBe('%PDF-1.7')
    expect(await h5.listFiles()).toEqual([stored])
    expect(JSON.parse(JSON.stringify(stored))).toEqual(stored)
    const src = await h5.previewSrc(stored.fileId)
    expect(src).toMatch(/^blob:/)
    expect(await h5.previewSrc(stored.fileId)).toBe(src)
    await h5.removeFile(stored.fileId)
    await h5.removeFile(stored.fileId)
    await expect(h5.readForUpload(stored.fileId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
